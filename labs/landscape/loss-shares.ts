// The share of each example in the mean loss.

import { kindOf } from "../data/datasets";
import { lossOf } from "../network/curves";
import { type Examples, networkOf } from "../run/plan";
import { type LossPlan, scoresOf, type TrainedRun } from "../training/score";
import { boundaries } from "./boundary";
import type { Contour } from "./contour";

/** Scores, row-major, and the loss of each example: the sum over its outputs. */
type ExampleLosses = { scores: Float64Array; losses: Float64Array };

/**
 * The losses of the examples that train, each by itself; their mean is the train loss.
 */
export function exampleLosses(
  judge: LossPlan,
  { features, targets, train }: Examples & { train: number },
  weights: Float32Array,
): ExampleLosses {
  const { network } = judge;
  const { inputs } = network.layers[0]!;
  const { outputs } = network.layers.at(-1)!;
  const scores = scoresOf(network, weights, features.subarray(0, train * inputs));
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

/** Whose the train loss is. */
export type Shares = {
  /** Of each training example: its own loss, its share of all, and its scores. */
  losses: Float64Array;
  shares: Float64Array;
  scores: Float64Array;
  /** All training examples, the largest loss first. */
  order: readonly number[];
  boundary: readonly Contour[];
};

/** The shares of a network as its weights are now. */
export function sharesAt({ run, sample, weights }: TrainedRun): Shares {
  const judge = { network: networkOf(run), loss: run.loss };
  const { losses, scores } = exampleLosses(judge, sample, weights);
  const shares = sharesOf(losses);
  const plane = sample.points && kindOf(run) !== "number";
  const boundary = plane ? boundaries(run, weights) : [];
  return { losses, shares, scores, order: largest(losses, losses.length), boundary };
}
