// One step: the weights and the optimizer's slots renewed from a gradient.
import { type Filled, fill, type Optimizer, optimizers } from "../network/optimizer";
import { type Regularization, regularizations } from "../network/regularization";
import type { Plan } from "../run/plan";

/**
 * Gives the function that renews `state` (weights, then slots) in place from the mean
 * gradient of a batch; `step` counts the steps of the run from 1. Whatever is kept is
 * rounded to single precision.
 */
export function createRenewal(plan: Plan, state: Float64Array, gradient: Float64Array) {
  const { network, rate, decay } = plan;
  const { size } = network;
  const { first, second, change, slots }: Optimizer = optimizers[plan.optimizer];
  const { slope }: Regularization = regularizations[plan.regularization];
  const decays = new Float64Array(size);
  for (const { weightsAt, biasesAt } of network.layers) {
    decays.fill(decay, weightsAt, biasesAt);
  }
  const filled: Filled = { tenth: 0, thousandth: 0 };
  return (step: number) => {
    fill(filled, step);
    for (let at = 0; at < size; at += 1) {
      const weight = state[at]!;
      const full = gradient[at]! + decays[at]! * slope(weight);
      let mean = 0;
      let spread = 0;
      if (slots > 0) {
        mean = Math.fround(first(full, state[at + size]!));
        state[at + size] = mean;
      }
      if (slots > 1) {
        spread = Math.fround(second(full, state[at + 2 * size]!));
        state[at + 2 * size] = spread;
      }
      state[at] = Math.fround(weight - rate * change(full, mean, spread, filled));
    }
  };
}
