// An answer as one short text, as a receipt holds it.
import { type Answer, isRight, type Question } from "./question";

/** The longest text of an answer, in characters. */
export const longestAnswer = 1000;

const nothingTicked = "none";

/** Positions of options, each once, in order: 0 to 19. */
const positions = /^1?\d(-1?\d)*$/;

/** The text that `parseAnswerText` reads back: `0-2` for ticked options, `=3.5` for typed. */
export function answerText(answer: Answer): string {
  if (answer.kind === "typed") return `=${answer.text}`.slice(0, longestAnswer);
  const ticked = [...new Set(answer.options)].sort((one, other) => one - other);
  return ticked.length === 0 ? nothingTicked : ticked.join("-");
}

/** Reads what `answerText` wrote, ticked options in order; null for any other text. */
export function parseAnswerText(text: string): Answer | null {
  if (text.length > longestAnswer) return null;
  if (text.startsWith("=")) return { kind: "typed", text: text.slice(1) };
  if (text !== nothingTicked && !positions.test(text)) return null;
  const options = text === nothingTicked ? [] : text.split("-").map(Number);
  const answer: Answer = { kind: "ticked", options };
  // Only one text stands for an answer.
  return answerText(answer) === text ? answer : null;
}

/**
 * How the answer that a text stands for is judged: "unknown" where none of `questions` has
 * the id. A text that stands for no answer is wrong.
 */
export function judgedAnswer(
  questions: readonly Question[],
  id: string,
  text: string,
): "right" | "wrong" | "unknown" {
  const question = questions.find((one) => one.id === id);
  if (!question) return "unknown";
  const answer = parseAnswerText(text);
  return answer && isRight(question, answer) ? "right" : "wrong";
}
