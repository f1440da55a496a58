// Judges the answers of a receipt, with the course's questions, fetched when any is asked.
import { judgedAnswer } from "@/content/answer-text";
import { isFields } from "@/content/fields";
import type { Question } from "@/content/question";
import type { Goal } from "@/labs/assignment/goal";
import type { JudgeAnswer } from "@/labs/receipt/end-findings";

let waiting: Promise<readonly Question[] | null> | null = null;

/** The site's own list, made of the type that it is read as. */
type Listed = { question: Question };

const isListed = (value: unknown): value is Listed =>
  isFields(value) && isFields(value.question) && typeof value.question.id === "string";

async function fetchQuestions(): Promise<readonly Question[] | null> {
  try {
    const answer = await fetch("/questions.json");
    const read: unknown = answer.ok ? await answer.json() : null;
    return Array.isArray(read)
      ? read.filter(isListed).map(({ question }) => question)
      : null;
  } catch {
    return null;
  }
}

/** How answers are judged for these goals, or a sentence where that cannot be told. */
export async function judgeFor(
  goals: readonly Goal[],
): Promise<JudgeAnswer | { problem: string }> {
  if (!goals.some(({ kind }) => kind === "answer")) return () => "unknown";
  waiting ??= fetchQuestions();
  const questions = await waiting;
  if (questions) return (id, text) => judgedAnswer(questions, id, text);
  waiting = null;
  return {
    problem:
      "The course’s questions, by which answers are judged, could not be loaded. Try again once you are online.",
  };
}
