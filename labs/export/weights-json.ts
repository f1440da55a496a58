// A network's weights as JSON, for people and for programs.
import type { Network } from "../network/network";

/** What tells a reader of the file where the weights come from. */
export type Origin = {
  /** The link of the run. */
  link: string;
  /** The pass after which the weights were taken; 0 for the untrained network. */
  pass: number;
  /** What each number given to the network stands for. */
  inputs: readonly string[];
  /** The names of the classes; none where the network gives a number. */
  classes: readonly string[];
};

/** What the file says of itself. */
const meaning =
  "Each layer puts out activation(inputs · weights + biases); weights has a row for each input and a column for each neuron. With one output, a score above 0 stands for the second class; with several outputs, the highest stands for its class.";

/** A 32-bit number as the shortest decimal of at most nine digits that gives it back. */
const short = (value: number) => {
  for (let digits = 6; digits < 9; digits += 1) {
    const rounded = Number(value.toPrecision(digits));
    if (Math.fround(rounded) === value) return rounded;
  }
  return Number(value.toPrecision(9));
};

/**
 * The weights as JSON: `{ format, version, meaning, link, pass, inputs, classes, layers:
 * [{ activation, weights: inputs × outputs, biases: outputs }] }`. Weights must be
 * finite.
 */
export function weightsJson(
  network: Network,
  weights: Float32Array,
  origin: Origin,
): string {
  const numbers = (from: number, count: number) =>
    Array.from(weights.subarray(from, from + count), short);
  const layers = network.layers.map((layer) => ({
    activation: layer.activation,
    weights: Array.from({ length: layer.inputs }, (_, input) =>
      numbers(layer.weightsAt + input * layer.outputs, layer.outputs),
    ),
    biases: numbers(layer.biasesAt, layer.outputs),
  }));
  const head = { format: "next-pass-weights", version: 1, meaning, ...origin };
  const lines = JSON.stringify({ ...head, layers }, null, 1);
  // A row of numbers reads better on one line.
  return lines.replace(/\[\s+([-\d.e+,\s]+?)\s+\]/g, (_, row: string) => {
    return `[${row.replace(/\s+/g, " ")}]`;
  });
}
