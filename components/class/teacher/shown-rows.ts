// Which learners the board shows, and in which order.

import type { BoardMessage } from "@/content/class/messages";
import type { Verdict } from "@/labs/receipt/findings";
import { assignmentIn } from "../class-assignment";
import { gradeOf } from "../grade";
import { standingOf, verdicts } from "../standing";
import { type Gradebook, type OwnWork, sumOf, workFor } from "./grades";
import type { Board } from "./merged-board";

export type Learner = BoardMessage["learners"][number];
type Asked = BoardMessage["assignments"][number];

/** The verdicts by which cells can be chosen, in words. */
export const cellChoices = {
  any: "any verdict",
  confirmed: "✓ confirmed",
  "not met": "✗ not met",
  unconfirmed: "? unconfirmed",
  contradicted: "✗ contradicted",
  checking: "… being checked",
  missing: "nothing handed in",
  late: "late",
  changed: "settings changed",
  marked: "marked by a teacher",
} as const satisfies Record<Verdict | (typeof others)[number], string>;

const others = ["any", "checking", "missing", "late", "changed", "marked"] as const;

type CellChoice = keyof typeof cellChoices;

export const orders = {
  joined: "when they joined",
  name: "name",
  confirmed: "most confirmed",
  points: "most points",
} as const;

type Order = keyof typeof orders;

export type Shown = {
  /** A part of the name or of the id, in any case. */
  name: string;
  /** The section that alone is shown; "" for all. */
  section: string;
  verdict: CellChoice;
  /** The assignment whose column alone counts and is shown; "" for all. */
  assignment: string;
  order: Order;
};

export const allShown: Shown = {
  name: "",
  section: "",
  verdict: "any",
  assignment: "",
  order: "joined",
};

export type ShownRow = {
  learner: Learner;
  own: OwnWork;
  /** In how many of the shown assignments the best verdict is "confirmed". */
  confirmed: number;
  /** Of all assignments, where rows are sorted by them. */
  points: number;
};

const plain = (name: string) => name.normalize("NFC").toLocaleLowerCase("en");

/** Whether a learner's work for an assignment is of the kind that is looked for. */
function isChosen(asked: Asked, own: OwnWork, choice: CellChoice): boolean {
  if (choice === "any") return true;
  const work = workFor(asked, own);
  const { count, best, checking } = standingOf(work.receipts);
  if (choice === "missing") return count === 0 && !work.quiz;
  if (choice === "checking") return checking;
  if (choice === "marked") return work.mark !== undefined;
  if (choice !== "late" && choice !== "changed") return best === choice;
  const grade = gradeOf(assignmentIn(asked.link), work);
  return Boolean(choice === "late" ? grade?.late : grade?.receipt?.outcome?.changed);
}

const byName = new Intl.Collator("en", { numeric: true });

const before: Record<Order, (one: ShownRow, other: ShownRow) => number> = {
  joined: () => 0,
  name: (one, other) => byName.compare(one.learner.name, other.learner.name),
  confirmed: (one, other) => other.confirmed - one.confirmed,
  points: (one, other) => other.points - one.points,
};

/** The assignments that are shown, in the order in which they were added. */
export const shownAssignments = ({ assignments }: Board, { assignment }: Shown) =>
  assignment === "" ? assignments : assignments.filter(({ id }) => id === assignment);

/** The sections of a class's learners, in the order of names. */
export const sectionsOf = (learners: readonly Learner[]): string[] =>
  [...new Set(learners.flatMap(({ section }) => section ?? []))].sort(byName.compare);

/**
 * The learners that are shown, without those who wait for approval; of equal ones who joined
 * first comes first.
 */
export function shownRows(board: Board, shown: Shown, grades: Gradebook): ShownRow[] {
  const columns = shownAssignments(board, shown);
  const { verdict, order } = shown;
  const wanted = plain(shown.name.trim());
  const rows: ShownRow[] = [];
  for (const learner of board.learners) {
    const { id, name, section, studentId, waiting } = learner;
    if (waiting || (shown.section !== "" && section !== shown.section)) continue;
    if (!plain(`${name}\n${studentId ?? ""}`).includes(wanted)) continue;
    const own = grades(id);
    const chosen = columns.some((asked) => isChosen(asked, own, verdict));
    if (!chosen && verdict !== "any") continue;
    const [first] = verdicts;
    const confirmed = columns.filter(
      (asked) => standingOf(own.handedIn.get(asked.id) ?? []).best === first,
    ).length;
    const sum = order === "points" ? sumOf(board.assignments, own) : null;
    rows.push({ learner, own, confirmed, points: sum?.earned ?? -1 });
  }
  return rows.sort(before[order]);
}
