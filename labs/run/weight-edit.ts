// Weights that the reader types: where a training starts from.

import { typedNumber } from "../arithmetic/number-text";
import { classNames, inputNames } from "../data/sample";
import { initialWeights } from "../network/network";
import { networkOf } from "./plan";
import { mostEdits, normalizeRun, type Run, type WeightEdit } from "./run";

/** The largest weight that can be typed. */
export const largestWeight = 1000;

/** The settings that give places of the weights their meaning. */
const shapeOf = (run: Run) => {
  const { kernels, kernelSize, stride, pool } = normalizeRun(run);
  const windows = [kernels, kernelSize, stride, pool];
  return `${inputNames(run)} ${windows} ${run.layers} ${classNames(run).length}`;
};

/** Whether the weights of two runs mean the same, place by place. */
export const sameWeights = (one: Run, other: Run) => shapeOf(one) === shapeOf(other);

/** Whether the typed weights of a run were typed for another network. */
export function areStale(run: Run, before: Run): boolean {
  const same = run.edits === before.edits && run.edits.length > 0;
  return same && !sameWeights(run, before);
}

/** The weight that a text stands for, to the bits that training uses; null for none. */
export function typedWeight(text: string): number | null {
  const value = Math.fround(typedNumber(text) ?? Number.NaN);
  return Math.abs(value) <= largestWeight ? value : null;
}

/** The texts that a link reads back: values too small for it are 0. */
const linkable = (value: number) => (Math.abs(value) < 1e-12 ? 0 : value);

/**
 * The edits of a run with the weight at `at` set to `value`; none is kept that says what
 * the seed says. Null where there would be too many.
 */
export function withWeight(
  run: Run,
  at: number,
  value: number,
): readonly WeightEdit[] | null {
  const others = run.edits.filter((edit) => edit.at !== at);
  const seeds = initialWeights(networkOf(run), run.seed, run.initialization)[at];
  if (value === seeds) return others;
  if (others.length >= mostEdits) return null;
  const edits = [...others, { at, value: linkable(value) }];
  return edits.sort((one, other) => one.at - other.at);
}

/** The edits that make `weights` the start of a run. */
export function editsTo(run: Run, weights: Float32Array): readonly WeightEdit[] | null {
  const seeds = initialWeights(networkOf(run), run.seed, run.initialization);
  const edits = Array.from(weights, (value, at) => ({ at, value: linkable(value) }));
  const needed = edits.filter(({ at, value }) => value !== seeds[at]);
  const legal = needed.every(({ value }) => Math.abs(value) <= largestWeight);
  return legal && needed.length <= mostEdits ? needed : null;
}
