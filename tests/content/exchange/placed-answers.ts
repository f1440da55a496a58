// Answers to a question, right, partly right and wrong, by the places of its parts.
import type { Draw } from "@/content/quiz/kinds/draw";
import type { Answer } from "@/content/quiz/kinds/kind";
import type { Question } from "@/content/quiz/question";
import type { Placed } from "./gift-score";

/** Numbers in digits alone. */
const { format: digits } = new Intl.NumberFormat("en", {
  useGrouping: false,
  maximumSignificantDigits: 14,
});

/** The longest number that is read here. */
const longest = 24;

function typedNumbers(answer: number, within: number): string[] {
  const beyond = within * 1.01 + 1e-6 * Math.max(1, Math.abs(answer));
  // This site forgives a trillionth, which is more than such a tolerance.
  const fine = within < 1e-9 * Math.abs(answer);
  const near = fine
    ? [answer]
    : [answer, answer + within, answer - within, answer + within / 2];
  const far = [answer + beyond, answer - beyond, -answer - 1, answer * 10 + 7];
  const key = digits(answer);
  const others = [` ${key} `, key.includes(".") ? `${key}0` : `${key}.0`, "", "x"];
  const texts = [...near.map(digits), ...far.map(digits), ...others];
  return texts.filter((text) => text.trim().length <= longest);
}

const typedWords = (accepts: readonly string[], misses: readonly string[]) => [
  ...accepts.flatMap((text) => [text, text.toUpperCase(), ` ${text}  `, `${text} more`]),
  ...misses,
  ...["", "something else"],
];

/** All that is worth trying; `draw` picks where there are too many. */
export function placedAnswers(asked: Question, draw: Draw): Placed[] {
  const some = (count: number, times: number, one: () => number) =>
    Array.from({ length: times }, () => Array.from({ length: count }, one));
  switch (asked.kind) {
    case "number":
      return typedNumbers(asked.answer, asked.within).map((text) => ({
        kind: "typed",
        text,
      }));
    case "blank":
      return typedWords(
        asked.accepts,
        asked.misses.map(({ text }) => text),
      ).map((text) => ({ kind: "typed", text }));
    case "order": {
      const right = asked.items.map((_, at) => at);
      const swapped = [1, 0, ...right.slice(2)];
      const rolled = [...right.slice(1), 0];
      return [right, right.toReversed(), swapped, rolled].map((items) => ({
        kind: "ordered",
        items,
      }));
    }
    case "match": {
      const { length } = asked.pairs;
      const right = asked.pairs.map((_, at) => at);
      const more = some(length, 6, () => draw(length));
      return [right, right.toReversed(), ...more].map((to) => ({ kind: "matched", to }));
    }
    case "several": {
      const all = asked.options.map((_, at) => at);
      const right = all.filter((at) => asked.options[at]?.right);
      const more = some(all.length, 8, () => draw(2)).map((ticks) =>
        all.filter((at) => ticks[at]),
      );
      return [right, all, [], right.slice(1), ...more].map((options) => ({
        kind: "ticked",
        options,
      }));
    }
    default:
      return asked.options.map((_, at) => ({ kind: "ticked", options: [at] }));
  }
}

/** The same answer as this site has it. */
export function asAnswer(asked: Question, answer: Placed): Answer {
  const id = (parts: readonly { id: string }[], at: number) => parts[at]?.id ?? "";
  if (answer.kind === "ticked" && "options" in asked) {
    return { kind: "ticked", options: answer.options.map((at) => id(asked.options, at)) };
  }
  if (answer.kind === "ordered" && asked.kind === "order") {
    return { kind: "ordered", items: answer.items.map((at) => id(asked.items, at)) };
  }
  if (answer.kind === "matched" && asked.kind === "match") {
    const to = asked.pairs.map(
      (pair, at) => [pair.id, asked.pairs[answer.to[at] ?? 0]?.target ?? ""] as const,
    );
    return { kind: "matched", to: new Map(to) };
  }
  if (answer.kind === "typed") return answer;
  throw new Error(`no ${answer.kind} for ${asked.kind}`);
}
