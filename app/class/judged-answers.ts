// Answers as the server keeps them: judged by itself, whatever the browser thinks.

import type * as z from "zod";
import type { requests } from "@/components/class/messages";
import { judgedAnswer } from "@/content/answer-text";
import type { StoredAnswer } from "./class-store";
import { courseQuestions } from "./course-questions";
import { refusal } from "./refusal";

type Given = z.infer<typeof requests.answers>["answers"][number];

/** No database keeps all of these; no answer needs them. */
const unkept = /[\p{Cc}\p{Cs}]/gu;

/**
 * Judges answers by the course's questions. Refuses, with 400, a question that the course
 * does not have. None is from the future, where no later one could take its place.
 */
export async function judgedAnswers(given: readonly Given[]): Promise<StoredAnswer[]> {
  const questions = await courseQuestions();
  const now = Date.now();
  return given.map(({ question, first, latest, at }) => {
    const texts = {
      first: first.replace(unkept, " "),
      latest: latest.replace(unkept, " "),
    };
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
    };
  });
}
