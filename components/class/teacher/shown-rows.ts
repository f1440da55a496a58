// Which learners the board shows, and in which order.

import type { BoardMessage } from "@/content/class/messages";
import type { Verdict } from "@/labs/receipt/findings";
import { type Standing, standingOf, verdicts } from "../standing";
import type { Board, HandedIn } from "./merged-board";

export type Learner = BoardMessage["learners"][number];

/** The verdicts by which cells can be chosen, in words. */
export const cellChoices = {
  any: "any verdict",
  confirmed: "✓ confirmed",
  "not met": "✗ not met",
  unconfirmed: "? unconfirmed",
  contradicted: "✗ contradicted",
  checking: "… being checked",
  missing: "nothing handed in",
} as const satisfies Record<Verdict | "any" | "checking" | "missing", string>;

export type CellChoice = keyof typeof cellChoices;

export const orders = {
  joined: "when they joined",
  name: "name",
  confirmed: "most confirmed",
} as const;

export type Order = keyof typeof orders;

export type Shown = {
  /** A part of the name, in any case. */
  name: string;
  verdict: CellChoice;
  /** The assignment whose column alone counts and is shown; "" for all. */
  assignment: string;
  order: Order;
};

export const allShown: Shown = {
  name: "",
  verdict: "any",
  assignment: "",
  order: "joined",
};

export type ShownRow = {
  learner: Learner;
  handedIn: HandedIn;
  /** In how many of the shown assignments the best verdict is "confirmed". */
  confirmed: number;
};

const nothing: HandedIn = new Map();

const plain = (name: string) => name.normalize("NFC").toLocaleLowerCase("en");

function isChosen({ count, best, checking }: Standing, choice: CellChoice): boolean {
  if (choice === "any") return true;
  if (choice === "missing") return count === 0;
  return choice === "checking" ? checking : best === choice;
}

const byName = new Intl.Collator("en", { numeric: true });

const before: Record<Order, (one: ShownRow, other: ShownRow) => number> = {
  joined: () => 0,
  name: (one, other) => byName.compare(one.learner.name, other.learner.name),
  confirmed: (one, other) => other.confirmed - one.confirmed,
};

/** The assignments that are shown, in the order in which they were added. */
export const shownAssignments = ({ assignments }: Board, { assignment }: Shown) =>
  assignment === "" ? assignments : assignments.filter(({ id }) => id === assignment);

/** The learners that are shown; of equal ones who joined first comes first. */
export function shownRows(board: Board, shown: Shown): ShownRow[] {
  const columns = shownAssignments(board, shown).map(({ id }) => id);
  const wanted = plain(shown.name.trim());
  const rows: ShownRow[] = [];
  for (const learner of board.learners) {
    if (wanted !== "" && !plain(learner.name).includes(wanted)) continue;
    const handedIn = board.handedIn.get(learner.id) ?? nothing;
    const standings = columns.map((id) => standingOf(handedIn.get(id) ?? []));
    const chosen = standings.some((standing) => isChosen(standing, shown.verdict));
    if (!chosen && shown.verdict !== "any") continue;
    const [first] = verdicts;
    const confirmed = standings.filter(({ best }) => best === first).length;
    rows.push({ learner, handedIn, confirmed });
  }
  return rows.sort(before[shown.order]);
}
