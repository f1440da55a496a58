// Layer shapes and initial weights. Beside them stand the activations, losses, optimizers and
// regularizations, one record each: links, kernels, exports and tests follow from a record.

import { streamKey, streams, uniform } from "../arithmetic/random";
import type { ActivationName } from "./activation";

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

/**
 * The weights that a seed gives, before the first pass: uniform in ±√(6 / (inputs +
 * outputs)) with biases at zero.
 * Source: Glorot and Bengio, "Understanding the difficulty of training deep feedforward
 * neural networks" (2010), equation 16.
 */
export function initialWeights(network: Network, seed: number): Float32Array {
  const weights = new Float32Array(network.size);
  network.layers.forEach(({ inputs, outputs, weightsAt, biasesAt }, index) => {
    const draw = uniform(streamKey(seed, streams.weights, index));
    const limit = Math.sqrt(6 / (inputs + outputs));
    for (let at = weightsAt; at < biasesAt; at += 1)
      weights[at] = limit * (2 * draw() - 1);
  });
  return weights;
}
