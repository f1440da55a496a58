import { kinds, type Question, readAnswer } from "@/content/quiz/question";

/**
 * The answer that a text stands for, in words for a teacher; the text itself where the
 * question is not known.
 */
export function answerWords(question: Question | undefined, text: string): string {
  const answer = question && readAnswer(question, text);
  return answer ? kinds[question.kind].words(question, answer) : text;
}
