import { counted } from "@/labs/arithmetic/number-text";
import type { Lab } from "@/labs/catalog/lab";
import type { Run } from "@/labs/run/run";
import type { Goal } from "./goal";

// A run, its locked settings and its goals: what an instructor sends as a link.

/** A run, its locked fields and its goals, with all that its link says beside them. */
export type Assignment = {
  lab: Lab;
  /** Where every learner starts; its seed counts only where it is locked. */
  run: Run;
  /** May be empty. */
  title: string;
  /** Instructions, in Markdown. */
  note: string;
  goals: readonly Goal[];
  /** The ids of graded questions: a class asks them, and no receipt tells of them. */
  quiz: readonly string[];
  /** The points of all graded questions together; null: none. See `pointLimits`. */
  quizPoints: number | null;
  /** When a learner is told which graded answers were right. */
  feedback: Feedback;
  /** How often each graded question may be answered. */
  tries: number;
  /** How long a learner has for all graded questions once started; null: no limit. */
  minutes: number | null;
  /** The settings that a learner cannot change, in the order of `settings`. */
  lock: readonly (keyof Run)[];
  /** See `isDue`; null where there is none. */
  due: string | null;
};

/** At once after each answer; once all are handed in; or once they are due. */
export type Feedback = (typeof feedbacks)[number];

/** Each feedback by its name in links. */
export const feedbacks = ["once", "handed", "due"] as const;

/** The name of an assignment: its title, or its lab's. */
export const assignmentTitle = ({ title, lab }: Pick<Assignment, "title" | "lab">) =>
  title.trim() || lab.title;

/** Whether graded questions are all that counts, so that nothing need be trained. */
export const asksQuizAlone = ({ goals, quiz }: Pick<Assignment, "goals" | "quiz">) =>
  goals.length === 0 && quiz.length > 0;

/** The longest texts of an assignment, in characters. */
export const longest = { title: 120, note: 2000 };

/** The most of what graded questions are set to; the least is 1. */
export const gradedLimits = { questions: 20, tries: 10, minutes: 240 };

// The points of an assignment.

type Worth = Pick<Assignment, "goals" | "quizPoints">;

/** The points of all goals and of the graded questions; null where nothing has any. */
export function totalPoints({ goals, quizPoints }: Worth): number | null {
  const all = [...goals.map(({ points }) => points), quizPoints ?? undefined];
  const given = all.filter((points) => points !== undefined);
  return given.length === 0 ? null : given.reduce((sum, points) => sum + points, 0);
}

/**
 * The most points of an assignment. One that says nothing of points has one for all its
 * goals together and one for each graded question.
 */
export const mostPoints = (asked: Worth & Pick<Assignment, "quiz">) =>
  totalPoints(asked) ?? Math.min(1, asked.goals.length) + asked.quiz.length;

/**
 * The points that a learner has: of the goals that are met, in the order of `goals`, and the
 * share of the graded questions that are right (0 to 1; null before any), to two decimals.
 * Null where nothing has points.
 */
export function earnedPoints(
  { goals, quizPoints }: Worth,
  met: readonly boolean[],
  quizShare: number | null,
): number | null {
  if (totalPoints({ goals, quizPoints }) === null) return null;
  const ofGoals = goals.reduce(
    (sum, { points = 0 }, at) => sum + (met[at] ? points : 0),
    0,
  );
  return Math.round(100 * (ofGoals + (quizShare ?? 0) * (quizPoints ?? 0))) / 100;
}

// When an assignment is due: a day, or a minute of universal time. It only informs.

const written = /^(\d{4})-(\d\d)-(\d\d)(?:T(\d\d):(\d\d)Z)?$/;

/**
 * Whether a text is a due date: `2026-12-01`, a day wherever the learner is, or
 * `2026-12-01T18:00Z`, a minute of universal time.
 */
export function isDue(text: string): boolean {
  const [, year, month, day, hour = "00", minute = "00"] = written.exec(text) ?? [];
  if (!year) return false;
  const whole = `${year}-${month}-${day}T${hour}:${minute}:00.000Z`;
  const at = new Date(whole);
  return !Number.isNaN(at.getTime()) && at.toISOString() === whole;
}

/** A due date as a reader is told it, where they are; as their browser writes it, if left out. */
export function dueText(due: string, language?: string): string {
  const timed = due.includes("T");
  const at = new Date(timed ? due : `${due}T12:00Z`);
  return at.toLocaleString(language, {
    dateStyle: "full",
    ...(timed ? { timeStyle: "short" } : { timeZone: "UTC" }),
  });
}

/** Whether a due date (see `isDue`) is past; a day is past when it is where `now` is. */
export function isOverdue(due: string, now: Date): boolean {
  return due.includes("T") ? now > new Date(due) : localDay(now) > due;
}

/** The day that a moment is in where the reader is: "2026-12-01". */
export function localDay(at: Date): string {
  const parts = [at.getMonth() + 1, at.getDate()].map((part) =>
    String(part).padStart(2, "0"),
  );
  return [String(at.getFullYear()).padStart(4, "0"), ...parts].join("-");
}

type Terms = {
  /** Of graded questions. */
  count: number;
  tries: number;
  /** From a learner's start; null where time is not limited. */
  minutes: number | null;
};

/** The rules of a graded quiz: "6 questions, 2 tries each, 20 minutes once you start." */
export function quizTerms({ count, tries, minutes }: Terms): string {
  const each = `${counted(tries, "try", "tries")}${count === 1 ? "" : " each"}`;
  const time =
    minutes === null ? "no time limit" : `${counted(minutes, "minute")} once you start`;
  return `${counted(count, "question")}, ${each}, ${time}.`;
}
