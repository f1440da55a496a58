// Layer shapes and initial weights. Beside them stand the activations, losses, optimizers,
// regularizations and initializations, one record each: links, kernels, exports and tests follow from a record.

import { streamKey, streams, uniform } from "../arithmetic/random";
import type { ActivationName } from "./activation";
import { type InitializationName, initializations } from "./initialization";

/**
 * One layer: `outputs` neurons with `inputs` weights each. In the flat array of weights,
 * the weight from input i to neuron o stands at `weightsAt + i × outputs + o` and the
 * bias of neuron o at `biasesAt + o`, right behind them.
 */
export type Layer = {
  inputs: number;
  outputs: number;
  activation: ActivationName;
  weightsAt: number;
  biasesAt: number;
};

/** The layers from first to last; `size` counts all weights and biases. */
export type Network = { layers: readonly Layer[]; size: number };

/** How many inputs there are, then how many outputs each layer has: 2, 8, 1. */
export const widthsOf = ({ layers }: Network): readonly number[] => [
  ...layers.slice(0, 1).map(({ inputs }) => inputs),
  ...layers.map(({ outputs }) => outputs),
];

/**
 * A network of hidden layers and linear outputs. Each hidden layer takes the activation
 * at its own place in `activations`; where the list is shorter, its last name goes on.
 */
export function layered(
  inputs: number,
  hidden: readonly number[],
  activations: readonly ActivationName[],
  outputs: number,
): Network {
  const widths = [inputs, ...hidden, outputs];
  let size = 0;
  const layers = widths.slice(1).map((outputs, index): Layer => {
    const inputs = widths[index] ?? 0;
    const weightsAt = size;
    const biasesAt = weightsAt + inputs * outputs;
    size = biasesAt + outputs;
    const named = activations[index] ?? activations.at(-1) ?? "linear";
    const activation = index < hidden.length ? named : "linear";
    return { inputs, outputs, activation, weightsAt, biasesAt };
  });
  return { layers, size };
}

/** The weights that a seed gives, before the first pass: see `Initialization`. */
export function initialWeights(
  network: Network,
  seed: number,
  initialization: InitializationName = "glorot",
): Float32Array {
  const weights = new Float32Array(network.size);
  const { factor, fan } = initializations[initialization];
  if (factor === 0) return weights;
  network.layers.forEach(({ inputs, outputs, weightsAt, biasesAt }, index) => {
    const draw = uniform(streamKey(seed, streams.weights, index));
    const limit = factor * Math.sqrt(6 / (fan === "in" ? inputs : inputs + outputs));
    for (let at = weightsAt; at < biasesAt; at += 1)
      weights[at] = limit * (2 * draw() - 1);
  });
  return weights;
}
