// What a run starts from, and how good any weights are for it. All in plain arrays.
import { drawPoints, type Point } from "./dataset";
import { inputsOf } from "./input";
import { type Loss, losses } from "./loss";
import { forward, initialWeights, networkOf } from "./network";
import type { Run } from "./run";

/** The mean loss of `points` under the given weights. */
export function meanLoss(
  run: Run,
  weights: Float32Array,
  points: readonly Point[],
): number {
  const loss: Loss = losses[run.loss];
  const scores = forward(networkOf(run), weights, inputsOf(points, run.inputs)).at(-1);
  const sum = points.reduce(
    (total, { target }, index) => total + loss.value(scores?.[index] ?? 0, target),
    0,
  );
  return sum / points.length;
}

/** What a run starts from: its points, its weights, and the losses before any pass. */
export function startOf(run: Run) {
  const points = drawPoints(run);
  const weights = initialWeights(networkOf(run), run.seed);
  return {
    points,
    weights,
    pass: {
      pass: 0,
      trainLoss: meanLoss(run, weights, points.train),
      testLoss: meanLoss(run, weights, points.test),
    },
  };
}
