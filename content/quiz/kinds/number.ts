// A number to be typed. Where the question has variants, its numbers are drawn from a seed
// and the answer is computed.
import { seeded } from "./draw";
import { evaluated, type Numbers } from "./expression";
import { type Head, type KindRecord, noParts, typedWords } from "./kind";

/** The values that one number is drawn from. */
type DrawRange = { from: number; to: number; step: number } | { of: readonly number[] };

/** The texts hold expressions in double braces: "A layer with {{n}} neurons". */
export type Variants = {
  /** In order; a later one may not use an earlier one. */
  draws: Readonly<Record<string, DrawRange>>;
  asks: string;
  /** Expressions. */
  answer: string;
  within: string;
  right: string;
  wrong: string;
};

/** A number is asked for. */
export type NumberQuestion = Head & {
  kind: "number";
  answer: number;
  /** The largest distance from `answer` that still counts as right. */
  within: number;
  unit: string;
  right: string;
  wrong: string;
  /** The ranges that its numbers are drawn from; null where they are always the same. */
  variants: Variants | null;
};

/** How many values a range has. */
export const countOf = (range: DrawRange) =>
  "of" in range
    ? range.of.length
    : Math.floor((range.to - range.from) / range.step + 1e-9) + 1;

/** A number without the noise of binary fractions: at most 10 significant digits. */
const clean = (value: number) => Number(value.toPrecision(10));

const valueAt = (range: DrawRange, at: number) =>
  "of" in range ? (range.of[at] ?? 0) : clean(range.from + at * range.step);

/** A number in a text: up to six significant digits, thousands parted by commas. */
function numberText(value: number): string {
  const [whole = "", rest] = String(Number(value.toPrecision(6))).split(".");
  const grouped = /^-?\d{5,}$/.test(whole)
    ? whole.replace(/\B(?=(\d{3})+$)/g, ",")
    : whole;
  return (rest === undefined ? grouped : `${grouped}.${rest}`).replace("-", "−");
}

const filled = (text: string, numbers: Numbers) =>
  text.replace(/\{\{(.+?)\}\}/g, (_, inner: string) =>
    numberText(evaluated(inner, numbers)),
  );

/** Draws the numbers of one seed and computes with them. Throws what `evaluated` throws. */
export function drawnNumber(id: string, variants: Variants, seed: number) {
  const draw = seeded(id, seed);
  const numbers: Record<string, number> = {};
  for (const [name, range] of Object.entries(variants.draws)) {
    numbers[name] = valueAt(range, draw(countOf(range)));
  }
  return {
    asks: filled(variants.asks, numbers),
    answer: clean(evaluated(variants.answer, numbers)),
    within: evaluated(variants.within, numbers),
    right: filled(variants.right, numbers),
    wrong: filled(variants.wrong, numbers),
  };
}

/** The question as it was read is that of seed 0. */
const draw = (question: NumberQuestion, seed: number): NumberQuestion =>
  question.variants && seed !== 0
    ? { ...question, ...drawnNumber(question.id, question.variants, seed) }
    : question;

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

/** Its record. */
export const number: KindRecord<NumberQuestion> = {
  name: "number",
  way: "A number",
  paper: {},
  draw,
  varies: ({ variants }) => variants !== null,
  unit: ({ unit }) => unit,
  parts: () => noParts,
  empty: () => ({ kind: "typed", text: "" }),
  fits: (_, answer) => answer.kind === "typed",
  missing: (_, answer) =>
    answer.kind === "typed" && typedNumber(answer.text) === null
      ? "Type a number, such as 12 or 0.5."
      : null,
  isRight(question, answer) {
    if (answer.kind !== "typed") return false;
    const asked = draw(question, answer.seed ?? 0);
    const typed = typedNumber(answer.text);
    return (
      typed !== null &&
      // A typed decimal is not quite what was computed: 0.3 is not 0.1 + 0.2.
      Math.abs(typed - asked.answer) <= asked.within + 1e-12 * Math.abs(asked.answer)
    );
  },
  explain(question, answer, isRight) {
    const asked = draw(question, (answer.kind === "typed" && answer.seed) || 0);
    return { says: isRight ? asked.right : asked.wrong, parts: new Map() };
  },
  words: ({ unit }, answer) => typedWords(answer, unit),
  sheetKey({ answer, unit, within, right }) {
    const tolerance = within > 0 ? ` (± ${within})` : "";
    return { write: `${answer}${unit && ` ${unit}`}${tolerance}`, whys: [right] };
  },
};
