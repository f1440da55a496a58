import { listText } from "@/components/kit/wording";
import type { Check } from "@/labs/receipt/check";
import type { Verdict } from "@/labs/receipt/findings";
import type { HandedIn, ReceiptSummary } from "./check-report";

/** A receipt as it came in. */
export type IncomingReceipt = {
  packed: string;
  /** The file that it was in; "" for what was opened or pasted. */
  file: string;
  /** How a class has it; null for what came otherwise. */
  handedIn: HandedIn | null;
};

/** A receipt in the list, and how far its check is. */
export type ListedReceipt = IncomingReceipt & {
  id: number;
  /** Null until it is opened. */
  summary: ReceiptSummary | null;
  state: CheckState;
};

type CheckState =
  | { kind: "waiting" }
  /** `share` of the replay; null before it has begun. */
  | { kind: "checking"; share: number | null }
  | { kind: "checked"; check: Check; stopped: boolean; points: number | null }
  | { kind: "failed"; problem: string; again: boolean };

/** Where a receipt stands: its verdict, or why it has none. */
export type Standing = Verdict | "unreadable" | "unchecked" | "checking" | "waiting";

/** The look of each standing, by sign and word and never a colour alone; sorted in this order. */
export const standings: Record<
  Standing,
  { sign: string; word: string; tone: "good" | "bad" | "open" }
> = {
  confirmed: { sign: "✓", word: "Confirmed", tone: "good" },
  "not met": { sign: "✗", word: "Not met", tone: "bad" },
  unconfirmed: { sign: "?", word: "Unconfirmed", tone: "open" },
  contradicted: { sign: "✗", word: "Contradicted", tone: "bad" },
  unreadable: { sign: "?", word: "Not readable", tone: "open" },
  unchecked: { sign: "?", word: "Not checked", tone: "open" },
  checking: { sign: "…", word: "Checking", tone: "open" },
  waiting: { sign: "·", word: "Waiting", tone: "open" },
};

export const standingNames = Object.keys(standings) as readonly Standing[];

export function standingOf({ state }: Pick<ListedReceipt, "state">): Standing {
  if (state.kind === "checked") return state.check.verdict;
  if (state.kind !== "failed") return state.kind;
  return state.again ? "unchecked" : "unreadable";
}

/** The learner, or the file that stands for one. */
export const learnerOf = ({ summary, file, id }: ListedReceipt) =>
  summary?.name ?? (file || `Receipt ${id}`);

/** The sentence that decided, or that says why nothing could; "" before. */
export function reasonOf({ state }: ListedReceipt): string {
  if (state.kind === "checked") return state.check.decided;
  return state.kind === "failed" ? state.problem : "";
}

/** The learner's changes and settings that their link leaves open, as sentences. */
export function noticedIn({ state }: Pick<ListedReceipt, "state">): readonly string[] {
  if (state.kind !== "checked") return [];
  const { changed, open } = state.check;
  return [
    ...(changed === "" ? [] : [`Changed by the learner: ${changed}.`]),
    ...(open.length === 0
      ? []
      : [`Its link lets learners choose other examples: ${open.join(", ")}.`]),
  ];
}

/** The points for the goals that are met, of all that they give; null without any. */
export function pointsOf({ state, summary }: ListedReceipt) {
  const earned = state.kind === "checked" ? state.points : null;
  const most = summary?.points ?? null;
  return earned === null || most === null ? null : { earned, most };
}

/** "3 of 5". */
export const pointsText = (points: ReturnType<typeof pointsOf>) =>
  points && `${points.earned} of ${points.most}`;

export const checkOf = ({ state }: ListedReceipt) =>
  state.kind === "checked" ? state.check : null;

export const deviceText = { webgpu: "GPU", cpu: "CPU" } as const;

/** So many learners are named; the others are counted. */
const mostNamed = 8;

const collator = new Intl.Collator("en", { numeric: true });

/** A sentence for each set of weights that stands under several names: a fact, no verdict. */
export function sameWeights(
  receipts: readonly Pick<ListedReceipt, "summary">[],
): readonly string[] {
  const groups = new Map<string, { names: Set<string>; oneSeed: boolean }>();
  for (const { summary } of receipts) {
    if (!summary) continue;
    const { fingerprint, name, oneSeed } = summary;
    const group = groups.get(fingerprint) ?? { names: new Set(), oneSeed: true };
    group.names.add(name);
    group.oneSeed &&= oneSeed;
    groups.set(fingerprint, group);
  }
  return [...groups.values()]
    .filter(({ names }) => names.size > 1)
    .map(({ names, oneSeed }) => {
      const quoted = [...names].sort(collator.compare).map((name) => `“${name}”`);
      const says = `The receipts of ${listText(quoted, mostNamed)} hold the same weights.`;
      return oneSeed
        ? `${says} Their assignment gives everyone one seed, so equal settings give equal weights by themselves.`
        : `${says} Where every learner has a seed of their own, two trainings do not end in the same weights.`;
    });
}
