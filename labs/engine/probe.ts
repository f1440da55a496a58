// A tiny task, to prove a device with one pass before it is trusted.

import { uniform } from "../arithmetic/random";
import { initialWeights, layered } from "../network/network";
import { type Plan, stateOf } from "../run/plan";
import { createTraining } from "../training/training";

const network = layered(2, [2], ["tanh"], 1);
const train = 6;
const test = 6;
const seed = 7;

const plan: Plan = {
  network,
  loss: "squared",
  optimizer: "sgd",
  regularization: "none",
  decay: 0,
  drop: 0,
  rate: 0.03,
  batch: 3,
  seed,
  train,
  test,
};

const draw = uniform(seed);
const features = Float32Array.from({ length: 2 * (train + test) }, () => 6 * draw() - 3);
const targets = Float32Array.from({ length: train + test }, (_, at) => 2 * (at % 2) - 1);

export const probe = {
  plan,
  examples: { features, targets },
  state: stateOf(plan, initialWeights(network, seed)),
};

/** Whether the probe's state after one pass is what plain loops give. */
export function isRight(state: Float32Array): boolean {
  const expected = probe.state.slice();
  createTraining(plan, probe.examples).train(expected, 1, 1, new Float32Array(2));
  return expected.every((number, at) => Math.abs(number - (state[at] ?? 2)) < 1e-5);
}
