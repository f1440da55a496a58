// TensorFlow.js as its tutorials use it: a sequential model, trained with `model.fit`.
import * as tf from "@tensorflow/tfjs";
import "@tensorflow/tfjs-backend-webgpu";
import type { Peer, Training } from "../peer";
import { type Examples, lossOf, type Problem } from "../problem";

function modelOf({ loss, layers, rate }: Problem) {
  const output = loss === "squared" ? "linear" : "softmax";
  const model = tf.sequential();
  layers.forEach(({ inputs, outputs, weights, biases }, index) => {
    const first = [tf.tensor2d(weights, [inputs, outputs]), tf.tensor1d(biases)];
    const activation = index < layers.length - 1 ? "tanh" : output;
    model.add(
      tf.layers.dense({
        inputShape: [inputs],
        units: outputs,
        activation,
        weights: first,
      }),
    );
    tf.dispose(first);
  });
  model.compile({
    optimizer: tf.train.sgd(rate),
    loss: loss === "squared" ? "meanSquaredError" : "categoricalCrossentropy",
  });
  return model;
}

function train(problem: Problem): Training {
  const tensorsOf = ({
    count,
    inputs,
    targets,
  }: Examples): [tf.Tensor2D, tf.Tensor2D] => [
    tf.tensor2d(inputs, [count, inputs.length / count]),
    tf.tensor2d(targets, [count, targets.length / count]),
  ];
  const [x, y] = tensorsOf(problem.train);
  const [testX, testY] = tensorsOf(problem.test);
  const { count } = problem.train;
  const model = modelOf(problem);
  const sets = [
    [x, y],
    [testX, testY],
  ] as const;
  /** Each set as one batch: `fit` would measure a set in batches of the training's size. */
  async function measure() {
    for (const [inputs, targets] of sets) {
      const [rows] = inputs.shape;
      const losses = [model.evaluate(inputs, targets, { batchSize: rows })].flat();
      await losses[0]?.data();
      tf.dispose(losses);
    }
  }
  return {
    async train(passes) {
      await model.fit(x, y, {
        epochs: passes,
        batchSize: problem.batch,
        shuffle: true,
        verbose: 0,
        // Unless told so, it waits for the page's frames now and then.
        yieldEvery: "never",
        callbacks: { onEpochEnd: measure },
      });
    },
    async trainLoss() {
      const outputs = model.predict(x, { batchSize: count });
      if (Array.isArray(outputs)) throw new Error("The model has more than one output.");
      const told = Float32Array.from(await outputs.data());
      const loss = lossOf(problem.loss, problem.train, told);
      outputs.dispose();
      return loss;
    },
    close() {
      model.dispose();
      tf.dispose([x, y, testX, testY]);
    },
  };
}

export const tfjsOnCpu: Peer = {
  async open(problem) {
    return (await tf.setBackend("cpu")) ? train(problem) : "TensorFlow.js fails";
  },
};

export const tfjsOnWebgpu: Peer = {
  async open(problem) {
    // tfjs-backend-webgpu 4.22 dereferences a null adapter: ask before it does.
    if (!(await navigator.gpu?.requestAdapter())) return "no WebGPU";
    return (await tf.setBackend("webgpu")) ? train(problem) : "TensorFlow.js fails";
  },
};
