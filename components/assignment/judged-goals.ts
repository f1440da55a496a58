// The goals of an assignment with what was seen of each.
import type { Side } from "@/components/lab/side";
import {
  type Attempt,
  type Goal,
  goalText,
  judgeGoal,
  numberGoals,
} from "@/labs/assignment/goal";

export type JudgedGoal = {
  goal: Goal;
  text: string;
  /** The same, with a question as its place among those asked. */
  short: string;
  met: boolean;
  /** What was seen, in words; "" where nothing is looked at. */
  saw: string;
};

/** Where a loss is too high now and was not before: the latest such pass, in words. */
function earlier(goal: Goal, side: Side): string {
  if (goal.kind !== "loss") return "";
  const good = side.passes.findLast(
    ({ pass, testLoss }) => pass > 0 && testLoss < goal.bound,
  );
  return good ? `; it was low enough at pass ${good.pass}` : "";
}

/** That what was seen is only where a training would start from. */
function untrained({ kind }: Goal, { device }: Attempt): string {
  if (device !== null || !(kind in numberGoals)) return "";
  const counts = kind === "neurons" || kind === "weights";
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
