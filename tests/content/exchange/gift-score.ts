// Points as Moodle gives them for a question in GIFT, written from its documentation:
// https://docs.moodle.org/en/Question_types, and the strict parser that somebody else wrote.
import type { GIFTQuestion } from "gift-pegjs";

/** What is answered, by the places of options, items and pairs in the question's own file. */
export type Placed =
  | { kind: "ticked"; options: readonly number[] }
  | { kind: "typed"; text: string }
  /** The items, first to last. */
  | { kind: "ordered"; items: readonly number[] }
  /** For each pair, the pair whose right-hand side is chosen for it. */
  | { kind: "matched"; to: readonly number[] };

const within = (points: number) => Math.min(1, Math.max(0, points));

/** Letters and spaces at the ends do not count; a star stands for any text. */
function isLike(typed: string, pattern: string): boolean {
  const parts = pattern.trim().split(/(?<!\\)\*/);
  const marked = parts.map((part) =>
    part.replaceAll("\\*", "*").replace(/[\\^$.*+?()[\]{}|]/g, "\\$&"),
  );
  return new RegExp(`^${marked.join(".*")}$`, "isu").test(typed.trim());
}

/** From 0 to 1. */
export function giftScore(question: GIFTQuestion, answer: Placed): number {
  switch (question.type) {
    case "MC": {
      if (answer.kind !== "ticked") break;
      const worth = answer.options.map((at) => {
        const { isCorrect = false, weight = null } = question.choices[at] ?? {};
        return weight === null ? Number(isCorrect) : weight / 100;
      });
      // Shares of a third are rounded: all of them together are the whole.
      const sum = worth.reduce((sum, one) => sum + one, 0);
      return within(Math.abs(sum - 1) < 1e-4 ? 1 : sum);
    }
    case "Short": {
      if (answer.kind !== "typed") break;
      const first = question.choices.find(({ text }) => isLike(answer.text, text.text));
      return first ? (first.weight ?? 100) / 100 : 0;
    }
    case "Numerical": {
      if (answer.kind !== "typed") break;
      const { choices } = question;
      const listed = Array.isArray(choices)
        ? choices.filter(({ isCorrect }) => isCorrect).map(({ text }) => text)
        : [choices];
      const typed = answer.text.trim() === "" ? Number.NaN : Number(answer.text);
      const near = listed.some(
        ({ number = 0, range = 0 }) =>
          Math.abs(typed - number) <= range + 1e-13 * Math.abs(number) + 1e-14,
      );
      return near ? 1 : 0;
    }
    case "Matching": {
      const { matchPairs } = question;
      const answers = matchPairs.map(({ subanswer }) => subanswer);
      const given =
        answer.kind === "matched"
          ? answer.to.map((at) => answers[at])
          : answer.kind === "ordered"
            ? answers.map((_, at) => answers[answer.items.indexOf(at)])
            : [];
      const right = answers.filter((one, at) => given[at] === one).length;
      return right / answers.length;
    }
  }
  throw new Error(`no ${answer.kind} for ${question.type}`);
}
