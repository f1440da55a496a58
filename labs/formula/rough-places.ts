// Where a formula is no smooth number: kinks, jumps, poles, and stretches without a value.

import { evaluatorOf } from "./evaluate";
import { constant, type Formula, namesIn, pair, partsOf, wholePower } from "./formula";

/** A formula of one name with its slope, looked at from `from` to `to`. */
type Looked = {
  value: Formula;
  slope: Formula;
  name: string;
  from: number;
  to: number;
};

/** A place where a formula is not smooth; slopes and values are those on its two sides. */
export type RoughPlace =
  | { kind: "kink"; at: number; left: number; right: number }
  | { kind: "jump"; at: number; left: number; right: number }
  /** The value is no finite number there, or grows without bound towards it. */
  | { kind: "pole"; at: number }
  /** The value is a number, and the slope is none or grows without bound. */
  | { kind: "steep"; at: number };

/** A stretch on which the value is no finite number; its ends may have one. */
export type Gap = { from: number; to: number };

/** The largest number in single precision, in which networks are trained. */
const largest = 3.4028234663852886e38;

/** Whether a number is one in single precision. */
export const isHeld = (value: number) => Math.abs(value) <= largest;

/** Formulas that are 0 where a part of `formula` may break. */
function breakersOf(formula: Formula): Formula[] {
  const parts = partsOf(formula).flatMap(breakersOf);
  switch (formula.kind) {
    case "number":
    case "name":
      return [];
    case "choice":
      return [pair("-", formula.left, formula.right), ...parts];
    case "call": {
      const { of, argument } = formula;
      if (of === "log1p") return [pair("+", constant(1), argument), ...parts];
      const breaks = of === "abs" || of === "sign" || of === "log" || of === "sqrt";
      return breaks ? [argument, ...parts] : parts;
    }
    case "pair": {
      const { of, left, right } = formula;
      if (of === "min" || of === "max") return [pair("-", left, right), ...parts];
      if (of === "/") return [right, ...parts];
      const power = wholePower(formula);
      const breaks = of === "^" && (power === null || power < 0);
      return breaks ? [left, ...parts] : parts;
    }
  }
}

/** How many steps a range is looked at in. */
const steps = 1600;

/** The places that are looked at: round ones, so that what is at 0 or at 1 is met. */
export const lookedAt = (from: number, to: number): Float64Array =>
  Float64Array.from(
    { length: steps + 1 },
    (_, at) => (from * (steps - at) + to * at) / steps,
  );

/** The round number beside a place that was found, where there is one. */
function rounded(at: number): number {
  const near = Number(at.toFixed(6));
  return Math.abs(near - at) < 1e-7 ? near + 0 : at;
}

/** Where `of` is 0 on `places`: it meets 0 there, changes its sign, or touches it. */
function zerosOf(of: (x: number) => number, places: Float64Array): number[] {
  const found: number[] = [];
  const heights = places.map(of);
  for (let at = 0; at < places.length; at += 1) {
    const [height, next] = [heights[at]!, heights[at + 1] ?? Number.NaN];
    const before = heights[at - 1] ?? Number.NaN;
    if (height === 0) found.push(places[at]!);
    else if (height * next < 0) found.push(signChange(of, places[at]!, places[at + 1]!));
    else if (Math.abs(height) < Math.abs(before) && Math.abs(height) < Math.abs(next)) {
      const touch = lowest((x) => Math.abs(of(x)), places[at - 1]!, places[at + 1]!);
      if (Math.abs(of(touch)) < 1e-9) found.push(touch);
    }
  }
  return found.map(rounded);
}

function signChange(of: (x: number) => number, from: number, to: number): number {
  const below = of(from) < 0;
  let [left, right] = [from, to];
  for (let k = 0; k < 60; k += 1) {
    const middle = (left + right) / 2;
    if (of(middle) < 0 === below) left = middle;
    else right = middle;
  }
  return right;
}

function lowest(of: (x: number) => number, from: number, to: number): number {
  let [left, right] = [from, to];
  for (let k = 0; k < 80; k += 1) {
    const third = (right - left) / 3;
    if (of(left + third) < of(right - third)) right -= third;
    else left += third;
  }
  return (left + right) / 2;
}

/** Beside a place: so near that a smooth formula is the same there. */
const beside = (at: number) => 1e-9 * (1 + Math.abs(at));

/** Beyond this a value so near a place grows without bound. */
const boundless = 1e5;

