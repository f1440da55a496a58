// Answers as the server keeps them: judged by itself, whatever the browser thinks.
import type * as z from "zod";
import type { requests } from "@/content/class/messages";
import { judgedAnswer } from "@/content/quiz/answer-text";
import { refusal } from "./class-route";
import { courseQuestions } from "./question-bank";
import type { StoredAnswer } from "./store/class-store";

type Given = z.infer<typeof requests.answers>["answers"][number];

/**
 * Judges answers by the course's questions. Refuses, with 400, a question that the course
 * does not have. None is from the future, where no later one could take its place.
 *
 * What came of a prediction is the learner’s word: their browser trained the run.
 */
export async function judgedAnswers(given: readonly Given[]): Promise<StoredAnswer[]> {
  const questions = await courseQuestions();
  const now = Date.now();
  return given.map(({ question, first, latest, at, took = null }) => {
    const texts = { first: keptText(first), latest: keptText(latest) };
    const verdicts = [texts.first, texts.latest].map((text) =>
      judgedAnswer(questions, question, text),
    );
    if (verdicts.includes("unknown")) {
      throw refusal(400, `The course has no question “${question}”.`);
    }
    const [firstRight, right] = verdicts.map((verdict) => verdict === "right");
    return {
      question,
      ...texts,
      firstRight: firstRight === true,
      right: right === true,
      at: Math.min(at, now),
      took,
    };
  });
}

/** No database keeps all of these; no answer needs them. */
const unkept = /[\p{Cc}\p{Cs}]/gu;

/** The text of an answer as every database keeps it. */
export const keptText = (text: string) => text.replace(unkept, " ");
