// A training under way on the device that is open.
import { type Tensor1D, tensor1d } from "@tensorflow/tfjs-core/dist/base";
import type { Examples, Plan } from "../run/plan";
import { partsOf, trainPasses } from "./train-passes/operation";

/** The weights and slots after some passes, and train and held loss after each of them. */
export type Trained = { state: Float32Array; curve: Float32Array };

/** Both `train` and what it gives are as in `trainPasses`. One call at a time. */
export type Session = {
  /**
   * `next`: how many passes the following call is sure to be for, if it comes. They begin
   * before these are read back, so that a GPU never waits.
   */
  train(first: number, passes: number, next?: number): Promise<Trained>;
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
  const held = new Set([features, targets, current]);
  type Call = { result: Tensor1D; numbers: Promise<ArrayLike<number>> };
  let begun: Call | null = null;

  /** Begins a call; the device reads its result before it turns to the next one. */
  function begin(from: Tensor1D, first: number, passes: number): Call {
    const result = trainPasses(from, features, targets, {
      plan,
      first,
      passes,
      software,
    });
    held.add(result);
    const numbers = result.data();
    // Who waits for it may have left by the time it fails.
    numbers.catch(() => {});
    return { result, numbers };
  }
  return {
    async train(first, passes, next = 0) {
      const call = begun ?? begin(current, first, passes);
      begun = next > 0 ? begin(call.result, first + passes, next) : null;
      const numbers = Float32Array.from(await call.numbers);
      held.delete(current);
      current.dispose();
      current = call.result;
      const { state, curve } = partsOf(plan, passes, numbers);
      return { state, curve };
    },
    dispose() {
      for (const tensor of held) tensor.dispose();
    },
  };
}
