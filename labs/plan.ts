// A run as numbers: what every kernel trains, whatever the numbers stand for.
import type { LossName } from "./loss";
import type { Network } from "./network";
import { type OptimizerName, optimizers } from "./optimizer";
import type { RegularizationName } from "./regularization";
import type { DeviceWish } from "./run";

/** All that decides a training, beside its examples. */
export type Plan = {
  network: Network;
  loss: LossName;
  optimizer: OptimizerName;
  regularization: RegularizationName;
  /** The strength of the regularization. */
  decay: number;
  /**
   * The share of hidden outputs left out at each step; the others grow by 1 / (1 − drop).
   */
  drop: number;
  rate: number;
  /** Examples per step: 1 … `train`. */
  batch: number;
  /** Decides the order of the examples and what drops out. */
  seed: number;
  /** How many examples train, and how many only test. */
  train: number;
  test: number;
};

/**
 * The examples of a plan: first those that train, then those that test. `features` is
 * row-major, one row each; `targets` holds a number each: see `targetOf`.
 */
export type Examples = { features: Float32Array; targets: Float32Array };

/** The length of a training state: the weights, then each slot of the optimizer. */
export function stateSize({ network, optimizer }: Plan): number {
  return network.size * (1 + optimizers[optimizer].slots);
}

/** The state before the first pass: `weights`, and slots of zeros. */
export function stateOf(plan: Plan, weights: Float32Array): Float32Array {
  const state = new Float32Array(stateSize(plan));
  state.set(weights);
  return state;
}

/** A plan with all it starts from: whatever trains it needs nothing else. */
export type Task = {
  plan: Plan;
  examples: Examples;
  /** Before the first pass: see `stateOf`. */
  state: Float32Array;
  passes: number;
  device: DeviceWish;
};
