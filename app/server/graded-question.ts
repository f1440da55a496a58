// One question of a graded quiz, as it is put to a learner and as it is judged.
import { createHash } from "node:crypto";
import { answerText, parseAnswerText } from "@/content/quiz/answer-text";
import type { Answer } from "@/content/quiz/kinds/kind";
import {
  drawn,
  isRight,
  meant,
  missingIn,
  type Posed,
  posed,
  type Question,
  shown,
} from "@/content/quiz/question";
import { keptText } from "./judged-answers";

/** 1 to 2³¹ − 1, the same for the same texts. */
function seedIn(secret: string, question: string): number {
  const hash = createHash("sha256").update(`${secret} ${question}`).digest();
  return hash.readUInt32BE(0) & 0x7fffffff || 1;
}

function isDrawn(question: Question, seed: number): boolean {
  try {
    drawn(question, seed);
    return true;
  } catch {
    return false;
  }
}

/** The seed of a question; one by which its numbers divide by zero, say, is passed over. */
function seedOf(secret: string, question: Question): number {
  const first = seedIn(secret, question.id);
  for (let seed = first; seed < first + 100; seed += 1) {
    if (isDrawn(question, seed)) return seed;
  }
  return first;
}

/**
 * The question as a learner sees it. It holds no seed: from it the page's own code would
 * tell which shown item stands where in the file, and so the right order.
 */
export const posedTo = (secret: string, question: Question): Posed => ({
  ...posed(question, seedOf(secret, question)),
  seed: 0,
});

/** The longest typed answer; none needs more. */
const longestTyped = 500;

const isOnce = (positions: readonly (number | null)[], count: number) =>
  new Set(positions).size === positions.length &&
  positions.every((one) => one !== null && one < count);

/** Whether an answer is a whole one to the posed question. */
function fits(question: Posed, answer: Answer): boolean {
  if (missingIn(question.kind, answer) !== null) return false;
  switch (question.kind) {
    case "number":
    case "blank":
      return (
        answer.kind === "typed" &&
        answer.seed === undefined &&
        answer.text.length <= longestTyped
      );
    case "order":
      return (
        answer.kind === "ordered" &&
        answer.items.length === question.items.length &&
        isOnce(answer.items, question.items.length)
      );
    case "match":
      return (
        answer.kind === "matched" &&
        answer.to.length === question.items.length &&
        answer.to.every((to) => to !== null && to < question.targets.length)
      );
    default:
      // Nobody's own run decides here, so a prediction is a choice as any other.
      return (
        answer.kind === "ticked" &&
        isOnce(answer.options, question.options.length) &&
        (question.kind === "several" || answer.options.length === 1)
      );
  }
}

/** A text in the positions shown, judged; null where it is no answer to the question. */
export function judgedText(
  secret: string,
  question: Question,
  text: string,
): { text: string; right: boolean } | null {
  const answer = parseAnswerText(keptText(text));
  if (!answer || !fits(posedTo(secret, question), answer)) return null;
  const real = meant(question, seedOf(secret, question), answer);
  return { text: answerText(real), right: isRight(question, real) };
}

/** A kept text in the positions that the learner was shown; "none" if the file changed. */
export function shownText(secret: string, question: Question, text: string): string {
  const answer = parseAnswerText(text);
  if (!answer) return "none";
  const seen = shown(question, seedOf(secret, question), answer);
  const written = answerText(
    seen.kind === "typed" ? { kind: "typed", text: seen.text } : seen,
  );
  return parseAnswerText(written) ? written : "none";
}
