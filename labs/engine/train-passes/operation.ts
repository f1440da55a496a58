// TrainPasses: an operation of TensorFlow.js that trains a network for several passes.
import {
  engine,
  type NamedAttrMap,
  type NamedTensorInfoMap,
  type Tensor1D,
} from "@tensorflow/tfjs-core/dist/base";
import type { Plan } from "@/labs/run/plan";
import { stateSize } from "@/labs/run/state";

export const trainPassesName = "TrainPasses";

/** The most passes that one call trains. */
export const mostPasses = 1024;

/** Which passes to train of which plan. */
export type TrainPassesAttributes = {
  plan: Plan;
  /** The first of the passes, which count from 1. */
  first: number;
  passes: number;
  /** Whether the GPU is a program that plays one. */
  software: boolean;
};

/** The inputs by name, in the order of a shader's bindings. */
export const tensorNames = ["state", "features", "targets"] as const;

/**
 * Trains the passes `first` … `first + passes − 1`, at most `mostPasses`, and returns a new
 * tensor on the same backend: the next state, then train and held loss after each pass,
 * two numbers a pass, or −1 twice once a weight or a loss is no finite number; what follows
 * means nothing. A result may be the next call's `state`.
 *
 * `state`: at least `stateSize(plan)` numbers, see `stateOf`; `features`: (train + held) ×
 * inputs, row-major; `targets`: train + held, see `targetOf`. The caller disposes all.
 */
export function trainPasses(
  state: Tensor1D,
  features: Tensor1D,
  targets: Tensor1D,
  attributes: TrainPassesAttributes,
): Tensor1D {
  return engine().runKernel(
    trainPassesName,
    { state, features, targets },
    attributes,
  ) as Tensor1D;
}

/** The kernel's arguments under the types of `trainPasses`, which alone calls it. */
export function givenTo(
  inputs: NamedTensorInfoMap,
  attributes: NamedAttrMap | undefined,
) {
  const [state, features, targets] = tensorNames.map((name) => inputs[name]);
  if (!state || !features || !targets || !attributes) {
    throw new Error(`${trainPassesName} lacks an input.`);
  }
  const given = attributes as unknown as TrainPassesAttributes;
  return { state, features, targets, attributes: given };
}

/** A result of `trainPasses`, read back, in its parts. */
export function partsOf(plan: Plan, passes: number, result: Float32Array) {
  const end = stateSize(plan);
  return {
    state: result.subarray(0, end),
    weights: result.subarray(0, plan.network.size),
    curve: result.subarray(end, end + 2 * passes),
  };
}
