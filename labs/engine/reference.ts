// The same training one TensorFlow.js operation at a time, differentiated by TensorFlow.js:
// the oracle of the tests, and the way of networks too large for one workgroup.
import * as tf from "@tensorflow/tfjs-core/dist/base";
import "@tensorflow/tfjs-core/dist/register_all_gradients";
import { shuffled, streamKey, streams } from "../arithmetic/random";
import { type Examples, type Plan, stateSize } from "../run/plan";
import { noLoss } from "../training/training";
import {
  activationOperations,
  lossOperations,
  penaltyOperations,
  stepOperations,
} from "./operations";
import type { Session } from "./session";
import { type Masks, masksOf, type Rows, rowsOf, tensorsOf } from "./tensors";

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
