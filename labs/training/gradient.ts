// The gradient of a batch's mean loss, by backpropagation.
// Source: Rumelhart, Hinton and Williams, "Learning representations by back-propagating
// errors" (1986).

import { addProduct, type Matrix } from "../arithmetic/product";
import { sizeOf } from "../network/convolution";
import { lossOf } from "../network/curves";
import { hiddenBefore, keptShare } from "../network/regularization";
import type { Plan } from "../run/plan";
import {
  behind,
  eachOfMean,
  eachWindowRow,
  forward,
  matrixOf,
  type Stage,
  stagesOf,
} from "./forward";

/** Derivatives that flow back through one layer; all but the gradient are rows × outputs. */
export type Back = {
  /** How each output changes with its weighted sum. */
  slopes: Float64Array;
  /** How the loss changes with each weighted sum. */
  deltas: Matrix;
  /** The layer's part of the gradient, inputs × outputs or window × kernels. */
  gradient: Matrix;
  /** The number of the layer's first neuron among all hidden ones. */
  firstNeuron: number;
  /** The transposes that backpropagation multiplies with. */
  transposed: { weights: Matrix; below: Matrix };
};

const transpose = (matrix: Matrix): Matrix => {
  const { data, at, row, column } = matrix;
  return { data, at, row: column, column: row };
};

/** Sums gradients over blocks of rows, for one plan. */
export type Gradient = {
  /** As long as the weights: what was added since it was last filled with 0. */
  sum: Float64Array;
  /** To be filled before `add`: rows × inputs, and which example each row is. */
  inputs: Matrix;
  places: Int32Array;
  /** Adds the gradients of the first `rows` rows, each times `share`. */
  add(rows: number, share: number, dropKey: number): void;
  /** The numbers of the latest `add`, layer by layer. */
  stages: readonly Stage[];
  backs: readonly Back[];
};

/** Room for up to `block` rows at a time; `weights` is read anew in each `add`. */
export function createGradient(
  plan: Plan,
  targets: Float32Array,
  weights: Float64Array,
  block: number,
): Gradient {
  const { network, drop } = plan;
  const stages = stagesOf(network, weights, block);
  const width = network.layers[0]!.inputs;
  const inputs = matrixOf(new Float64Array(block * width), width);
  const places = new Int32Array(block);
  const sum = new Float64Array(network.size);
  const hidden = hiddenBefore(network);
  const last = stages.length - 1;
  const { outputs } = network.layers[last]!;
  const loss = lossOf(plan.loss, stages[last]!.values.data, outputs);
  const targetAt = (row: number) => targets[places[row]!]!;
  const backs = stages.map((stage, index): Back => {
    const { outputs, weightsAt } = stage.layer;
    return {
      slopes: new Float64Array(block * outputs),
      deltas: matrixOf(new Float64Array(block * outputs), outputs),
      gradient: matrixOf(sum, stage.weights.row, weightsAt),
      firstNeuron: hiddenBefore(network, index),
      transposed: {
        weights: transpose(stage.weights),
        below: transpose(stages[index - 1]?.values ?? inputs),
      },
    };
  });

  // The arguments of `add`, as a closure of its own would be allocated at each call.
  let rowsNow = 0;
  let keyNow = 0;

  function fillSlopes(stage: Stage, index: number) {
    const { activation, values, layer } = stage;
    const { slopes, firstNeuron } = backs[index]!;
    activation.fillSlopes(slopes, rowsNow * layer.outputs);
    if (drop === 0 || index === last) return;
    for (let row = 0, k = 0; row < rowsNow; row += 1) {
      const place = places[row]! * hidden + firstNeuron;
      for (let o = 0; o < layer.outputs; o += 1, k += 1) {
        const kept = keptShare(keyNow, place + o, drop);
        slopes[k] = kept * slopes[k]!;
        values.data[k] = kept * values.data[k]!;
      }
    }
  }

  function fillLastDeltas(rows: number, share: number) {
    const { deltas, slopes } = backs[last]!;
    const ofLoss = loss.slopes(rows, targetAt);
    for (let k = 0; k < rows * outputs; k += 1) {
      deltas.data[k] = share * slopes[k]! * ofLoss[k]!;
    }
  }

  function addLayer(index: number, rows: number) {
    const { layer } = stages[index]!;
    if (layer.kind === "mean") return;
    const { inputs, outputs, biasesAt } = layer;
    const { deltas, gradient, transposed } = backs[index]!;
    const { below } = transposed;
    const biases = layer.kind === "dense" ? outputs : layer.kernels;
    if (layer.kind === "dense") {
      addProduct(below, deltas, gradient, inputs, outputs, rows);
    } else {
      eachWindowRow(layer, (from, weight, to) => {
        const [a, b, c] = [
          behind(below, from),
          behind(deltas, to),
          behind(gradient, weight),
        ];
        addProduct(a, b, c, layer.windows.width, biases, rows);
      });
    }
    for (let k = 0; k < rows * outputs; k += biases) {
      for (let o = 0; o < biases; o += 1) {
        sum[biasesAt + o] = sum[biasesAt + o]! + deltas.data[k + o]!;
      }
    }
  }

  function fillDeltasBelow(index: number, rows: number) {
    const { layer } = stages[index]!;
    const { inputs, outputs } = layer;
    const { deltas: above, transposed } = backs[index]!;
    const { deltas, slopes } = backs[index - 1]!;
    const count = rows * inputs;
    deltas.data.fill(0, 0, count);
    if (layer.kind === "mean") {
      const share = 1 / sizeOf(layer.windows);
      for (let row = 0; row < rows; row += 1) {
        eachOfMean(layer, (input, output) => {
          deltas.data[row * inputs + input] = share * above.data[row * outputs + output]!;
        });
      }
    } else addProduct(above, transposed.weights, deltas, rows, inputs, outputs);
    for (let k = 0; k < count; k += 1) deltas.data[k] = deltas.data[k]! * slopes[k]!;
  }

  return {
    sum,
    inputs,
    places,
    stages,
    backs,
    add(rows, share, dropKey) {
      rowsNow = rows;
      keyNow = dropKey;
      forward(stages, inputs, rows, fillSlopes);
      fillLastDeltas(rows, share);
      for (let index = last; index >= 0; index -= 1) {
        addLayer(index, rows);
        if (index > 0) fillDeltasBelow(index, rows);
      }
    },
  };
}
