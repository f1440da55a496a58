// A formula together with its slope: what a record of the network holds as a text.

import { shortened, slopeOf } from "./differentiate";
import type { Formula } from "./formula";
import { readFormula } from "./read-formula";

/** A value and its slope with respect to the first of its names. */
export type Curve = {
  value: Formula;
  slope: Formula;
  /** The slope with the name "a" wherever the value stands in it. */
  brief: Formula;
};

const known = new Map<string, Curve>();

/** The most curves that are kept: more than a page asks for at once. */
const mostKnown = 100;

/**
 * The curve of a text over `names`, the first of which it is differentiated by. Throws where
 * `readFormula` would refuse the text: readers' own go through `readOwn` first.
 */
export function curveOf(text: string, names: readonly [string, ...string[]]): Curve {
  const key = [text, ...names].join("\n");
  const found = known.get(key);
  if (found) return found;
  const read = readFormula(text, names);
  if ("refused" in read) throw new Error(`“${text}”: ${read.refused}`);
  const value = read.formula;
  const slope = slopeOf(value, names[0]);
  const curve = { value, slope, brief: shortened(slope, value, "a") };
  if (known.size >= mostKnown) known.clear();
  known.set(key, curve);
  return curve;
}
