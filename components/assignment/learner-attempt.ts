// What goals look at in an open lab.
import type { LabState } from "@/components/lab/lab-state";
import { classAnswersOf } from "@/components/lab/picture/class-answers";
import type { Side } from "@/components/lab/side";
import type { Attempt } from "@/labs/assignment/goal";
import { kindOf } from "@/labs/dataset";
import { attemptOf, neuronsOf } from "@/labs/receipt/attempt";

/** The lab's own run under way; null while a sweep trains others. */
export const ownSide = ({ beside, sides }: LabState): Side | null =>
  beside.kind === "sweep" ? null : sides[0];

/** How far a side was trained. */
export const reached = ({ passes }: Side) => passes.at(-1)?.pass ?? 0;

/**
 * A run as far as it is trained. At rest it is evaluated just as a check evaluates its
 * receipt; under way it is what the engine reports, and its accuracy only where a goal
 * `asksAccuracy`, so that nothing waits.
 */
export function learnerAttempt(
  side: Side,
  atRest: boolean,
  answered: ReadonlySet<string>,
  asksAccuracy: boolean,
): Attempt {
  const { run, passes, weights, trainedBy } = side;
  const pass = reached(side);
  const classes = kindOf(run) !== "number";
  if (atRest && trainedBy) {
    return attemptOf({ ...run, passes: pass }, weights, trainedBy.kind, answered);
  }
  return {
    testLoss: passes.at(-1)?.testLoss ?? 0,
    accuracy: asksAccuracy && classes ? classAnswersOf(side).accuracy : null,
    neurons: neuronsOf(run),
    weights: weights.length,
    pass,
    device: trainedBy?.kind ?? null,
    answered,
  };
}
