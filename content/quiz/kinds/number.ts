// A numeric question whose numbers are drawn from a seed, with the answer computed.

import { seeded } from "./draw";
import { evaluated, type Numbers } from "./expression";

/** The values that one number is drawn from. */
export type Range =
  | { from: number; to: number; step: number }
  | { of: readonly number[] };

/** The texts hold expressions in double braces: "A layer with {{n}} neurons". */
export type Variants = {
  /** In order; a later one may not use an earlier one. */
  draws: Readonly<Record<string, Range>>;
  asks: string;
  /** Expressions. */
  answer: string;
  within: string;
  right: string;
  wrong: string;
};

/** How many values a range has. */
export const countOf = (range: Range) =>
  "of" in range
    ? range.of.length
    : Math.floor((range.to - range.from) / range.step + 1e-9) + 1;

/** A number without the noise of binary fractions: at most 10 significant digits. */
const clean = (value: number) => Number(value.toPrecision(10));

const valueAt = (range: Range, at: number) =>
  "of" in range ? (range.of[at] ?? 0) : clean(range.from + at * range.step);

/** A number in a text: up to six significant digits, thousands parted by commas. */
function written(value: number): string {
  const [whole = "", rest] = String(Number(value.toPrecision(6))).split(".");
  const grouped = /^-?\d{5,}$/.test(whole)
    ? whole.replace(/\B(?=(\d{3})+$)/g, ",")
    : whole;
  return (rest === undefined ? grouped : `${grouped}.${rest}`).replace("-", "−");
}

const filled = (text: string, numbers: Numbers) =>
  text.replace(/\{\{(.+?)\}\}/g, (_, inner: string) =>
    written(evaluated(inner, numbers)),
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
