import type { Network } from "../network/network";
import { type OptimizerName, optimizers } from "../network/optimizer";

// The numbers that training changes.

/** The part of a plan that says how many they are. */
type StatePlan = { network: Network; optimizer: OptimizerName };

/** The length of a training state: the weights, then each slot of the optimizer. */
export function stateSize({ network, optimizer }: StatePlan): number {
  return network.size * (1 + optimizers[optimizer].slots.length);
}

/** The state before the first pass: `weights`, and slots of zeros. */
export function stateOf(plan: StatePlan, weights: Float32Array): Float32Array {
  const state = new Float32Array(stateSize(plan));
  state.set(weights);
  return state;
}
