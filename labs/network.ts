// Layer shapes, initial weights, and what a network computes. All in plain arrays.
import { type ActivationName, activations } from "./activation";
import { streamKey, streams, uniform } from "./random";
import type { Run } from "./run";

/**
 * One layer: `outputs` neurons with `inputs` weights each. In the flat array of weights,
 * the weight from input i to neuron o stands at `weightsAt + i × outputs + o` and the
 * bias of neuron o at `biasesAt + o`.
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

/** The network of a run: its hidden layers, then one linear output. */
export function networkOf(run: Pick<Run, "inputs" | "layers" | "activation">): Network {
  const widths = [run.inputs.length, ...run.layers, 1];
  let size = 0;
  const layers = widths.slice(1).map((outputs, index): Layer => {
    const inputs = widths[index] ?? 0;
    const weightsAt = size;
    const biasesAt = weightsAt + inputs * outputs;
    size = biasesAt + outputs;
    const activation = index < run.layers.length ? run.activation : "linear";
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

/**
 * What every neuron puts out for every row of inputs: one array per layer, row-major,
 * rows × that layer's neurons. The last array holds the scores.
 */
export function forward(
  network: Network,
  weights: Float32Array,
  rows: Float32Array,
): Float32Array[] {
  let below = rows;
  return network.layers.map(({ inputs, outputs, activation, weightsAt, biasesAt }) => {
    const { value } = activations[activation];
    const count = below.length / inputs;
    const out = new Float32Array(count * outputs);
    for (let row = 0; row < count; row += 1) {
      for (let o = 0; o < outputs; o += 1) {
        let sum = weights[biasesAt + o] ?? 0;
        for (let i = 0; i < inputs; i += 1) {
          sum +=
            (below[row * inputs + i] ?? 0) * (weights[weightsAt + i * outputs + o] ?? 0);
        }
        out[row * outputs + o] = value(sum);
      }
    }
    below = out;
    return out;
  });
}
