import * as tf from "@tensorflow/tfjs-core/dist/base";
import {
  activationCurve,
  lossCurve,
  optimizerFormulas,
  regularizationCurve,
} from "@/labs/network/curves";
import "@tensorflow/tfjs-core/dist/register_all_gradients";
import { shuffled, streamKey, streams } from "@/labs/arithmetic/random";
import { targetOf } from "@/labs/network/loss";
import {
  biasesOf,
  depthOf,
  type Layer,
  type WeightedLayer,
  type WindowLayer,
  weightedLayers,
} from "@/labs/network/network";
import { type Optimizer, optimizers } from "@/labs/network/optimizer";
import { hiddenBefore, keptShare } from "@/labs/network/regularization";
import type { Examples, Plan } from "@/labs/run/plan";
import { stateSize } from "@/labs/run/state";
import { noLoss } from "@/labs/training/training";
import { operate } from "./formula-operations";
import type { Session } from "./session";

// The same training one TensorFlow.js operation at a time, differentiated by TensorFlow.js:
// the oracle of the tests, and the way of networks too large for one workgroup.

function meanLoss(
  plan: Plan,
  parameters: readonly tf.Tensor[],
  rows: Rows,
  masks?: Masks,
) {
  const { layers } = plan.network;
  const weighted: readonly Layer[] = weightedLayers(plan.network);
  const scores = layers.reduce<tf.Tensor>((below, layer, index) => {
    const at = 2 * weighted.indexOf(layer);
    const sums =
      layer.kind === "mean"
        ? meansOf(layer, below)
        : sumsOf(layer, below, parameters[at]!, parameters[at + 1]!);
    const values = operate(activationCurve(layer.activation).value, { z: sums });
    const mask = masks?.[index];
    return mask ? tf.mul(values, mask) : values;
  }, rows.features);
  const each = lossesOf(plan, scores, rows.goals);
  return tf.mean(tf.sum(each, 1));
}

/** The input of a layer with windows, as TensorFlow.js has pictures, and their steps. */
function gridOf({ windows, inputs }: WindowLayer, below: tf.Tensor, channels: number) {
  const { beside, below: row, toRight, toBelow } = windows;
  const across = row / beside;
  const down = inputs / channels / across;
  const strides: [number, number] = [toBelow / row, toRight / beside];
  const shape: [number, number, number, number] = [-1, down, across, channels];
  return { grid: tf.reshape<tf.Rank.R4>(below, shape), strides };
}

/** The sums of a layer for rows of what is below it: [rows, outputs]. */
function sumsOf(
  layer: WeightedLayer,
  below: tf.Tensor,
  weights: tf.Tensor,
  biases: tf.Tensor,
): tf.Tensor {
  if (layer.kind === "dense") {
    return tf.add(tf.matMul(below as tf.Tensor2D, weights as tf.Tensor2D), biases);
  }
  const { windows, kernels, outputs } = layer;
  const { width, height, across, down } = windows;
  const { grid, strides } = gridOf(layer, below, 1);
  const shape: [number, number, number, number] = [height, width, 1, kernels];
  const filter = tf.reshape<tf.Rank.R4>(weights, shape);
  const places = tf.conv2d(grid, filter, strides, "valid");
  // Those that fill no whole pool are left out.
  const kept = tf.slice(places, [0, 0, 0, 0], [-1, down, across, kernels]);
  return tf.reshape(tf.add(kept, biases), [-1, outputs]);
}

/** The means of a layer that has no weights: [rows, outputs]. */
function meansOf(layer: WindowLayer, below: tf.Tensor): tf.Tensor {
  const { width, height } = layer.windows;
  const { grid, strides } = gridOf(layer, below, layer.kernels);
  const means = tf.avgPool(grid, [height, width], strides, "valid");
  return tf.reshape(means, [-1, layer.outputs]);
}

/** The state after one step on the examples at `places`. Disposes nothing. */
function stepped(
  plan: Plan,
  state: readonly tf.Tensor[][],
  train: Rows,
  places: Int32Array,
  dropKey: number,
  count: number,
): tf.Tensor[][] {
  const at = tf.tensor1d(places, "int32");
  const rows = {
    features: tf.gather(train.features, at),
    goals: tf.gather(train.goals, at),
  };
  const masks = masksOf(plan, places, dropKey);
  const penalty = regularizationCurve(plan.regularization).value;
  const loss = (...parameters: tf.Tensor[]) =>
    parameters
      .filter((_, index) => index % 2 === 0)
      .reduce<tf.Tensor>(
        (sum, weights) =>
          tf.add(sum, tf.mul(tf.sum(operate(penalty, { w: weights })), plan.decay)),
        meanLoss(plan, parameters, rows, masks),
      );
  const [parameters = [], ...slots] = state;
  const gradients = tf.grads(loss)(parameters as tf.Tensor[]);
  const steps = gradients.map((gradient, index) => {
    const kept = slots.map((slot) => slot[index]!);
    return stepOf(plan, gradient, kept, count);
  });
  const lowered = parameters.map((parameter, index) =>
    tf.sub(parameter, tf.mul(steps[index]!.change, plan.rate)),
  );
  return [lowered, ...slots.map((_, slot) => steps.map((step) => step.slots[slot]!))];
}

