// Evaluates a run and the weights it ended with, as goals look at them.

import { kindOf } from "../data/datasets";
import { copiesIn, testRows } from "../data/sample";
import { planOf } from "../run/plan";
import { hasConvolution, type Run } from "../run/run";
import { answersTo, lossOn, meanLosses } from "../training/score";
import type { Pass } from "../training/training";
import type { Attempt, GoalDevice } from "./goal";

/**
 * Evaluates `weights`, as many as the network of the run has, in double precision; the
 * run's `passes` counts as trained. Gives the losses of its curve, too. Throws where its
 * file is missing.
 */
export function attemptOf(
  run: Run,
  weights: Float32Array,
  device: GoalDevice,
  answered: ReadonlySet<string>,
): Attempt & Omit<Pass, "pass"> & { testLoss: number } {
  const { plan, examples, sample } = planOf(run);
  const { trainLoss, heldLoss } = meanLosses(plan, examples, weights);
  const tests = testRows(sample);
  const classes = kindOf(run) !== "number";
  return {
    trainLoss: Math.fround(trainLoss),
    heldLoss: Math.fround(heldLoss),
    testLoss: Math.fround(lossOn(tests, plan, weights)),
    accuracy: classes ? answersTo(tests, plan.network, weights).accuracy : null,
    neurons: neuronsOf(run),
    weights: plan.network.size,
    copies: copiesIn(sample),
    pass: run.passes,
    device,
    answered,
  };
}

/** How many hidden neurons a run has; a kernel counts as one, wherever it looks. */
export const neuronsOf = (run: Pick<Run, "layers" | "data" | "kernels">) =>
  run.layers.reduce((sum, width) => sum + width, hasConvolution(run) ? run.kernels : 0);
