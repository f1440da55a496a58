// An answer as one short text, as a receipt, a class and an export hold it.
import type { Answer } from "./kinds/kind";
import { isRight, type Question } from "./question";

/** The longest text of an answer, in characters. */
export const longestAnswer = 1000;

const nothing = "none";
const left = "x";

/** A position: 0 to 19. */
const position = "1?\\d";

const listOf = (of: readonly (number | null)[]) =>
  of.length === 0 ? nothing : of.map((one) => one ?? left).join("-");

const read = (list: string) => (list === nothing ? [] : list.split("-"));

const ticked = new RegExp(`^(${nothing}|${position}(-${position})*)$`);
const moved = new RegExp(
  `^[>~](${nothing}|(${position}|${left})(-(${position}|${left}))*)$`,
);
const foretold = new RegExp(`^\\?(${position}):(${position}|${left})$`);
const typed = /^(\d{0,10})=([\s\S]*)$/;

const place = (text: string) => (text === left ? null : Number(text));

/**
 * The text that `parseAnswerText` reads back: `0-2` for ticked options, `=3.5` for typed,
 * `7=3.5` where seed 7 drew the numbers, `>2-0-1` for an order, `~1-x-0` for a matching
 * with a gap, `?0:2` for a prediction and what came, `?0:x` where nothing did.
 */
export function answerText(answer: Answer): string {
  switch (answer.kind) {
    case "typed":
      return `${answer.seed || ""}=${answer.text}`.slice(0, longestAnswer);
    case "ticked":
      return listOf([...new Set(answer.options)].sort((one, other) => one - other));
    case "ordered":
      return `>${listOf(answer.items)}`;
    case "matched":
      return `~${listOf(answer.to)}`;
    case "predicted":
      return `?${answer.option}:${answer.came ?? left}`;
  }
}

function readAnswer(text: string): Answer | null {
  const [, seed, words] = typed.exec(text) ?? [];
  if (words !== undefined) {
    return seed
      ? { kind: "typed", text: words, seed: Number(seed) }
      : { kind: "typed", text: words };
  }
  if (ticked.test(text)) return { kind: "ticked", options: read(text).map(Number) };
  if (moved.test(text)) {
    const places = read(text.slice(1)).map(place);
    if (text.startsWith("~")) return { kind: "matched", to: places };
    const items = places.filter((item) => item !== null);
    return items.length < places.length ? null : { kind: "ordered", items };
  }
  const [, option, came] = foretold.exec(text) ?? [];
  return came === undefined
    ? null
    : { kind: "predicted", option: Number(option), came: place(came) };
}

/** Reads what `answerText` wrote; null for any other text. */
export function parseAnswerText(text: string): Answer | null {
  if (text.length > longestAnswer) return null;
  const answer = readAnswer(text);
  // Only one text stands for an answer.
  return answer && answerText(answer) === text ? answer : null;
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
