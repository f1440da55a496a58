import type { Check } from "@/labs/receipt/check";
import type { Verdict } from "@/labs/receipt/finding";
import type { About } from "./check-report";

// A receipt in the list, and where its check is.

/** A receipt as it came in. */
export type Received = {
  packed: string;
  /** The file that it was in; "" for what was opened or pasted. */
  file: string;
  /** Who handed it in to a class; null for what came otherwise. */
  handedInBy: string | null;
};

type RowState =
  | { kind: "waiting" }
  /** `share` of the replay; null before it has begun. */
  | { kind: "checking"; share: number | null }
  | { kind: "checked"; check: Check; stopped: boolean }
  | { kind: "failed"; problem: string; again: boolean };

export type Row = Received & { id: number; about: About | null; state: RowState };

// How verdicts are shown: a sign and a word, never a colour alone.

/** Where a receipt stands: its verdict, or why it has none. */
export type Standing = Verdict | "unreadable" | "unchecked" | "checking" | "waiting";

type Tone = "good" | "bad" | "open";

/** How each standing is shown, in the order that a table sorts them. */
export const standings: Record<Standing, { sign: string; word: string; tone: Tone }> = {
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

export function standingOf({ state }: Pick<Row, "state">): Standing {
  if (state.kind === "checked") return state.check.verdict;
  if (state.kind !== "failed") return state.kind;
  return state.again ? "unchecked" : "unreadable";
}

/** What a verdict means, in a sentence or two; `goals` is how many were set. */
export function meaningOf(verdict: Verdict, goals: number): string {
  if (verdict === "confirmed") {
    const met = goals > 0 ? "Every goal is met" : "The assignment sets no goal";
    return `${met}, and training it again gave the numbers of the receipt.`;
  }
  if (verdict === "not met") {
    return "A goal of the assignment is not met. Nothing else speaks against the receipt.";
  }
  if (verdict === "unconfirmed") {
    return "Nothing speaks against it, and something could not be settled here. That is no accusation.";
  }
  return "Something in this receipt does not fit together. The lines below say what; how that came about they cannot say.";
}
