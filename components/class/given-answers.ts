// The answers of a reader's book as a class takes them.
import type { AnswerBook } from "@/content/quiz/answer-book";
import { answerText } from "@/content/quiz/answer-text";
import type { GivenAnswer } from "./outbox-entry";

/** Those to known questions, or all where `known` is null. Moments are whole. */
export function givenAnswers(
  book: AnswerBook,
  known: ReadonlySet<string> | null,
): GivenAnswer[] {
  return Object.entries(book)
    .filter(([question]) => known === null || known.has(question))
    .map(([question, { first, latest, at, firstTook }]) => ({
      question,
      first: answerText(first),
      latest: answerText(latest),
      at: Math.max(0, Math.round(at)),
      ...(firstTook !== null && { took: Math.round(firstTook) }),
    }));
}
