// A learner's grade for an assignment, the same for them and for their teachers.
import { isLate } from "@/components/assignment/times";
import type { ReceiptHead } from "@/content/class/messages";
import type { Mark } from "@/content/class/roster-messages";
import {
  type Assignment,
  earnedPoints,
  mostPoints,
  totalPoints,
} from "@/labs/assignment/assignment";
import { bestReceipt } from "./standing";

/** A learner's work for an assignment, as far as it is graded. */
type GradedWork = {
  /** Latest first. */
  receipts: readonly ReceiptHead[];
  /** `right` is null while the learner is not told. */
  quiz:
    | {
        right: number | null;
        count: number;
        handed: number | null;
        tries?: readonly { at: number }[];
      }
    | undefined;
  mark: Pick<Mark, "points" | "verdict"> | undefined;
  /** See `isDue`; the learner's own extension where they have one. */
  due: string | null;
};

/** All that a learner earned with one assignment, and by what. */
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
function metIn(asked: Assignment, receipt: ReceiptHead | null, mark: GradedWork["mark"]) {
  const all = (met: boolean) => asked.goals.map(() => met);
  if (mark?.verdict) return all(mark.verdict === "accepted");
  const outcome = receipt?.outcome;
  if (!outcome || outcome.verdict === "contradicted") return all(false);
  return outcome.met ?? all(outcome.verdict === "confirmed");
}

const shareOf = (quiz: GradedWork["quiz"]) =>
  quiz && quiz.count > 0 && quiz.right !== null ? quiz.right / quiz.count : null;

/** Whether an assignment says how many points there are for what. */
export const hasPoints = (asked: Assignment | null) =>
  asked !== null && totalPoints(asked) !== null;

type Met = readonly boolean[];

function earnedBy(asked: Assignment, met: Met, quiz: GradedWork["quiz"]): number {
  const points = earnedPoints(asked, met, shareOf(quiz));
  if (points !== null) return points;
  const done = asked.goals.length > 0 && met.every(Boolean) ? 1 : 0;
  return done + (quiz?.right ?? 0);
}

const cameLate = (at: number, due: string | null) => isLate(at, { due, extended: null });

/** The receipt that earns most; of equal ones one in time, then the best. */
function countedReceipt(
  asked: Assignment,
  { receipts, due }: GradedWork,
): ReceiptHead | null {
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
export function gradeOf(asked: Assignment | null, work: GradedWork): Grade | null {
  if (!asked) return null;
  const { quiz, mark, due } = work;
  const receipt = countedReceipt(asked, work);
  const answered = quiz?.handed ?? quiz?.tries?.at(-1)?.at;
  const late =
    (receipt !== null && cameLate(receipt.received, due)) ||
    (answered !== undefined && cameLate(answered, due));
  const done = receipt !== null || quiz !== undefined || Boolean(mark?.verdict);
  const earned = done ? earnedBy(asked, metIn(asked, receipt, mark), quiz) : null;
  return { receipt, earned: mark?.points ?? earned, of: mostPoints(asked), late };
}

/** Points as a reader is told them, to two places: "7.5". */
export const pointsText = (points: number) => String(Math.round(100 * points) / 100);
