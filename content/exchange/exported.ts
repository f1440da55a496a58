import type { Question } from "../question";

/** What is said of the questions that leave for another system. */
export type Exported = {
  /** Of the lesson, or of the course. */
  title: string;
  /** Draws the numbers, and the order of what is to be ordered or matched. */
  seed: number;
  /** The address of the lesson that asks the question, for what only it can show. */
  placeOf(question: Question): string | null;
};
