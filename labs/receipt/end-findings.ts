// What a receipt says of its end: the weights' losses, the answers, the goals.
import { type Attempt, type Goal, goalText, judgeGoal } from "../assignment/goal";
import { type Finding, finding } from "./finding";
import type { Opened } from "./opened";

/** Judges an answer to a question of the course; "unknown" where it has no such question. */
export type JudgeAnswer = (
  question: string,
  answer: string,
) => "right" | "wrong" | "unknown";

/** How far a GPU's losses may be from the CPU's for the same weights, as a share. */
const sameWeights = 1e-3;

function lossFinding(
  { receipt }: Opened,
  seen: { trainLoss: number; testLoss: number },
): Finding {
  const last = receipt.curve.at(-1);
  const far = (one = Number.NaN, other: number) =>
    Math.abs(one - other) / Math.max(Math.abs(other), 1e-3);
  const most = receipt.device.kind === "cpu" ? 0 : sameWeights;
  const good =
    far(last?.trainLoss, seen.trainLoss) <= most &&
    far(last?.testLoss, seen.testLoss) <= most;
  return finding(
    "weights",
    good,
    good
      ? "The weights, evaluated here, give the losses at the end of the curve."
      : "The weights, evaluated here, do not give the losses at the end of the curve.",
  );
}

function answerFindings({ assignment, receipt }: Opened, judge: JudgeAnswer): Finding[] {
  const asked = assignment.goals.flatMap((goal) =>
    goal.kind === "answer" ? [goal.question] : [],
  );
  return receipt.answers
    .filter(({ question }) => asked.includes(question))
    .map(({ question, answer }) => {
      const judged = judge(question, answer);
      if (judged === "unknown") {
        const says = `The course has no question “${question}” to judge the answer by.`;
        return { about: "answer", verdict: "unsure", says };
      }
      const says = `Question “${question}”: answered ${judged === "right" ? "right" : "wrongly"}.`;
      return { about: "answer", verdict: "good", says };
    });
}

function goalFinding(goal: Goal, attempt: Attempt): Finding {
  const { met, saw } = judgeGoal(goal, attempt);
  return finding("goal", met, `${goalText(goal)}: ${met ? "met" : "not met"}, ${saw}.`);
}

/** The findings about weights that fit the run's network, evaluated as `attempt`. */
export const endFindings = (
  opened: Opened,
  attempt: Attempt & { trainLoss: number },
  judge: JudgeAnswer,
): Finding[] => [
  lossFinding(opened, attempt),
  ...answerFindings(opened, judge),
  ...opened.assignment.goals.map((goal) => goalFinding(goal, attempt)),
];

/**
 * What a GPU's rounding, or whoever bends weights that far, could have decided: the goals
 * that a receipt's weights meet and those of its replay do not.
 */
export const closeGoals = (
  { assignment }: Opened,
  attempt: Attempt,
  replayed: Attempt,
): Finding[] =>
  assignment.goals.flatMap((goal) => {
    const { met, saw } = judgeGoal(goal, replayed);
    if (met || !judgeGoal(goal, attempt).met) return [];
    const says = `${goalText(goal)}: the replay does not meet it, ${saw}. So close to the goal, rounding decides: training a little further would tell.`;
    return [{ about: "goal", verdict: "unsure", says }];
  });
