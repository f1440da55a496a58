import type { AnswerBook } from "@/content/quiz/answer-book";

/** Of some questions, how many are right now, how many are answered, and how many there are. */
export type Share = { right: number; answered: number; all: number };

export function shareOf(
  answers: AnswerBook,
  questions: readonly { id: string }[],
): Share {
  const entries = questions.flatMap(({ id }) => answers[id] ?? []);
  const right = entries.filter((entry) => entry.right).length;
  return { right, answered: entries.length, all: questions.length };
}

/** The same in words: “3 of 5 right, 1 not yet”. */
export function shareWords({ right, answered, all }: Share): string {
  const missed = answered - right;
  return `${right} of ${all} right${missed > 0 ? `, ${missed} not yet` : ""}`;
}
