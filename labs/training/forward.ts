// The forward pass, in double precision, for a block of rows at once.

import { addProduct, type Matrix } from "../arithmetic/product";
import { sizeOf, startsOf } from "../network/convolution";
import { activationOf } from "../network/curves";
import type { Layer, Network, WindowLayer } from "../network/network";

/** One layer with room for the weighted sums and outputs of a block of rows. */
export type Stage = {
  layer: Layer;
  /** The layer's weights, inputs × outputs or window × kernels, inside the network's. */
  weights: Matrix;
  /** Rows × outputs, before and after the activation. */
  sums: Matrix;
  values: Matrix;
  /** The activation at work on them. */
  activation: ReturnType<typeof activationOf>;
};

/** A row-major matrix of `columns` columns. */
export const matrixOf = (data: Float64Array, columns: number, at = 0): Matrix => ({
  data,
  at,
  row: columns,
  column: 1,
});

/** Room for blocks of up to `rows` rows; `weights` is read anew in every block. */
export function stagesOf(network: Network, weights: Float64Array, rows: number): Stage[] {
  return network.layers.map((layer) => {
    const { outputs, weightsAt, activation } = layer;
    const columns = layer.kind === "dense" ? outputs : layer.kernels;
    const sums = new Float64Array(rows * outputs);
    const values = new Float64Array(rows * outputs);
    return {
      layer,
      weights: matrixOf(weights, columns, weightsAt),
      sums: matrixOf(sums, outputs),
      values: matrixOf(values, outputs),
      activation: activationOf(activation, sums, values),
    };
  });
}

function fillStage(stage: Stage, below: Matrix, rows: number) {
  const { layer, activation, weights, sums } = stage;
  const { inputs, outputs, biasesAt } = layer;
  const into = sums.data;
  if (layer.kind === "mean") fillMeans(layer, below, into, rows);
  else {
    const biases = layer.kind === "dense" ? outputs : layer.kernels;
    for (let at = 0; at < rows * outputs; at += biases) {
      for (let o = 0; o < biases; o += 1) into[at + o] = weights.data[biasesAt + o]!;
    }
  }
  if (layer.kind === "dense") addProduct(below, weights, sums, rows, outputs, inputs);
  if (layer.kind === "convolution") {
    const { kernels, windows } = layer;
    eachWindowRow(layer, (from, weight, to) => {
      const [a, b, c] = [behind(below, from), behind(weights, weight), behind(sums, to)];
      addProduct(a, b, c, rows, kernels, windows.width);
    });
  }
  activation.fill(rows * outputs);
}

/** The same matrix from an element further on. */
export const behind = (matrix: Matrix, by: number): Matrix => ({
  ...matrix,
  at: matrix.at + by,
});

/**
 * Calls `act` for each row of each window of a convolution: where it begins among the inputs,
 * among the layer's weights, and where the place's outputs do.
 */
export function eachWindowRow(
  { windows, kernels }: WindowLayer,
  act: (from: number, weight: number, to: number) => void,
) {
  const { width, height, below } = windows;
  startsOf(windows).forEach((start, place) => {
    for (let row = 0; row < height; row += 1) {
      act(start + row * below, row * width * kernels, place * kernels);
    }
  });
}

/** Calls `act` for each input of each window of a mean, with the output that it goes into. */
export function eachOfMean(
  { windows, kernels }: WindowLayer,
  act: (input: number, output: number) => void,
) {
  const { width, height, beside, below } = windows;
  startsOf(windows).forEach((start, place) => {
    for (let k = 0; k < kernels; k += 1) {
      for (let row = 0; row < height; row += 1) {
        for (let column = 0; column < width; column += 1) {
          act(start + row * below + column * beside + k, place * kernels + k);
        }
      }
    }
  });
}

function fillMeans(layer: WindowLayer, below: Matrix, into: Float64Array, rows: number) {
  const { inputs, outputs, windows } = layer;
  into.fill(0, 0, rows * outputs);
  for (let row = 0; row < rows; row += 1) {
    eachOfMean(layer, (input, output) => {
      const at = row * outputs + output;
      into[at] = into[at]! + below.data[below.at + row * inputs + input]!;
    });
  }
  const size = sizeOf(windows);
  for (let at = 0; at < rows * outputs; at += 1) into[at] = into[at]! / size;
}

/**
 * Fills the sums and values of every stage for `rows` rows of `inputs`. `between` may
 * change a stage's values before the next stage reads them.
 */
export function forward(
  stages: readonly Stage[],
  inputs: Matrix,
  rows: number,
  between?: (stage: Stage, index: number) => void,
) {
  let below = inputs;
  for (let index = 0; index < stages.length; index += 1) {
    const stage = stages[index]!;
    fillStage(stage, below, rows);
    between?.(stage, index);
    below = stage.values;
  }
}