const differ = (one: number, other: number) =>
  Math.abs(one - other) > 1e-3 * (1 + Math.abs(one) + Math.abs(other));

function roughPlace(
  at: number,
  value: (x: number) => number,
  slope: (x: number) => number,
): RoughPlace | null {
  const [before, after] = [at - beside(at), at + beside(at)];
  const [left, right] = [value(before), value(after)];
  const far = Math.max(Math.abs(left), Math.abs(right));
  if (!isHeld(value(at)) || far > boundless) return { kind: "pole", at };
  // The edge of a gap: what is beyond is told with the gap.
  if (!isHeld(left) || !isHeld(right)) return null;
  if (differ(left, right)) return { kind: "jump", at, left, right };
  const [falls, rises] = [slope(before), slope(after)];
  if (!isHeld(slope(at)) || Math.max(Math.abs(falls), Math.abs(rises)) > 1e3) {
    return { kind: "steep", at };
  }
  return differ(falls, rises) ? { kind: "kink", at, left: falls, right: rises } : null;
}

/** Stretches of two places and more at which the value is no number. */
function gapsOf(of: (x: number) => number, places: Float64Array): Gap[] {
  const gaps: Gap[] = [];
  const held = (x: number) => (isHeld(of(x)) ? 1 : -1);
  const edge = (inside: number, outside: number | undefined) =>
    outside === undefined ? inside : rounded(signChange(held, inside, outside));
  let from: number | null = null;
  for (let at = 0; at <= places.length; at += 1) {
    const missing = at < places.length && held(places[at]!) < 0;
    if (missing) from ??= at;
    else if (from !== null) {
      const last = at - 1;
      if (last > from) {
        gaps.push({
          from: edge(places[from]!, places[from - 1]),
          to: edge(places[last]!, places[at]),
        });
      }
      from = null;
    }
  }
  return gaps;
}

/** The outcome of a look at a formula; places from left to right. */
export type Look = {
  rough: readonly RoughPlace[];
  gaps: readonly Gap[];
  /** The share of the range on which it is no number, 0 to 1. */
  missing: number;
  /** Whether it has one value, and whether its slope is 0, wherever it is a number. */
  constant: boolean;
  flat: boolean;
  /** The place of its lowest value; null where it has none. */
  lowest: number | null;
};

/** Looks at a formula over a range, in some milliseconds. */
export function lookAt({ value, slope, name, from, to }: Looked): Look {
  const over = (formula: Formula) => {
    const of = evaluatorOf(formula, [name]);
    const at = [0];
    return (x: number) => {
      at[0] = x;
      return of(at);
    };
  };
  const [height, rise] = [over(value), over(slope)];
  const places = lookedAt(from, to);
  const heights = places.map(height);
  const held = [...places.keys()].filter((at) => isHeld(heights[at]!));
  const breakers = breakersOf(value).filter((one) => namesIn(one).has(name));
  const zeros = breakers.flatMap((one) => zerosOf(over(one), places));
  const rough = [...new Set(zeros)]
    .sort((one, other) => one - other)
    .map((at) => roughPlace(at, height, rise))
    .filter((one) => one !== null);
  const [first = 0] = held;
  const low = held.reduce(
    (best, at) => (heights[at]! < heights[best]! ? at : best),
    first,
  );
  return {
    rough,
    gaps: gapsOf(height, places),
    missing: 1 - held.length / places.length,
    constant: held.every((at) => heights[at] === heights[first]),
    flat: held.every((at) => rise(places[at]!) === 0),
    lowest: held.length > 0 ? places[low]! : null,
  };
}

/**
 * The part of a formula that first is no number in single precision for these values;
 * null where all of it is.
 */
export function brokenPart(
  formula: Formula,
  values: Readonly<Record<string, number>>,
): Formula | null {
  const names = Object.keys(values);
  const numbers = Object.values(values);
  const amount = (part: Formula) => evaluatorOf(part, names)(numbers);
  if (isHeld(amount(formula))) return null;
  // Of a choice the case that holds: a comparison itself cannot fail.
  const parts =
    formula.kind === "choice"
      ? [
          amount({ ...formula, yes: constant(1), no: constant(0) }) === 1
            ? formula.yes
            : formula.no,
        ]
      : partsOf(formula);
  for (const part of parts) {
    const broken = brokenPart(part, values);
    if (broken) return broken;
  }
  return formula;
}
