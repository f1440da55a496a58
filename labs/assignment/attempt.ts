// Evaluates a run and the weights it ended with, as goals look at them.

import { kindOf } from "../data/datasets";
import { planOf } from "../run/plan";
import type { Run } from "../run/run";
import { testAnswers } from "../training/score";
import { createTraining } from "../training/training";
import type { Attempt, GoalDevice } from "./goal";

/**
 * Evaluates `weights`, as many as the network of the run has, with the CPU kernel; the run's
 * `passes` counts as trained. Gives the train loss, too. Throws where its file is missing.
 */
export function attemptOf(
  run: Run,
  weights: Float32Array,
  device: GoalDevice,
  answered: ReadonlySet<string>,
): Attempt & { trainLoss: number } {
  const { plan, examples, state } = planOf(run);
  state.set(weights);
  const { meanLoss } = createTraining(plan, examples);
  const classes = kindOf(run) !== "number";
  return {
    trainLoss: Math.fround(meanLoss(state, 0, plan.train)),
    testLoss: Math.fround(meanLoss(state, plan.train, plan.test)),
    accuracy: classes ? testAnswers(plan, examples, weights).accuracy : null,
    neurons: neuronsOf(run),
    weights: plan.network.size,
    pass: run.passes,
    device,
    answered,
  };
}

/** How many hidden neurons a run has. */
export const neuronsOf = ({ layers }: Pick<Run, "layers">) =>
  layers.reduce((sum, width) => sum + width, 0);
