// The formulas as TensorFlow.js operations, which it can differentiate by itself.
import * as tf from "@tensorflow/tfjs-core/dist/base";
import type { ActivationName } from "../network/activation";
import type { LossName } from "../network/loss";
import type { OptimizerName } from "../network/optimizer";
import type { RegularizationName } from "../network/regularization";

type Operation = (tensor: tf.Tensor) => tf.Tensor;

/** Each activation on a tensor of weighted sums, element by element. */
export const activationOperations: Record<ActivationName, Operation> = {
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
export const lossOperations: Record<LossName, LossOperation> = {
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

/** What each regularization adds to the loss for a tensor of weights, at strength 1. */
export const penaltyOperations: Record<RegularizationName, Operation> = {
  none: () => tf.scalar(0),
  l1: (weights) => tf.sum(tf.abs(weights)),
  l2: (weights) => tf.div(tf.sum(tf.square(weights)), 2),
};

/** The slots after a step, and what the weights are lowered by, at a rate of 1. */
type Step = { slots: tf.Tensor[]; change: tf.Tensor };

/** Each optimizer's step, from a gradient and its slots; `count` counts steps from 1. */
export const stepOperations: Record<
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
