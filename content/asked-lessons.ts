// The lessons with what they ask: enough to name a question, and nothing of its answer.
import type { Slug } from "./course";
import type { Idea } from "./ideas";
import { readCourse } from "./lesson";
import { readAllQuestions } from "./quiz";

export type AskedLesson = {
  slug: Slug;
  title: string;
  questions: readonly { id: string; asks: string; idea: Idea }[];
};

/** Every lesson in the order of the course. */
export async function readAskedLessons(): Promise<AskedLesson[]> {
  const heads = await readCourse();
  const quizzes = await readAllQuestions();
  return quizzes.map(({ slug, questions }, index) => ({
    slug,
    title: heads[index]?.title ?? slug,
    questions: questions.map(({ id, asks, idea }) => ({ id, asks, idea })),
  }));
}
