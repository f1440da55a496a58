// Which runs can be shown by hand.

import { countText } from "../arithmetic/number-text";
import { networkOf, planOf } from "../run/plan";
import type { Run } from "../run/run";

/** The largest run that is shown number by number. */
export const handLimits = { numbers: 60, width: 4, layers: 3, rows: 4, train: 24 };

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
