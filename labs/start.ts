// What a run starts from: its examples, its weights, and the losses before any pass.

import type { Run } from "./run";
import { planOf } from "./task";
import { createTraining } from "./training";

/** Draws what a run starts from. Throws where its file is missing. */
export function startOf(run: Run) {
  const { sample, plan, examples, state } = planOf(run);
  const { meanLoss } = createTraining(plan, examples);
  return {
    sample,
    weights: state.slice(0, plan.network.size),
    pass: {
      pass: 0,
      trainLoss: meanLoss(state, 0, plan.train),
      testLoss: meanLoss(state, plan.train, plan.test),
    },
  };
}
