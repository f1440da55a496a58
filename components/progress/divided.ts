import type { AnswerBook } from "@/content/quiz/answer-book";

/** A book in two: the entries of the questions `ids`, null for all, and the others. */
export function divided(book: AnswerBook, ids: readonly string[] | null) {
  const isThat = (id: string) => ids === null || ids.includes(id);
  const entries = Object.entries(book);
  const those: AnswerBook = Object.fromEntries(entries.filter(([id]) => isThat(id)));
  const others: AnswerBook = Object.fromEntries(entries.filter(([id]) => !isThat(id)));
  return { those, others };
}
