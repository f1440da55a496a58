// Trains a run one TensorFlow.js operation at a time, on whichever backend is set.
import * as tf from "@tensorflow/tfjs-core";
import "@tensorflow/tfjs-core/dist/register_all_gradients";
import { drawPoints, type Point } from "../dataset";
import { inputsOf } from "../input";
import { initialWeights, type Layer, networkOf } from "../network";
import type { Pass } from "../pass";
import { shuffled, streamKey, streams } from "../random";
import type { Run } from "../run";
import { divergence, fullSpeed, type Pace, type Progress } from "./engine";
import { activationOperations, lossOperations } from "./operations";

/** A report at least this often, in milliseconds, unless one pass takes longer. */
const reportEvery = 50;

type Examples = { inputs: tf.Tensor2D; targets: tf.Tensor2D };

/** Examples as tensors of shape [points, inputs] and [points, 1]; the caller disposes. */
function examplesOf(run: Run, points: readonly Point[]): Examples {
  const rows = inputsOf(points, run.inputs);
  const targets = Float32Array.from(points, ({ target }) => target);
  return {
    inputs: tf.tensor2d(rows, [points.length, run.inputs.length]),
    targets: tf.tensor2d(targets, [points.length, 1]),
  };
}

/** One tensor of weights and one of biases for each layer; the caller disposes. */
function tensorsOf(layers: readonly Layer[], weights: Float32Array): tf.Tensor[] {
  return layers.flatMap(({ inputs, outputs, weightsAt, biasesAt }) => [
    tf.tensor2d(weights.slice(weightsAt, biasesAt), [inputs, outputs]),
    tf.tensor1d(weights.slice(biasesAt, biasesAt + outputs)),
  ]);
}

/** Everything a run keeps on the device, and what can be done with it. */
function training(run: Run) {
  const { layers, size } = networkOf(run);
  const points = drawPoints(run);
  const train = examplesOf(run, points.train);
  const test = examplesOf(run, points.test);
  const count = points.train.length;
  const batch = Math.min(run.batch, count);
  let state = tensorsOf(layers, initialWeights({ layers, size }, run.seed));

  function meanLoss(parameters: readonly tf.Tensor[], examples: Examples): tf.Scalar {
    const scores = layers.reduce<tf.Tensor>((below, { activation }, index) => {
      const [weights, biases] = parameters.slice(2 * index, 2 * index + 2);
      if (!weights || !biases) throw new Error("A layer has no weights.");
      const sums = tf.add(tf.matMul(below, weights), biases);
      return activationOperations[activation](sums);
    }, examples.inputs);
    return tf.mean(lossOperations[run.loss](scores, examples.targets));
  }

  /** One step: the weights less the learning rate times the gradient of one batch. */
  function step(examples: Examples) {
    const next = tf.tidy(() => {
      const loss = (...parameters: tf.Tensor[]) => meanLoss(parameters, examples);
      const gradients = tf.grads(loss)(state);
      return state.map((tensor, index) =>
        tf.sub(tensor, tf.mul(gradients[index] ?? 0, run.rate)),
      );
    });
    tf.dispose(state);
    state = next;
  }

  return {
    /** Shows the network every training point once, in the order of that pass. */
    pass(number: number) {
      const key = streamKey(run.seed, streams.order, number);
      const order = Int32Array.from({ length: count }, (_, at) =>
        shuffled(at, count, key),
      );
      for (let at = 0; at < count; at += batch) {
        const rows = tf.tensor1d(order.subarray(at, at + batch), "int32");
        const examples = {
          inputs: tf.gather(train.inputs, rows),
          targets: tf.gather(train.targets, rows),
        };
        step(examples);
        tf.dispose([rows, examples.inputs, examples.targets]);
      }
    },
    /** Both losses and all weights, read back from the device at once. */
    async read() {
      const packed = tf.tidy(() =>
        tf.concat([
          tf.reshape(meanLoss(state, train), [1]),
          tf.reshape(meanLoss(state, test), [1]),
          ...state.map((tensor) => tf.reshape(tensor, [-1])),
        ]),
      );
      try {
        const numbers = Float32Array.from(await packed.data());
        const [trainLoss = Number.NaN, testLoss = Number.NaN] = numbers;
        return { trainLoss, testLoss, weights: numbers.slice(2) };
      } finally {
        packed.dispose();
      }
    },
    dispose: () => tf.dispose([state, train, test]),
  };
}

function diverged(run: Run, number: number): Error {
  const error = new Error(
    `The run diverged in pass ${number}: a weight grew beyond every number. ` +
      `Try a learning rate below ${run.rate}, or another loss.`,
  );
  error.name = divergence;
  return error;
}

/** `Engine.train` on the backend that is set; see there. */
export async function* trainRun(
  run: Run,
  signal: AbortSignal,
  pace: Pace = fullSpeed,
): AsyncGenerator<Progress> {
  const trained = training(run);
  let number = 0;
  try {
    while (number < run.passes) {
      const most = await pace();
      if (signal.aborted) return;
      const until = performance.now() + reportEvery;
      const passes: Pass[] = [];
      let weights = new Float32Array();
      do {
        number += 1;
        trained.pass(number);
        const read = await trained.read();
        if (signal.aborted) return;
        // The weights tell a divergence: on WebGPU the loss alone can hide a NaN.
        if (!read.weights.every(Number.isFinite)) {
          if (passes.length > 0) yield { passes, weights };
          throw diverged(run, number);
        }
        weights = read.weights;
        const { trainLoss, testLoss } = read;
        passes.push({ pass: number, trainLoss, testLoss });
      } while (number < run.passes && passes.length < most && performance.now() < until);
      yield { passes, weights };
    }
  } finally {
    trained.dispose();
  }
}
