// The forward pass, in double precision, for a block of rows at once.

import { addProduct, type Matrix } from "../arithmetic/product";
import type { Activation } from "../network/activation";
import { activationOf } from "../network/curves";
import type { Layer, Network } from "../network/network";

/** One layer with room for the weighted sums and outputs of a block of rows. */
export type Stage = {
  layer: Layer;
  activation: Activation;
  /** The layer's weights, inputs × outputs, inside the network's. */
  weights: Matrix;
  /** Rows × outputs, before and after the activation. */
  sums: Matrix;
  values: Matrix;
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
    const room = () => matrixOf(new Float64Array(rows * outputs), outputs);
    return {
      layer,
      activation: activationOf(activation),
      weights: matrixOf(weights, outputs, weightsAt),
      sums: room(),
      values: room(),
    };
  });
}

function fillStage(stage: Stage, below: Matrix, rows: number) {
  const { layer, activation, weights, sums, values } = stage;
  const { inputs, outputs, biasesAt } = layer;
  const into = sums.data;
  for (let row = 0, at = 0; row < rows; row += 1) {
    for (let o = 0; o < outputs; o += 1, at += 1) {
      into[at] = weights.data[biasesAt + o]!;
    }
  }
  addProduct(below, weights, sums, rows, outputs, inputs);
  activation.fill(values.data, into, rows * outputs);
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
