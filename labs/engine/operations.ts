// The formulas as TensorFlow.js operations, which it can differentiate by itself.
import * as tf from "@tensorflow/tfjs-core";
import type { ActivationName } from "../activation";
import type { LossName } from "../loss";

type Operation = (sums: tf.Tensor) => tf.Tensor;

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

type LossOperation = (scores: tf.Tensor, targets: tf.Tensor) => tf.Tensor;

/** Each loss on scores and targets of the same shape, element by element. */
export const lossOperations: Record<LossName, LossOperation> = {
  squared: (scores, targets) => tf.square(tf.sub(scores, targets)),
  absolute: (scores, targets) => tf.abs(tf.sub(scores, targets)),
  huber(scores, targets) {
    const distance = tf.abs(tf.sub(scores, targets));
    const near = tf.minimum(distance, 1);
    return tf.add(tf.div(tf.square(near), 2), tf.sub(distance, near));
  },
  // relu(m) + ln(1 + e^−|m|) for m = −target × score: the logit form that cannot overflow.
  crossentropy(scores, targets) {
    const wrong = tf.neg(tf.mul(scores, targets));
    return tf.add(tf.relu(wrong), tf.log1p(tf.exp(tf.neg(tf.abs(wrong)))));
  },
  hinge: (scores, targets) => tf.relu(tf.sub(1, tf.mul(scores, targets))),
};