/** Lets messages in, which a long row of operations would keep out. */
const breath = () => new Promise((go) => setTimeout(go, 0));

/** As `startSession`, on whichever backend is set. */
export function startReference(
  plan: Plan,
  examples: Examples,
  start: Float32Array,
): Session {
  const train = rowsOf(plan, examples, 0, plan.train);
  const held = rowsOf(plan, examples, plan.train, plan.held);
  let state = tensorsOf(plan, start);
  const stepsPerPass = Math.ceil(plan.train / plan.batch);

  async function trainPass(pass: number) {
    const orderKey = streamKey(plan.seed, streams.order, pass);
    const dropKey = streamKey(plan.seed, streams.drop, pass);
    for (let step = 0; step < stepsPerPass; step += 1) {
      const from = step * plan.batch;
      const rows = Math.min(plan.batch, plan.train - from);
      const places = Int32Array.from({ length: rows }, (_, row) =>
        shuffled(from + row, plan.train, orderKey),
      );
      const count = (pass - 1) * stepsPerPass + step + 1;
      const next = tf.tidy(() => stepped(plan, state, train, places, dropKey, count));
      tf.dispose(state);
      state = next;
      if (step % 16 === 15) await breath();
    }
  }

  /** Both losses, as [2]: not finite where a loss or a weight is not. */
  const measure = () =>
    tf.tidy(() => {
      const weights = tf.concat(state[0]!.map((tensor) => tf.reshape(tensor, [-1])));
      const losses = [train, held].map((rows) => meanLoss(plan, state[0]!, rows));
      const all = tf.concat([weights, tf.stack(losses)]);
      return tf.add(tf.stack(losses), tf.sum(tf.mul(all, 0)));
    });

  return {
    async train(first, passes) {
      const losses: tf.Tensor[] = [];
      for (let pass = first; pass < first + passes; pass += 1) {
        await trainPass(pass);
        losses.push(measure());
      }
      const packed = tf.tidy(() =>
        tf.concat([...state.flat().map((tensor) => tf.reshape(tensor, [-1])), ...losses]),
      );
      tf.dispose(losses);
      const numbers = Float32Array.from(await packed.data());
      packed.dispose();
      const end = stateSize(plan);
      const curve = numbers
        .slice(end)
        .map((loss) => (Number.isFinite(loss) ? loss : noLoss));
      const weights = numbers.subarray(0, plan.network.size);
      // On WebGPU a NaN can hide from arithmetic, so that the weights have the last word.
      if (!weights.every(Number.isFinite)) curve.fill(noLoss, 2 * passes - 2);
      return { state: numbers.slice(0, end), curve };
    },
    dispose: () => tf.dispose([state, train, held]),
  };
}

/** The loss of each score: [rows, outputs]. */
function lossesOf({ loss }: Plan, s: tf.Tensor, t: tf.Tensor): tf.Tensor {
  const { value, needsRowLog } = lossCurve(loss);
  const names = { s, t, ...(needsRowLog && { r: tf.logSumExp(s, 1, true) }) };
  return operate(value, names);
}

/** The slots after step `count`, from 1, and what the weights are lowered by at rate 1. */
function stepOf(
  { optimizer }: Plan,
  gradient: tf.Tensor,
  kept: readonly tf.Tensor[],
  count: number,
) {
  const { slots }: Optimizer = optimizers[optimizer];
  const formulas = optimizerFormulas(optimizer);
  const named = (tensors: readonly tf.Tensor[]) => ({
    g: gradient,
    tenth: tf.scalar(1 - 0.9 ** count),
    thousandth: tf.scalar(1 - 0.999 ** count),
    ...Object.fromEntries(slots.map(({ symbol }, k) => [symbol, tensors[k]!])),
  });
  const next = formulas.slots.map((update) => operate(update, named(kept)));
  return { slots: next, change: operate(formulas.change, named(next)) };
}

// A plan's numbers as TensorFlow.js tensors, for training one operation at a time.

type Rows = { features: tf.Tensor; goals: tf.Tensor };

/** Factors of each layer's outputs in a step: [rows, outputs], or null for none. */
type Masks = readonly (tf.Tensor | null)[];

/** A state as one tensor for each layer's weights and each layer's biases, by slot. */
function tensorsOf(plan: Plan, state: Float32Array): tf.Tensor[][] {
  const { size } = plan.network;
  return Array.from({ length: stateSize(plan) / size }, (_, slot) =>
    weightedLayers(plan.network).flatMap((layer) => {
      const { weightsAt, biasesAt } = layer;
      const at = slot * size;
      const weights = state.slice(at + weightsAt, at + biasesAt);
      const biases = state.slice(at + biasesAt, at + biasesAt + biasesOf(layer));
      const shape: [number, number] = [depthOf(layer), biases.length];
      return [tf.tensor2d(weights, shape), tf.tensor1d(biases)];
    }),
  );
}

/** `rows` examples from `from` on as tensors; the caller disposes. */
function rowsOf(plan: Plan, examples: Examples, from: number, rows: number): Rows {
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
function masksOf(plan: Plan, places: Int32Array, key: number): Masks {
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
