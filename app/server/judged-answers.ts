// Answers as the server keeps them: judged here, whatever the browser thinks.
import type * as z from "zod";
import type { requests } from "@/content/class/messages";
import { judgedAnswer } from "@/content/quiz/question";
import { refusal } from "./class-route";
import { courseQuestions } from "./question-bank";
import type { MeasuredAnswer } from "./store/stored-rows";

type HandedInAnswer = z.infer<typeof requests.answers>["answers"][number];

/**
 * Judges answers by the course's questions; the outcome of a prediction is the learner’s
 * word, whose browser trained the run. Refuses with 400 a question that the course does not
 * have. Moments in the future become now: no later answer could replace one of them. The
 * second wording of a question that has but one counts as its first.
 */
export async function judgedAnswers(
  answers: readonly HandedInAnswer[],
): Promise<MeasuredAnswer[]> {
  const questions = await courseQuestions();
  const twoWordings = new Set(
    questions.flatMap(({ id, reworded }) => (reworded === undefined ? [] : [id])),
  );
  const now = Date.now();
  return answers.map(({ question, first, latest, at, took = null, sure, wording }) => {
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
      ...(sure !== undefined && { sure }),
      ...(wording && twoWordings.has(question) && { wording }),
    };
  });
}

/** Not every database keeps these characters, and no answer needs them. */
const unkept = /[\p{Cc}\p{Cs}]/gu;

/** The text of an answer without the characters that some database refuses. */
export const keptText = (text: string) => text.replace(unkept, " ");
