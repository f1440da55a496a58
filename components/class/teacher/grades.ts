// Points, lateness and marks: a learner's grade for an assignment, and all of a class's.
import { isLate } from "@/components/assignment/times";
import type { ReceiptHead } from "@/content/class/messages";
import type { Extension, Mark } from "@/content/class/roster-messages";
import type { Assignment } from "@/labs/assignment/assignment";
import { earnedPoints, totalPoints } from "@/labs/assignment/assignment";
import { assignmentIn } from "../class-assignment";
import { bestReceipt } from "../standing";
import type { Board, HandedIn } from "./merged-board";
import type { OwnStandings, QuizStanding } from "./quiz-standings";

/** A learner's work for an assignment, and what a teacher said of it. */
export type Work = {
  /** Latest first. */
  receipts: readonly ReceiptHead[];
  quiz: QuizStanding | undefined;
  mark: Mark | undefined;
  /** See `isDue`; the learner's own extension where they have one. */
  due: string | null;
  /** Whether `due` is an extension. */
  extended: boolean;
};

export type Grade = {
  /** The receipt that counts: the one that earns most; null where there is none. */
  receipt: ReceiptHead | null;
  /** Null where nothing was done yet, and no mark says otherwise. */
  earned: number | null;
  /** The most that can be earned. */
  of: number;
  /** Whether what counts came after the due date. */
  late: boolean;
};

/** Whether each goal counts as met: nothing that cannot be does, a mark comes first. */
function metIn(asked: Assignment, receipt: ReceiptHead | null, mark: Mark | undefined) {
  const all = (met: boolean) => asked.goals.map(() => met);
  if (mark?.verdict) return all(mark.verdict === "accepted");
  const outcome = receipt?.outcome;
  if (!outcome || outcome.verdict === "contradicted") return all(false);
  return outcome.met ?? all(outcome.verdict === "confirmed");
}

const shareOf = (quiz: QuizStanding | undefined) =>
  quiz && quiz.count > 0 ? quiz.right / quiz.count : null;

/** Whether an assignment says how many points there are for what. */
export const hasPoints = (asked: Assignment | null) =>
  asked !== null && totalPoints(asked) !== null;

/**
 * The most points of an assignment. One that says nothing of points has one for all its
 * goals together and one for each graded question.
 */
export const mostPoints = (asked: Assignment) =>
  totalPoints(asked) ?? Math.min(1, asked.goals.length) + asked.quiz.length;

type Met = readonly boolean[];

function earnedBy(asked: Assignment, met: Met, quiz: QuizStanding | undefined): number {
  const points = earnedPoints(asked, met, shareOf(quiz));
  if (points !== null) return points;
  const done = asked.goals.length > 0 && met.every(Boolean) ? 1 : 0;
  return done + (quiz?.right ?? 0);
}

const cameLate = (at: number, due: string | null) => isLate(at, { due, extended: null });

/** The receipt that earns most; of equal ones one in time, then the best. */
function countedReceipt(asked: Assignment, { receipts, due }: Work): ReceiptHead | null {
  const groups = new Map<number, ReceiptHead[]>();
  for (const receipt of receipts) {
    const points = earnedBy(asked, metIn(asked, receipt, undefined), undefined);
    groups.set(points, [...(groups.get(points) ?? []), receipt]);
  }
  const best = groups.get(Math.max(...groups.keys())) ?? [];
  const inTime = best.filter(({ received }) => !cameLate(received, due));
  return bestReceipt(inTime.length > 0 ? inTime : best);
}

/** The grade of a learner's work; null where this version cannot read the assignment. */
export function gradeOf(asked: Assignment | null, work: Work): Grade | null {
  if (!asked) return null;
  const { quiz, mark, due } = work;
  const receipt = countedReceipt(asked, work);
  const answered = quiz?.handed ?? quiz?.tries.at(-1)?.at;
  const late =
    (receipt !== null && cameLate(receipt.received, due)) ||
    (answered !== undefined && cameLate(answered, due));
  const done = receipt !== null || quiz !== undefined || Boolean(mark?.verdict);
  const earned = done ? earnedBy(asked, metIn(asked, receipt, mark), quiz) : null;
  return { receipt, earned: mark?.points ?? earned, of: mostPoints(asked), late };
}

type ByAssignment<T> = ReadonlyMap<string, T>;

function byLearner<T extends { learner: string; assignment: string }>(
  list: readonly T[],
): ReadonlyMap<string, ByAssignment<T>> {
  const found = new Map<string, Map<string, T>>();
  for (const one of list) {
    const own = found.get(one.learner) ?? new Map<string, T>();
    found.set(one.learner, own.set(one.assignment, one));
  }
  return found;
}

/** All of one learner, each part by assignment; a part without news is the same object. */
export type OwnWork = {
  handedIn: HandedIn;
  quizzes: OwnStandings;
  marks: ByAssignment<Mark>;
  extensions: ByAssignment<Extension>;
};

type Asked = Board["assignments"][number];

/** A learner's work for one assignment. */
export function workFor({ id, link }: Asked, own: OwnWork): Work {
  const extension = own.extensions.get(id);
  return {
    receipts: own.handedIn.get(id) ?? [],
    quiz: own.quizzes.get(id),
    mark: own.marks.get(id),
    due: extension?.due ?? assignmentIn(link)?.due ?? null,
    extended: extension !== undefined,
  };
}

/** The points over the assignments that tell them; null where none does, or nothing was done. */
export function sumOf(assignments: readonly Asked[], own: OwnWork) {
  const pointed = assignments.filter(({ link }) => hasPoints(assignmentIn(link)));
  const grades = pointed.flatMap(
    (asked) => gradeOf(assignmentIn(asked.link), workFor(asked, own)) ?? [],
  );
  if (grades.every(({ earned }) => earned === null)) return null;
  const sum = (of: (grade: Grade) => number) =>
    grades.reduce((sum, grade) => sum + of(grade), 0);
  return { earned: sum(({ earned }) => earned ?? 0), of: sum(({ of }) => of) };
}

/** Gives all of a learner, by their id. */
export type Gradebook = (learner: string) => OwnWork;

const nothing = new Map<string, never>();

/** The work of everybody in a class. */
export function gradebookOf(
  { handedIn, marks, extensions }: Pick<Board, "handedIn" | "marks" | "extensions">,
  standings: ReadonlyMap<string, OwnStandings>,
): Gradebook {
  const marked = byLearner(marks);
  const extended = byLearner(extensions);
  return (learner) => ({
    handedIn: handedIn.get(learner) ?? nothing,
    quizzes: standings.get(learner) ?? nothing,
    marks: marked.get(learner) ?? nothing,
    extensions: extended.get(learner) ?? nothing,
  });
}

/** Points as a reader is told them, to two places: "7.5". */
export const pointsText = (points: number) => String(Math.round(100 * points) / 100);
