// What the review asks of the course's questions.
import type { CourseQuestion } from "@/components/quiz/course-questions";
import type { AnswerBook } from "@/content/quiz/answer-book";
import { handful } from "@/content/quiz/schedule";
import { type Asked, seedAfter } from "./session";

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
      !book[id] && begun.has(lesson) && question.kind !== "predict",
  );
  return withSeeds(book, open.slice(0, most));
}
