// A plan's numbers as TensorFlow.js tensors, for training one operation at a time.
import * as tf from "@tensorflow/tfjs-core/dist/base";
import { hiddenBefore, keptShare } from "../network/dropout";
import { targetOf } from "../network/loss";
import { type Examples, type Plan, stateSize } from "../run/plan";

export type Rows = { features: tf.Tensor; goals: tf.Tensor };

/** What a layer's outputs are multiplied by in a step: [rows, outputs], or null. */
export type Masks = readonly (tf.Tensor | null)[];

/** A state as one tensor for each layer's weights and each layer's biases, by slot. */
export function tensorsOf(plan: Plan, state: Float32Array): tf.Tensor[][] {
  const { layers, size } = plan.network;
  return Array.from({ length: stateSize(plan) / size }, (_, slot) =>
    layers.flatMap(({ inputs, outputs, weightsAt, biasesAt }) => {
      const at = slot * size;
      const weights = state.slice(at + weightsAt, at + biasesAt);
      const biases = state.slice(at + biasesAt, at + biasesAt + outputs);
      return [tf.tensor2d(weights, [inputs, outputs]), tf.tensor1d(biases)];
    }),
  );
}

/** `rows` examples from `from` on as tensors; the caller disposes. */
export function rowsOf(plan: Plan, examples: Examples, from: number, rows: number): Rows {
  const { inputs } = plan.network.layers[0]!;
  const { outputs } = plan.network.layers.at(-1)!;
  const goals = Float32Array.from({ length: rows * outputs }, (_, k) =>
    targetOf(examples.targets[from + Math.floor(k / outputs)]!, k % outputs, outputs),
  );
  const features = examples.features.slice(from * inputs, (from + rows) * inputs);
  return {
    features: tf.tensor2d(features, [rows, inputs]),
    goals: tf.tensor2d(goals, [rows, outputs]),
  };
}

/** The masks of a step on the examples at `places`; `key` is the pass's. */
export function masksOf(plan: Plan, places: Int32Array, key: number): Masks {
  const { network, drop } = plan;
  const hidden = hiddenBefore(network);
  return network.layers.map(({ outputs }, index) => {
    if (drop === 0 || index === network.layers.length - 1) return null;
    const first = hiddenBefore(network, index);
    const mask = Float32Array.from({ length: places.length * outputs }, (_, k) => {
      const place = places[Math.floor(k / outputs)]! * hidden + first + (k % outputs);
      return keptShare(key, place, drop);
    });
    return tf.tensor2d(mask, [places.length, outputs]);
  });
}
