import type { Outcome } from "./claim";
import type { Pass } from "./pass";
import type { Run } from "./run";
import { naiveTestLoss, testAnswers } from "./score";
import { planOf } from "./task";

/** What claims ask of a run that has ended with `weights`. */
export function outcomeOf(
  run: Run,
  passes: readonly Pass[],
  weights: Float32Array,
  diverged: boolean,
): Outcome {
  const { plan, examples } = planOf(run);
  return {
    passes,
    diverged,
    testAccuracy: testAnswers(plan, examples, weights).accuracy,
    naiveTestLoss: naiveTestLoss(plan, examples),
  };
}
