// Layer shapes and initial weights. Beside them stand the activations, losses, optimizers,
// regularizations and initializations, one record each: links, kernels, exports and tests follow from a record.

import { streamKey, streams, uniform } from "../arithmetic/random";
import type { ActivationName } from "./activation";
import {
  type ConvolutionShape,
  type Grid,
  placesOf,
  sizeOf,
  type Windows,
  windowsOf,
} from "./convolution";
import { type InitializationName, initializations } from "./initialization";

/** A layer's sizes, and where its numbers stand in the flat array of weights. */
type LayerNumbers = {
  inputs: number;
  outputs: number;
  activation: ActivationName;
  weightsAt: number;
  biasesAt: number;
};

/**
 * A dense layer has `outputs` neurons with `inputs` weights each: the weight from input i to
 * neuron o stands at `weightsAt + i × outputs + o` and the bias of neuron o at
 * `biasesAt + o`, right behind them.
 *
 * A convolution is a network's first layer, and has as many weights as one window has inputs
 * for each kernel: the weight of the window's input i in kernel k stands at
 * `weightsAt + i × kernels + k`. Its output p × kernels + k is what kernel k says of place p.
 *
 * A mean has no weights: its output p × kernels + k is the mean of what kernel k says in
 * window p.
 */
export type Layer = LayerNumbers &
  (
    | { kind: "dense" }
    | { kind: "convolution"; kernels: number; windows: Windows }
    | { kind: "mean"; kernels: number; windows: Windows }
  );

/** A layer that has weights. */
export type WeightedLayer = Exclude<Layer, { kind: "mean" }>;

/** A layer that looks through windows. */
export type WindowLayer = Extract<Layer, { windows: Windows }>;

/** The layers from first to last; `size` counts all weights and biases. */
export type Network = { layers: readonly Layer[]; size: number };

/** How many inputs there are, then how many outputs each layer has: 2, 8, 1. */
export const widthsOf = ({ layers }: Network): readonly number[] => [
  ...layers.slice(0, 1).map(({ inputs }) => inputs),
  ...layers.map(({ outputs }) => outputs),
];

/** The inputs of one neuron, and for a mean those of one output. */
export const depthOf = (layer: Layer) =>
  layer.kind === "dense" ? layer.inputs : sizeOf(layer.windows);

/** How many biases a layer has. */
export const biasesOf = (layer: Layer) => {
  if (layer.kind === "mean") return 0;
  return layer.kind === "dense" ? layer.outputs : layer.kernels;
};

/** The layers that have weights, from first to last. */
export const weightedLayers = ({ layers }: Network): readonly WeightedLayer[] =>
  layers.filter((layer) => layer.kind !== "mean");

/**
 * The multiplications and additions of biases on one example's way forward: as many as there
 * are weights and biases where all layers are dense.
 */
export const workOf = ({ layers }: Network) =>
  layers.reduce((sum, layer) => sum + (depthOf(layer) + 1) * layer.outputs, 0);

/**
 * The layers in front of the dense ones: the convolution, and the mean where there is one.
 * None without kernels.
 */
export function convolutionLayers(
  grid: Grid,
  shape: ConvolutionShape,
  activation: ActivationName,
): readonly Layer[] {
  const { kernels } = shape;
  if (kernels === 0) return [];
  const { looks, means } = windowsOf(grid, shape);
  const biasesAt = sizeOf(looks) * kernels;
  const inputs = grid.across * grid.down;
  const outputs = placesOf(looks) * kernels;
  const own = { kind: "convolution", kernels, windows: looks, activation } as const;
  const convolution = { ...own, inputs, outputs, weightsAt: 0, biasesAt };
  if (!means) return [convolution];
  const end = biasesAt + kernels;
  const mean: Layer = {
    ...{ kind: "mean", kernels, windows: means, activation: "linear" },
    ...{ inputs: outputs, outputs: placesOf(means) * kernels },
    ...{ weightsAt: end, biasesAt: end },
  };
  return [convolution, mean];
}

/**
 * A network of hidden layers and linear outputs. Each hidden layer takes the activation
 * at its own place in `activations`; where the list is shorter, its last name goes on.
 * `before` stands in front of them all: see `convolutionLayers`.
 */
export function layered(
  inputs: number,
  hidden: readonly number[],
  activations: readonly ActivationName[],
  outputs: number,
  before: readonly Layer[] = [],
): Network {
  const last = before.at(-1);
  const widths = [last?.outputs ?? inputs, ...hidden, outputs];
  let size = last ? last.biasesAt + biasesOf(last) : 0;
  const layers = widths.slice(1).map((outputs, index): Layer => {
    const inputs = widths[index] ?? 0;
    const weightsAt = size;
    const biasesAt = weightsAt + inputs * outputs;
    size = biasesAt + outputs;
    const named = activations[index] ?? activations.at(-1) ?? "linear";
    const activation = index < hidden.length ? named : "linear";
    return { kind: "dense", inputs, outputs, activation, weightsAt, biasesAt };
  });
  return { layers: [...before, ...layers], size };
}

/**
 * The weights that a seed gives, before the first pass: see `Initialization`. In a
 * convolution, where `inputs` are those of one window, `outputs` are so many for each kernel.
 */
export function initialWeights(
  network: Network,
  seed: number,
  initialization: InitializationName = "glorot",
): Float32Array {
  const weights = new Float32Array(network.size);
  const { factor, fan } = initializations[initialization];
  if (factor === 0) return weights;
  weightedLayers(network).forEach((layer, index) => {
    const { weightsAt, biasesAt } = layer;
    const draw = uniform(streamKey(seed, streams.weights, index));
    const depth = depthOf(layer);
    const each = biasesOf(layer);
    const outputs = layer.kind === "dense" ? each : depth * each;
    const limit = factor * Math.sqrt(6 / (fan === "in" ? depth : depth + outputs));
    for (let at = weightsAt; at < biasesAt; at += 1)
      weights[at] = limit * (2 * draw() - 1);
  });
  return weights;
}
