// The share of each example in the mean loss.

import { lossOf } from "../network/curves";
import type { Network } from "../network/network";
import type { Examples } from "../run/plan";
import { forward, matrixOf, stagesOf } from "../training/forward";
import type { LossPlan } from "../training/score";
import type { Sliced } from "./loss-surface";

/** How many rows are done between two rests, at most about this many multiplications. */
const slice = 100_000;

/** Rows per block: as many as fit a slice, between 1 and 256. */
const blockOf = ({ size }: Network) =>
  Math.min(Math.max(Math.floor(slice / size), 1), 256);

/** The scores of the first `count` examples: row-major, `count` × outputs. */
export function* slicedScores(
  network: Network,
  weights: Float32Array,
  features: Float32Array,
  count: number,
): Sliced<Float64Array> {
  const { inputs } = network.layers[0]!;
  const { outputs } = network.layers.at(-1)!;
  const block = blockOf(network);
  const stages = stagesOf(network, Float64Array.from(weights), block);
  const rows = matrixOf(new Float64Array(block * inputs), inputs);
  const scores = new Float64Array(count * outputs);
  for (let at = 0; at < count; at += block) {
    const taken = Math.min(block, count - at);
    rows.data.set(features.subarray(at * inputs, (at + taken) * inputs));
    forward(stages, rows, taken);
    const found = stages.at(-1)!.values.data;
    scores.set(found.subarray(0, taken * outputs), at * outputs);
    yield;
  }
  return scores;
}

/** Scores, row-major, and the loss of each example: the sum over its outputs. */
type ExampleLosses = { scores: Float64Array; losses: Float64Array };

/**
 * The losses of the examples that train, each by itself; their mean is the train loss.
 */
export function* exampleLosses(
  judge: LossPlan,
  { features, targets, train }: Examples & { train: number },
  weights: Float32Array,
): Sliced<ExampleLosses> {
  const { network } = judge;
  const { outputs } = network.layers.at(-1)!;
  const scores = yield* slicedScores(network, weights, features, train);
  const loss = lossOf(judge.loss, scores, outputs);
  const losses = new Float64Array(train);
  loss
    .values(train, (row) => targets[row]!)
    .forEach((value, k) => {
      losses[Math.floor(k / outputs)]! += value;
    });
  return { scores, losses };
}

/**
 * The share of each loss in their sum, 0 to 1; all 0 where the sum is 0 or overflows, and
 * where a loss is negative.
 */
export function sharesOf(losses: Float64Array): Float64Array {
  const sum = losses.reduce((total, loss) => total + loss, 0);
  const counts = sum > 0 && Number.isFinite(sum) && losses.every((loss) => loss >= 0);
  return losses.map((loss) => (counts ? loss / sum : 0));
}

/** Where the `count` largest losses stand, the largest first; of equals the earlier. */
export function largest(losses: Float64Array, count: number): readonly number[] {
  return Array.from(losses.keys())
    .sort((one, other) => losses[other]! - losses[one]! || one - other)
    .slice(0, count);
}
