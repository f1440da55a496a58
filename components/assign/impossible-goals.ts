// Goals that no learner can meet, since the locks forbid it.
import type { Assignment } from "@/labs/assignment/assignment";
import { type Goal, goalText } from "@/labs/assignment/goal";
import { countText } from "@/labs/number-text";
import { neuronsOf } from "@/labs/receipt/attempt";
import { fewestWeights } from "./smallest-network";

/** Why a goal cannot be met, as the end of a sentence; null where it may be. */
function hindrance(goal: Goal, assignment: Assignment): string | null {
  const { run, lock } = assignment;
  if (goal.kind === "neurons") {
    const neurons = neuronsOf(run);
    return lock.includes("layers") && neurons > goal.bound
      ? `the locked layers have ${neurons}`
      : null;
  }
  if (goal.kind === "weights") {
    const fewest = fewestWeights(assignment);
    return fewest > goal.bound
      ? `the smallest network that the locks allow has ${countText(fewest)}`
      : null;
  }
  if (goal.kind === "passes") {
    return lock.includes("passes") && run.passes > goal.bound
      ? `the passes are locked at ${countText(run.passes)}`
      : null;
  }
  if (goal.kind === "device") {
    const other = run.device !== "auto" && run.device !== goal.device;
    return lock.includes("device") && other ? "the other device is locked" : null;
  }
  return null;
}

/** A sentence for each goal that cannot be met. */
export const impossibleGoals = (assignment: Assignment): readonly string[] =>
  assignment.goals.flatMap((goal) => {
    const why = hindrance(goal, assignment);
    return why === null ? [] : [`“${goalText(goal)}” cannot be met: ${why}.`];
  });
