// The names of a network's parts.

import { fixedText, minused } from "@/labs/arithmetic/number-text";
import { datasets } from "@/labs/data/datasets";
import { classNames, inputNames } from "@/labs/data/sample";
import type { Run } from "@/labs/run/run";

/** An input or neuron: column 0 holds the inputs, the last the outputs. */
export type NeuronSpot = { column: number; row: number };

/** Whether two spots are the same one. */
export const sameSpot = (one: NeuronSpot | null, other: NeuronSpot | null) =>
  one?.column === other?.column && one?.row === other?.row;

/**
 * The name of a spot: an input's own, or a neuron's layer and number. Off the plane the
 * inputs are many and drawn as one.
 */
export function nameOf({ column, row }: NeuronSpot, run: Run): string {
  if (column === 0) {
    const names = inputNames(run);
    const drawn = datasets[run.data].on === "plane";
    return drawn ? `Input ${names[row] ?? ""}` : `The ${names.length} inputs`;
  }
  if (column <= run.layers.length) return `Layer ${column}, neuron ${row + 1}`;
  const classes = classNames(run);
  return classes.length > 2 ? `Output ${classes[row]}` : "Output";
}

/** The name of the input at `row` of a neuron in column `column`, in that neuron's list. */
export function sourceOf(column: number, row: number, run: Run): string {
  return column === 1 ? (inputNames(run)[row] ?? "") : `neuron ${row + 1}`;
}

/** A weight or an output in writing: three decimals, a true minus. */
export function signed(value: number): string {
  const large = Number.isFinite(value) && Math.abs(value) >= 10_000;
  return large ? minused(value.toExponential(2)) : fixedText(value, 3);
}
