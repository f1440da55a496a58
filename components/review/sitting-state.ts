// One sitting of the review: which questions are asked, what came of each, and when they
// come again.
import type { CourseQuestion } from "@/components/quiz/course-questions";
import type { AnswerBook, Entry } from "@/content/quiz/answer-book";
import { kinds } from "@/content/quiz/question";
import { dayOf, handful } from "@/content/quiz/schedule";

/** A question as it is asked this time. */
export type Asked = CourseQuestion & {
  /** Draws its numbers and its order. */
  seed: number;
};

export type Outcome = "right" | "wrong" | "skipped";

type SittingState = {
  /** Of the questions left behind, in the order in which they were asked. */
  outcomes: readonly Outcome[];
  /** The outcome of the question at hand; null until it is answered. */
  judged: "right" | "wrong" | null;
};

export const begun: SittingState = { outcomes: [], judged: null };

/** The first answer to a question counts; another one only teaches. */
export function afterStep(
  { outcomes, judged }: SittingState,
  step: "next" | "right" | "wrong",
): SittingState {
  return step === "next"
    ? { outcomes: [...outcomes, judged ?? "skipped"], judged: null }
    : { outcomes, judged: judged ?? step };
}

/** Another seed for each repetition, and the same until there is an answer to it. */
export const seedAfter = (entry: Entry | undefined): number =>
  entry ? 1 + (Math.floor(entry.at / 1000) % 2_000_000_000) : 0;

type Questions = readonly CourseQuestion[];

const withSeeds = (book: AnswerBook, questions: Questions): Asked[] =>
  questions.map((one) => ({ ...one, seed: seedAfter(book[one.id]) }));

/** Today’s handful. */
export const dueToday = (book: AnswerBook, all: Questions, now: number): Asked[] =>
  withSeeds(book, handful(book, all, now));

/** A few questions not yet answered, from the lessons begun, in their order. */
export function fewNew(book: AnswerBook, all: Questions, most = 5): Asked[] {
  const begun = new Set(all.filter(({ id }) => book[id]).map(({ lesson }) => lesson));
  const open = all.filter(
    ({ id, lesson, question }) =>
      !book[id] && begun.has(lesson) && !kinds[question.kind].trained,
  );
  return withSeeds(book, open.slice(0, most));
}

/** When something is due, as one says it: “today”, “tomorrow”, “in 3 days”. */
export function dueWords(due: number, now: number): string {
  const days = dayOf(due) - dayOf(now);
  if (days <= 0) return "today";
  if (days === 1) return "tomorrow";
  if (days < 14) return `in ${days} days`;
  return days < 61
    ? `in ${Math.round(days / 7)} weeks`
    : `in ${Math.round(days / 30.44)} months`;
}
