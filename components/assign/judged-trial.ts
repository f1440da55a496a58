// Which goals a tried run meets.
import { type Attempt, type Goal, judgeGoal } from "@/labs/assignment/goal";
import type { Trial } from "./trial";

export type Judged = { goal: Goal; met: boolean; saw: string };

/** The goals that training can meet, judged. */
export const judged = (goals: readonly Goal[], attempt: Attempt): readonly Judged[] =>
  goals
    .filter(({ kind }) => kind !== "answer")
    .map((goal) => ({ goal, ...judgeGoal(goal, attempt) }));

/** Whether all of them are met; a run that diverged meets none. */
export const meetsAll = (goals: readonly Goal[], trial: Trial): boolean =>
  "attempt" in trial && judged(goals, trial.attempt).every(({ met }) => met);
