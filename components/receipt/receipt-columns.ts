import { lossText } from "@/labs/claim";
import { shareText } from "@/labs/number-text";
import {
  type Row,
  type Standing,
  standingNames,
  standingOf,
  standings,
} from "./listed-receipt";

// The columns of the table of receipts: what each says, and what it is sorted by.

type Column = {
  label: string;
  /** What rows are sorted by; null, which comes last, where a row has no such thing. */
  value(row: Row): string | number | null;
  /** What the cell says. */
  text(row: Row): string;
};

export const deviceText = { webgpu: "GPU", cpu: "CPU" } as const;

/** A moment as the reader's clock has it. */
export const momentText = (at: number) =>
  new Date(at).toLocaleString("en-GB", { dateStyle: "medium", timeStyle: "short" });

/** The learner, or the file that stands for one. */
export const nameOf = ({ about, file, id }: Row) =>
  about?.name ?? (file || `Receipt ${id}`);

/** The sentence that decided, or that says why nothing could. */
export function whyOf({ state }: Row): string {
  if (state.kind === "checked") return state.check.decided;
  return state.kind === "failed" ? state.problem : "";
}

export const checkOf = ({ state }: Row) =>
  state.kind === "checked" ? state.check : null;

function verdictText(row: Row): string {
  const { sign, word } = standings[standingOf(row)];
  const share = row.state.kind === "checking" ? row.state.share : null;
  const told = share === null ? "" : `, replayed ${Math.floor(100 * share)} %`;
  return `${sign} ${word}${told}`;
}

const none = "–";

const numbered = (
  label: string,
  value: (row: Row) => number | null | undefined,
  written: (value: number) => string = String,
): Column => ({
  label,
  value: (row) => value(row) ?? null,
  text(row) {
    const found = value(row) ?? null;
    return found === null ? none : written(found);
  },
});

const worded = (label: string, value: (row: Row) => string | null): Column => ({
  label,
  value,
  text: (row) => value(row) ?? none,
});

/** Each column, in order. */
export const columns = {
  learner: worded("Learner", nameOf),
  verdict: {
    label: "Verdict",
    value: (row) => standingNames.indexOf(standingOf(row)),
    text: verdictText,
  },
  assignment: worded("Assignment", ({ about }) => about?.title ?? null),
  why: worded("What decided", (row) => whyOf(row) || null),
  testLoss: numbered("Test loss", (row) => checkOf(row)?.testLoss, lossText),
  accuracy: numbered("Accuracy", (row) => checkOf(row)?.accuracy, shareText),
  passes: numbered("Passes", ({ about }) => about?.passes),
  neurons: numbered("Neurons", ({ about }) => about?.neurons),
  device: worded("Device", ({ about }) => about && deviceText[about.device.kind]),
  seed: numbered("Seed", ({ about }) => about?.seed),
  at: numbered("Made at, as it says", ({ about }) => about?.at, momentText),
} as const satisfies Record<string, Column>;

export type ColumnName = keyof typeof columns;

export const columnNames = Object.keys(columns) as readonly ColumnName[];

// Which rows of the table are shown, and in which order.

export type Order = { by: ColumnName; down: boolean };

/** "" lets every standing pass. */
export type Filter = { text: string; standing: Standing | "" };

const collator = new Intl.Collator("en", { numeric: true, sensitivity: "base" });

function compared(one: string | number, other: string | number): number {
  return typeof one === "number" && typeof other === "number"
    ? one - other
    : collator.compare(String(one), String(other));
}

/**
 * The rows by one column; equal ones stay in order, and those that have no such value come
 * last, whichever way it goes.
 */
export function sortedRows(rows: readonly Row[], { by, down }: Order): readonly Row[] {
  const { value } = columns[by];
  const keyed = rows.map((row) => ({ row, key: value(row) }));
  keyed.sort((one, other) => {
    if (one.key === null || other.key === null) {
      return Number(one.key === null) - Number(other.key === null);
    }
    return compared(one.key, other.key) * (down ? -1 : 1);
  });
  return keyed.map(({ row }) => row);
}

const folded = (text: string) => text.normalize("NFC").toLocaleLowerCase("en");

/** The rows whose learner, assignment, sentence or file holds the text. */
export function filteredRows(
  rows: readonly Row[],
  { text, standing }: Filter,
): readonly Row[] {
  const sought = folded(text.trim());
  return rows.filter((row) => {
    if (standing && standingOf(row) !== standing) return false;
    const told = [nameOf(row), row.about?.title ?? "", whyOf(row), row.file];
    return !sought || told.some((one) => folded(one).includes(sought));
  });
}
