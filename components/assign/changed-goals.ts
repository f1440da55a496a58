// The goals of an assignment in the making.
import { type Goal, type NumberGoal, numberGoals } from "@/labs/assignment/goal";
import { sameKind } from "@/labs/assignment/goal-list";
import { neuronsOf } from "@/labs/receipt/attempt";
import type { Run } from "@/labs/run";
import { networkOf } from "@/labs/task";

/** The goals with one more, in the place of the one that asks the same thing. */
export function withGoal(goals: readonly Goal[], goal: Goal): readonly Goal[] {
  return goals.some((one) => sameKind(one, goal))
    ? goals.map((one) => (sameKind(one, goal) ? goal : one))
    : [...goals, goal];
}

export const withoutGoal = (goals: readonly Goal[], goal: Goal): readonly Goal[] =>
  goals.filter((one) => !sameKind(one, goal));

/** What a goal asks for until the instructor says otherwise: what the run has. */
export function firstBound(kind: NumberGoal, run: Run): number {
  const bounds: Record<NumberGoal, number> = {
    loss: 0.1,
    accuracy: 90,
    neurons: neuronsOf(run),
    weights: networkOf(run).size,
    passes: run.passes,
  };
  const { field } = numberGoals[kind];
  return field.parse(String(bounds[kind])) === null ? 1 : bounds[kind];
}
