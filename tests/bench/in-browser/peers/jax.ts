// jax-js: a step is one jitted function, which uses up the weights and gives the next.
import { defaultDevice, grad, init, jit, nn, numpy as np, tree } from "@jax-js/jax";
import type { Peer, Training } from "../peer";
import { type Examples, lossOf, type Problem } from "../problem";

type Layer = { weights: np.Array; biases: np.Array };
type Batch = { inputs: np.Array; targets: np.Array };

function scoresOf(layers: readonly Layer[], inputs: np.Array): np.Array {
  return layers.reduce((below, { weights, biases }, index) => {
    const sums = np.dot(below, weights).add(biases);
    return index < layers.length - 1 ? np.tanh(sums) : sums;
  }, inputs);
}

function lossBy(kind: Problem["loss"]) {
  return (layers: Layer[], inputs: np.Array, targets: np.Array): np.Array => {
    const scores = scoresOf(layers, inputs);
    if (kind === "squared") return np.square(scores.sub(targets)).mean();
    return nn.logSoftmax(scores).mul(targets).sum(1).mean().neg();
  };
}

/**
 * The examples cut into batches, once: every pass takes the same ones in the same order,
 * which spares jax-js the shuffling that the others do.
 */
function batchesOf({ train, batch }: Problem): Batch[] {
  const { count, inputs, targets } = train;
  const rows = (all: Float32Array, start: number, end: number) => {
    const width = all.length / count;
    return np.array(all.slice(start * width, end * width)).reshape([end - start, width]);
  };
  return Array.from({ length: Math.ceil(count / batch) }, (_, index) => {
    const start = index * batch;
    const end = Math.min(start + batch, count);
    return { inputs: rows(inputs, start, end), targets: rows(targets, start, end) };
  });
}

/** All examples of a set, as one batch. */
const wholeOf = ({ count, inputs, targets }: Examples): Batch => ({
  inputs: np.array(inputs).reshape([count, inputs.length / count]),
  targets: np.array(targets).reshape([count, targets.length / count]),
});

/** A jitted step. An array is used up by what it is given to, unless given as `ref`. */
function stepOf({ loss, rate }: Problem) {
  const slopesOf = grad(lossBy(loss));
  const next = (old: np.Array, slope: np.Array) => old.sub(slope.mul(rate));
  return jit((layers: Layer[], inputs: np.Array, targets: np.Array): Layer[] => {
    const slopes = slopesOf(tree.ref(layers), inputs, targets);
    return layers.map(({ weights, biases }, index) => {
      const slope = slopes[index];
      if (!slope) throw new Error("A layer has no slopes.");
      return {
        weights: next(weights, slope.weights),
        biases: next(biases, slope.biases),
      };
    });
  });
}

/**
 * Starts what is only planned so far; a GPU is not waited for. jax-js 0.1.25 looks
 * through all planned work at each call, so that planning a whole pass takes quadratic
 * time: digits took 97 ms per pass on Wasm that way, and 20 ms with this after each step.
 */
function start({ biases }: Layer) {
  if (biases.device === "webgpu") biases.ref.gpuBufferSync();
  else biases.ref.dataSync();
}

function train(problem: Problem): Training {
  const batches = batchesOf(problem);
  const step = stepOf(problem);
  const lossAt = jit(lossBy(problem.loss));
  const sets = [problem.train, problem.test].map(wholeOf);
  let layers: Layer[] = problem.layers.map(({ inputs, outputs, weights, biases }) => ({
    weights: np.array(weights).reshape([inputs, outputs]),
    biases: np.array(biases),
  }));
  function pass() {
    for (const { inputs, targets } of batches) {
      layers = step(layers, inputs.ref, targets.ref);
      if (layers[0]) start(layers[0]);
    }
  }
  return {
    async train(passes) {
      for (let done = 0; done < passes; done += 1) {
        pass();
        for (const { inputs, targets } of sets) {
          await lossAt(tree.ref(layers), inputs.ref, targets.ref).data();
        }
      }
    },
    async trainLoss() {
      const { count, inputs } = problem.train;
      const rows = np.array(inputs).reshape([count, inputs.length / count]);
      const scores = scoresOf(tree.ref(layers), rows);
      const outputs = problem.loss === "squared" ? scores : nn.softmax(scores);
      return lossOf(problem.loss, problem.train, await outputs.data());
    },
    close() {
      tree.dispose([layers, batches, sets]);
      step.dispose();
      lossAt.dispose();
    },
  };
}

async function openOn(device: "wasm" | "webgpu", problem: Problem) {
  if (!(await init(device)).includes(device)) return `no ${device}`;
  defaultDevice(device);
  return train(problem);
}

export const jaxOnWasm: Peer = { open: (problem) => openOn("wasm", problem) };
export const jaxOnWebgpu: Peer = { open: (problem) => openOn("webgpu", problem) };
