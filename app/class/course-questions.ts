import { readAllQuestions } from "@/content/quiz/lesson-questions";
import type { Question } from "@/content/quiz/question";

let read: Promise<readonly Question[]> | null = null;

/** Every question of the course, by which the server judges answers. */
export async function courseQuestions(): Promise<readonly Question[]> {
  read ??= readAllQuestions().then((lessons) =>
    lessons.flatMap(({ questions }) => questions),
  );
  try {
    return await read;
  } catch (error) {
    read = null;
    throw error;
  }
}
