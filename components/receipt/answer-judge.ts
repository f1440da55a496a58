// Judges the answers of a receipt, with the course's questions, fetched when any is asked.
import { courseQuestions } from "@/components/quiz/course-questions";
import { judgedAnswer } from "@/content/answer-text";
import type { Goal } from "@/labs/assignment/goal";
import type { JudgeAnswer } from "@/labs/receipt/end-findings";

/** How answers are judged for these goals, or a sentence where that cannot be told. */
export async function judgeFor(
  goals: readonly Goal[],
): Promise<JudgeAnswer | { problem: string }> {
  if (!goals.some(({ kind }) => kind === "answer")) return () => "unknown";
  try {
    const questions = (await courseQuestions()).map(({ question }) => question);
    return (id, text) => judgedAnswer(questions, id, text);
  } catch {
    return {
      problem:
        "The course’s questions, by which answers are judged, could not be loaded. Try again once you are online.",
    };
  }
}
