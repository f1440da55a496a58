"use client";
// The goals of an assignment, judged in an open lab: from the lab's state to each goal.
import { useMemo } from "react";
import { useCalm } from "@/components/kit/use-calm";
import { classAnswersOf } from "@/components/lab/training/class-answers";
import type { LabState } from "@/components/lab/training/lab-state";
import type { Side } from "@/components/lab/training/side";
import type { Assignment } from "@/labs/assignment/assignment";
import { attemptOf, neuronsOf } from "@/labs/assignment/attempt";
import {
  type Attempt,
  type Goal,
  goalText,
  judgeGoal,
  numberGoals,
} from "@/labs/assignment/goal";
import { kindOf } from "@/labs/data/datasets";
import { copiesIn, heldSet } from "@/labs/data/sample";

/** The lab's own run under way; null while a sweep trains others. */
export const ownSide = ({ beside, sides }: LabState): Side | null =>
  beside.kind === "sweep" ? null : sides[0];

/** How far a side was trained. */
export const reached = ({ passes }: Side) => passes.at(-1)?.pass ?? 0;

/**
 * A run as far as it is trained. At rest it is evaluated just as a check evaluates its
 * receipt; under way it is what the engine reports, and its accuracy only where a goal
 * `asksAccuracy`, so that nothing waits; and a closed test set is opened at its end alone.
 */
export function learnerAttempt(
  side: Side,
  atRest: boolean,
  answered: ReadonlySet<string>,
  asksAccuracy: boolean,
): Attempt {
  const { run, passes, weights, sample, trainedBy } = side;
  const pass = reached(side);
  const classes = kindOf(run) !== "number";
  const closed = heldSet(run) === "validation";
  if (atRest && trainedBy && !(closed && pass < run.passes)) {
    return attemptOf({ ...run, passes: pass }, weights, trainedBy.kind, answered);
  }
  return {
    testLoss: closed ? null : (passes.at(-1)?.heldLoss ?? 0),
    accuracy: asksAccuracy && classes && !closed ? classAnswersOf(side).accuracy : null,
    neurons: neuronsOf(run),
    weights: weights.length,
    copies: copiesIn(sample),
    pass,
    device: trainedBy?.kind ?? null,
    answered,
  };
}

export type JudgedGoal = {
  goal: Goal;
  text: string;
  /** The same, with a question as its place among those asked. */
  short: string;
  met: boolean;
  /** The attempt as far as this goal looks at it, in words; "" without an attempt. */
  saw: string;
};

/** Where a loss is too high now and was not before: the latest such pass, in words. */
function earlier(goal: Goal, side: Side): string {
  if (goal.kind !== "loss" || heldSet(side.run) === "validation") return "";
  const good = side.passes.findLast(
    ({ pass, heldLoss }) => pass > 0 && heldLoss < goal.bound,
  );
  return good ? `; it was low enough at pass ${good.pass}` : "";
}

/** That what was seen is only where a training would start from. */
function untrained({ kind }: Goal, { device }: Attempt): string {
  if (device !== null || !(kind in numberGoals)) return "";
  const counts = kind === "neurons" || kind === "weights" || kind === "copies";
  return counts ? "; it counts once trained" : " before training";
}

/** Judges goals; without an attempt none is met. */
export function judgedGoals(
  goals: readonly Goal[],
  seen: { side: Side; attempt: Attempt } | null,
): readonly JudgedGoal[] {
  const asked = goals.filter(({ kind }) => kind === "answer");
  return goals.map((goal) => {
    const text = goalText(goal);
    const place = asked.indexOf(goal) + 1;
    const short = place > 0 ? `Question ${place} answered` : text;
    if (!seen) return { goal, text, short, met: false, saw: "" };
    const { met, saw } = judgeGoal(goal, seen.attempt);
    const when = untrained(goal, seen.attempt) || earlier(goal, seen.side);
    return { goal, text, short, met, saw: met ? saw : `${saw}${when}` };
  });
}

/** The goals, judged a few times a second while the lab trains; `all` only once trained. */
export function useGoals(
  state: LabState,
  { goals }: Assignment,
  answered: ReadonlySet<string>,
) {
  const side = ownSide(state);
  const atRest = state.status !== "running";
  const now = useMemo(() => side && { side, atRest }, [side, atRest]);
  const seen = useCalm(now);
  return useMemo(() => {
    const accuracy = goals.some(({ kind }) => kind === "accuracy");
    const attempt = seen && learnerAttempt(seen.side, seen.atRest, answered, accuracy);
    const judged = judgedGoals(goals, seen && attempt && { side: seen.side, attempt });
    const trained = attempt !== null && attempt.device !== null;
    const all = trained && judged.every(({ met }) => met);
    return { judged, trained, all, atRest: seen?.atRest ?? false };
  }, [seen, goals, answered]);
}

export type Goals = ReturnType<typeof useGoals>;
