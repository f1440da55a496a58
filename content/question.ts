// One quiz item, and how an answer to it is judged. Pure, so that a page can use it.

/** One thing that can be ticked, and why it is right or wrong. */
export type Option = { text: string; right: boolean; why: string };

/** `id` is unique in the course and never changes: answers are kept under it. */
export type Question = { id: string; asks: string } & (
  | { kind: "one" | "several"; options: readonly Option[] }
  | {
      kind: "number";
      answer: number;
      /** The largest distance from `answer` that still counts as right. */
      within: number;
      unit: string;
      right: string;
      wrong: string;
    }
);

/** What somebody answered: the ticked options by position, or the text of a number. */
export type Answer = { kind: "ticked"; options: readonly number[] } | Typed;

type Typed = { kind: "typed"; text: string };

const inThousands = /^[-+]?[1-9]\d{0,2}(,\d{3})+(\.\d+)?$/;

/**
 * The number that a reader typed; null if it is none. Commas between groups of three
 * digits part thousands ("160,000"); another comma is a decimal one ("0,5").
 */
export function typedNumber(text: string): number | null {
  const signed = text.trim().replace("−", "-");
  const plain = inThousands.test(signed)
    ? signed.replaceAll(",", "")
    : signed.replace(",", ".");
  if (plain.length > 24 || !/^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/i.test(plain))
    return null;
  const value = Number(plain);
  return Number.isFinite(value) ? value : null;
}

/** Whether an answer is right. An answer of the wrong kind is wrong. */
export function isRight(question: Question, answer: Answer): boolean {
  if (question.kind === "number") {
    const typed = answer.kind === "typed" ? typedNumber(answer.text) : null;
    return typed !== null && Math.abs(typed - question.answer) <= question.within;
  }
  return (
    answer.kind === "ticked" &&
    question.options.every(
      (option, position) => option.right === answer.options.includes(position),
    )
  );
}
