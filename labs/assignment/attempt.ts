// Evaluates a run and the weights it ended with, as goals look at them.

import { kindOf } from "../data/datasets";
import { planOf } from "../run/plan";
import { hasConvolution, type Run } from "../run/run";
import { meanLosses, testAnswers } from "../training/score";
import type { Attempt, GoalDevice } from "./goal";

/**
 * Evaluates `weights`, as many as the network of the run has, in double precision; the
 * run's `passes` counts as trained. Gives the train loss, too. Throws where its file is
 * missing.
 */
export function attemptOf(
  run: Run,
  weights: Float32Array,
  device: GoalDevice,
  answered: ReadonlySet<string>,
): Attempt & { trainLoss: number } {
  const { plan, examples } = planOf(run);
  const { trainLoss, testLoss } = meanLosses(plan, examples, weights);
  const classes = kindOf(run) !== "number";
  return {
    trainLoss: Math.fround(trainLoss),
    testLoss: Math.fround(testLoss),
    accuracy: classes ? testAnswers(plan, examples, weights).accuracy : null,
    neurons: neuronsOf(run),
    weights: plan.network.size,
    pass: run.passes,
    device,
    answered,
  };
}

/** How many hidden neurons a run has; a kernel counts as one, wherever it looks. */
export const neuronsOf = (run: Pick<Run, "layers" | "data" | "kernels">) =>
  run.layers.reduce((sum, width) => sum + width, hasConvolution(run) ? run.kernels : 0);
