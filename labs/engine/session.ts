// A training under way on the device that is open.
import { type Tensor1D, tensor1d } from "@tensorflow/tfjs-core/dist/base";
import type { Examples, Plan } from "../run/plan";
import { partsOf, trainPasses } from "./train-passes/operation";

/** The weights and slots after some passes, and train and test loss after each of them. */
export type Trained = { state: Float32Array; curve: Float32Array };

/** Both `train` and what it gives are as in `trainPasses`. One call at a time. */
export type Session = {
  train(first: number, passes: number): Promise<Trained>;
  /** Frees all its memory on the device. */
  dispose(): void;
};

/** Starts from `state`, on TensorFlow.js's backend, with whole passes in one operation. */
export function startSession(
  plan: Plan,
  examples: Examples,
  state: Float32Array,
  software: boolean,
): Session {
  const features = tensor1d(examples.features);
  const targets = tensor1d(examples.targets);
  let current = tensor1d(state);
  return {
    async train(first, passes) {
      const attributes = { plan, first, passes, software };
      const next: Tensor1D = trainPasses(current, features, targets, attributes);
      current.dispose();
      current = next;
      const result = Float32Array.from(await next.data());
      const { state, curve } = partsOf(plan, passes, result);
      return { state, curve };
    },
    dispose() {
      for (const tensor of [features, targets, current]) tensor.dispose();
    },
  };
}
