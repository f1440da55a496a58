// Patterns that the first layer of a network looks for, and the classes it speaks for.
import type { Network } from "../network/network";
import { scoresOf } from "../training/score";

/** One neuron of the first layer. */
type Detector = {
  /** A weight for each input. */
  weights: Float32Array;
  bias: number;
  /** A number for each class, see `Voices`; none where the neuron is an output. */
  voices: Float64Array | null;
  /** Whether it puts out 0 for every test example. */
  silent: boolean;
};

/**
 * "weights": those from the neuron to the outputs. "activity": what the neuron puts out
 * on average for the test examples of each class, where further layers lie between.
 */
type Voices = "weights" | "activity" | null;

/** How a network's first layer speaks for its outputs. */
export const voicesOf = ({ layers }: Network): Voices =>
  layers.length === 1 ? null : layers.length === 2 ? "weights" : "activity";

/**
 * The mean of each neuron's outputs over the examples of each class: neuron by neuron.
 */
function meansOf(outputs: Float64Array, width: number, truths: Int32Array, size: number) {
  const counts = new Float64Array(size);
  const sums = Array.from({ length: width }, () => new Float64Array(size));
  truths.forEach((truth, row) => {
    counts[truth]! += 1;
    for (let o = 0; o < width; o += 1) sums[o]![truth]! += outputs[row * width + o]!;
  });
  return sums.map((sum) => sum.map((one, at) => one / Math.max(counts[at]!, 1)));
}

/**
 * The neurons of the first layer. `features` are the test examples, row-major, and
 * `truths` number their classes, of which there are `size`.
 */
export function detectorsOf(
  network: Network,
  weights: Float32Array,
  features: Float32Array,
  truths: Int32Array,
  size: number,
): Detector[] {
  const first = network.layers[0]!;
  const last = network.layers.at(-1)!;
  const { inputs, outputs: width, weightsAt, biasesAt } = first;
  const outputs = scoresOf({ layers: [first], size: network.size }, weights, features);
  const means = meansOf(outputs, width, truths, size);
  const voices = voicesOf(network);
  return means.map((mean, o) => {
    const outgoing = weights.subarray(
      last.weightsAt + o * last.outputs,
      last.weightsAt + (o + 1) * last.outputs,
    );
    const rows = outputs.length / width;
    let silent = voices !== null;
    for (let row = 0; silent && row < rows; row += 1) {
      silent = outputs[row * width + o] === 0;
    }
    return {
      weights: Float32Array.from(
        { length: inputs },
        (_, input) => weights[weightsAt + input * width + o]!,
      ),
      bias: weights[biasesAt + o]!,
      voices:
        voices === null
          ? null
          : voices === "weights"
            ? Float64Array.from(outgoing)
            : mean,
      silent,
    };
  });
}

/** Of numbers for each class, the classes of the largest and of the smallest. */
export function extremesOf(voices: Float64Array, most: number) {
  const order = Array.from(voices.keys()).sort(
    (one, other) => voices[other]! - voices[one]!,
  );
  const largest = Math.max(...voices.map(Math.abs));
  const strong = (at: number) => Math.abs(voices[at]!) >= largest / 3 && largest > 0;
  return {
    highest: order.filter((at) => voices[at]! > 0 && strong(at)).slice(0, most),
    lowest: order
      .filter((at) => voices[at]! < 0 && strong(at))
      .reverse()
      .slice(0, most),
  };
}
