import * as tf from "@tensorflow/tfjs-core/dist/base";
import "@tensorflow/tfjs-core/dist/register_all_gradients";
import { shuffled, streamKey, streams } from "@/labs/arithmetic/random";
import type { ActivationName } from "@/labs/network/activation";
import { type LossName, targetOf } from "@/labs/network/loss";
import type { OptimizerName } from "@/labs/network/optimizer";
import {
  hiddenBefore,
  keptShare,
  type RegularizationName,
} from "@/labs/network/regularization";
import { type Examples, type Plan, stateSize } from "@/labs/run/plan";
import { noLoss } from "@/labs/training/training";
import type { Session } from "./session";

// The same training one TensorFlow.js operation at a time, differentiated by TensorFlow.js:
// the oracle of the tests, and the way of networks too large for one workgroup.

function meanLoss(
  plan: Plan,
  parameters: readonly tf.Tensor[],
  rows: Rows,
  masks?: Masks,
) {
  const scores = plan.network.layers.reduce<tf.Tensor>((below, { activation }, index) => {
    const [weights, biases] = parameters.slice(2 * index);
    const sums = tf.add(tf.matMul(below as tf.Tensor2D, weights as tf.Tensor2D), biases!);
    const values = activationOperations[activation](sums);
    const mask = masks?.[index];
    return mask ? tf.mul(values, mask) : values;
  }, rows.features);
  const each = lossOperations[plan.loss](scores, rows.goals);
  return tf.mean(tf.sum(each, 1));
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
  const penalty = penaltyOperations[plan.regularization];
  const loss = (...parameters: tf.Tensor[]) =>
    parameters
      .filter((_, index) => index % 2 === 0)
      .reduce<tf.Tensor>(
        (sum, weights) => tf.add(sum, tf.mul(penalty(weights), plan.decay)),
        meanLoss(plan, parameters, rows, masks),
      );
  const [parameters = [], ...slots] = state;
  const gradients = tf.grads(loss)(parameters as tf.Tensor[]);
  const steps = gradients.map((gradient, index) => {
    const kept = slots.map((slot) => slot[index]!);
    return stepOperations[plan.optimizer](gradient, kept, count);
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
  const test = rowsOf(plan, examples, plan.train, plan.test);
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
      const losses = [train, test].map((rows) => meanLoss(plan, state[0]!, rows));
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
    dispose: () => tf.dispose([state, train, test]),
  };
}

// The formulas as TensorFlow.js operations, which it can differentiate by itself.

type Operation = (tensor: tf.Tensor) => tf.Tensor;

/** Each activation on a tensor of weighted sums, element by element. */
const activationOperations: Record<ActivationName, Operation> = {
  linear: (sums) => sums,
  relu: (sums) => tf.relu(sums),
  leaky: (sums) => tf.leakyRelu(sums, 0.1),
  tanh: (sums) => tf.tanh(sums),
  sigmoid: (sums) => tf.sigmoid(sums),
  elu: (sums) => tf.elu(sums),
  softplus: (sums) => tf.softplus(sums),
  sine: (sums) => tf.sin(sums),
};

type LossOperation = (scores: tf.Tensor, goals: tf.Tensor) => tf.Tensor;

/** Each loss on scores and goals, [rows, outputs], element by element. */
const lossOperations: Record<LossName, LossOperation> = {
  squared: (scores, goals) => tf.square(tf.sub(scores, goals)),
  absolute: (scores, goals) => tf.abs(tf.sub(scores, goals)),
  huber(scores, goals) {
    const distance = tf.abs(tf.sub(scores, goals));
    const near = tf.minimum(distance, 1);
    return tf.add(tf.div(tf.square(near), 2), tf.sub(distance, near));
  },
  // relu(m) + ln(1 + e^−|m|) for m = −goal × score: the logit form that cannot overflow.
  crossentropy(scores, goals) {
    const wrong = tf.neg(tf.mul(scores, goals));
    return tf.add(tf.relu(wrong), tf.log1p(tf.exp(tf.neg(tf.abs(wrong)))));
  },
  categorical: (scores, goals) => tf.neg(tf.mul(tf.logSoftmax(scores), tf.relu(goals))),
  hinge: (scores, goals) => tf.relu(tf.sub(1, tf.mul(scores, goals))),
};

/** Each regularization's part of the loss for a tensor of weights, at strength 1. */
const penaltyOperations: Record<RegularizationName, Operation> = {
  none: () => tf.scalar(0),
  l1: (weights) => tf.sum(tf.abs(weights)),
  l2: (weights) => tf.div(tf.sum(tf.square(weights)), 2),
};

/** The slots after a step, and what the weights are lowered by, at a rate of 1. */
type Step = { slots: tf.Tensor[]; change: tf.Tensor };

/** Each optimizer's step, from a gradient and its slots; `count` counts steps from 1. */
const stepOperations: Record<
  OptimizerName,
  (gradient: tf.Tensor, slots: readonly tf.Tensor[], count: number) => Step
> = {
  sgd: (gradient) => ({ slots: [], change: gradient }),
  momentum(gradient, [velocity = tf.zerosLike(gradient)]) {
    const next = tf.add(tf.mul(velocity, 0.9), gradient);
    return { slots: [next], change: next };
  },
  rmsprop(gradient, [square = tf.zerosLike(gradient)]) {
    const next = tf.add(tf.mul(square, 0.9), tf.mul(tf.square(gradient), 0.1));
    return { slots: [next], change: tf.div(gradient, tf.add(tf.sqrt(next), 1e-7)) };
  },
  adam(gradient, slots, count) {
    const [mean = tf.zerosLike(gradient), square = tf.zerosLike(gradient)] = slots;
    const nextMean = tf.add(tf.mul(mean, 0.9), tf.mul(gradient, 0.1));
    const nextSquare = tf.add(tf.mul(square, 0.999), tf.mul(tf.square(gradient), 0.001));
    const full = tf.div(nextMean, 1 - 0.9 ** count);
    const spread = tf.sqrt(tf.div(nextSquare, 1 - 0.999 ** count));
    const change = tf.div(full, tf.add(spread, 1e-7));
    return { slots: [nextMean, nextSquare], change };
  },
};

// A plan's numbers as TensorFlow.js tensors, for training one operation at a time.

type Rows = { features: tf.Tensor; goals: tf.Tensor };

/** Factors of each layer's outputs in a step: [rows, outputs], or null for none. */
type Masks = readonly (tf.Tensor | null)[];

/** A state as one tensor for each layer's weights and each layer's biases, by slot. */
function tensorsOf(plan: Plan, state: Float32Array): tf.Tensor[][] {
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
