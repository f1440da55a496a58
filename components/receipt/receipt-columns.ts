// The columns of the table of receipts, and the rows in the reader's order and choice.
import { momentText } from "@/components/kit/wording";
import { numberText, shareText } from "@/labs/arithmetic/number-text";
import {
  checkOf,
  deviceText,
  type ListedReceipt,
  learnerOf,
  pointsOf,
  pointsText,
  reasonOf,
  type Standing,
  standingNames,
  standingOf,
  standings,
} from "./listed-receipt";

type Column = {
  label: string;
  /** Sorts the rows; null, which comes last, where a receipt has no such thing. */
  value(receipt: ListedReceipt): string | number | null;
  /** The words of the cell. */
  text(receipt: ListedReceipt): string;
};

const none = "–";

const numbered = (
  label: string,
  value: (receipt: ListedReceipt) => number | null | undefined,
  format: (value: number) => string = String,
): Column => ({
  label,
  value: (receipt) => value(receipt) ?? null,
  text(receipt) {
    const found = value(receipt) ?? null;
    return found === null ? none : format(found);
  },
});

const worded = (
  label: string,
  value: (receipt: ListedReceipt) => string | null,
): Column => ({ label, value, text: (receipt) => value(receipt) ?? none });

function verdictText(receipt: ListedReceipt): string {
  const { sign, word } = standings[standingOf(receipt)];
  const share = receipt.state.kind === "checking" ? receipt.state.share : null;
  const replayed = share === null ? "" : `, replayed ${Math.floor(100 * share)} %`;
  return `${sign} ${word}${replayed}`;
}

/** Each column, in order. */
export const columns = {
  learner: worded("Learner", learnerOf),
  verdict: {
    label: "Verdict",
    value: (receipt) => standingNames.indexOf(standingOf(receipt)),
    text: verdictText,
  },
  assignment: worded("Assignment", ({ summary }) => summary?.title ?? null),
  why: worded("What decided", (receipt) => reasonOf(receipt) || null),
  changed: worded(
    "Changed by the learner",
    (receipt) => checkOf(receipt)?.changed || null,
  ),
  points: {
    label: "Points",
    value: (receipt) => pointsOf(receipt)?.earned ?? null,
    text: (receipt) => pointsText(pointsOf(receipt)) ?? none,
  },
  testLoss: numbered("Test loss", (receipt) => checkOf(receipt)?.testLoss, numberText),
  accuracy: numbered("Accuracy", (receipt) => checkOf(receipt)?.accuracy, shareText),
  passes: numbered("Passes", ({ summary }) => summary?.passes),
  neurons: numbered("Neurons", ({ summary }) => summary?.neurons),
  device: worded("Device", ({ summary }) => summary && deviceText[summary.device.kind]),
  seed: numbered("Seed", ({ summary }) => summary?.seed),
  at: numbered("Made at, as it says", ({ summary }) => summary?.at, momentText),
} as const satisfies Record<string, Column>;

export type ColumnName = keyof typeof columns;

const columnNames = Object.keys(columns) as readonly ColumnName[];

/** The columns that tell anything of these receipts. */
export const columnsOf = (receipts: readonly ListedReceipt[]) =>
  columnNames.filter(
    (name) => name !== "points" || receipts.some((receipt) => pointsOf(receipt)),
  );

export type Order = { by: ColumnName; down: boolean };

const collator = new Intl.Collator("en", { numeric: true, sensitivity: "base" });

function compared(one: string | number, other: string | number): number {
  return typeof one === "number" && typeof other === "number"
    ? one - other
    : collator.compare(String(one), String(other));
}

/**
 * The receipts by one column; equal ones stay in order, and those that have no such value
 * come last, whichever way it goes.
 */
export function sortReceipts(
  receipts: readonly ListedReceipt[],
  { by, down }: Order,
): readonly ListedReceipt[] {
  const { value } = columns[by];
  const keyed = receipts.map((receipt) => ({ receipt, key: value(receipt) }));
  keyed.sort((one, other) => {
    if (one.key === null || other.key === null) {
      return Number(one.key === null) - Number(other.key === null);
    }
    return compared(one.key, other.key) * (down ? -1 : 1);
  });
  return keyed.map(({ receipt }) => receipt);
}

/** "" lets every standing pass. */
export type Filter = { text: string; standing: Standing | "" };

const folded = (text: string) => text.normalize("NFC").toLocaleLowerCase("en");

/** The receipts whose learner, assignment, reason, changes or file hold the text. */
export function filterReceipts(
  receipts: readonly ListedReceipt[],
  { text, standing }: Filter,
): readonly ListedReceipt[] {
  const sought = folded(text.trim());
  return receipts.filter((receipt) => {
    if (standing && standingOf(receipt) !== standing) return false;
    const { summary, file } = receipt;
    const changed = checkOf(receipt)?.changed ?? "";
    const said = [learnerOf(receipt), summary?.title ?? "", reasonOf(receipt)];
    const words = [...said, changed, file];
    return !sought || words.some((one) => folded(one).includes(sought));
  });
}
