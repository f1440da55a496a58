import { countText } from "@/labs/arithmetic/number-text";
import { networkOf, planOf } from "@/labs/run/plan";
import type { Run } from "@/labs/run/run";
import { cellAt, type GridCell } from "./grid";
import { gridOf, type Step } from "./step";

// The number that a reader works out before a step is shown.

/** How far an answer may be off: this much, or this share of the number. */
export const tolerance = { absolute: 0.0005, share: 0.01 };

/** The number that a step asks for; another in each step, and not 0 where it can. */
export function blankOf(step: Step, index: number): GridCell | null {
  const grid = step.asks === null ? null : gridOf(step, step.asks);
  if (!grid) return null;
  const count = grid.data.length;
  const places = Array.from({ length: count }, (_, place) => (place + index) % count);
  const place = places.find((place) => grid.data[place] !== 0) ?? places[0] ?? 0;
  const width = grid.columns.length;
  return { grid: grid.id, row: Math.floor(place / width), column: place % width };
}

/** The number at a cell of a step; null where there is no such cell. */
export function numberAt(step: Step, { grid, row, column }: GridCell): number | null {
  const found = gridOf(step, grid);
  return found ? cellAt(found, row, column) : null;
}

/** Whether an answer is near enough. */
export function isRight(answer: number, value: number): boolean {
  const off = Math.abs(answer - value);
  return off <= Math.max(tolerance.absolute, tolerance.share * Math.abs(value)) + 1e-12;
}

// Which runs can be shown by hand.

/** The largest run that is shown number by number. */
const handLimits = { numbers: 60, width: 4, layers: 3, rows: 4, train: 24 };

/**
 * Why a run is too large to be shown by hand, as one sentence, or null where it is not.
 */
export function tooLarge(run: Run): string | null {
  const { numbers, width, layers, rows, train } = handLimits;
  const network = networkOf(run);
  const wide = network.layers.some(
    (layer) => layer.inputs > width || layer.outputs > width,
  );
  if (network.size > numbers || wide || network.layers.length > layers) {
    return (
      `By hand this lab shows networks of up to ${numbers} weights and biases, with at most ` +
      `${layers - 1} hidden layers and ${width} neurons or inputs side by side; this one has ` +
      `${countText(network.size)}.`
    );
  }
  const { plan } = planOf(run);
  if (plan.batch > rows || plan.train > train) {
    return (
      `By hand this lab shows up to ${train} training examples in batches of up to ${rows}; ` +
      `this run has ${countText(plan.train)} in batches of ${plan.batch}.`
    );
  }
  return null;
}
