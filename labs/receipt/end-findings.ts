import { counted } from "@/labs/arithmetic/number-text";
import { type Attempt, type Goal, goalText, judgeGoal } from "@/labs/assignment/goal";
import { missingFile, sampleOf, testRows } from "@/labs/data/sample";
import type { Run } from "@/labs/run/run";
import { type Finding, finding, type JudgeAnswer, type Judged, unsure } from "./findings";
import type { Opened } from "./packed";

// How a receipt's run ended: the weights' losses, the answers, the goals.

/** How far a GPU's losses may be from the CPU's for the same weights, as a share. */
const sameWeights = 1e-3;

type Losses = { trainLoss: number; heldLoss: number };

type Evaluated = Attempt & Losses;

function lossFinding({ receipt }: Opened, near: Losses, own: Losses | null): Finding {
  const onCpu = receipt.device.kind === "cpu";
  const seen = (onCpu && own) || near;
  const last = receipt.curve.at(-1);
  const far = (one = Number.NaN, other: number) =>
    Math.abs(one - other) / Math.max(Math.abs(other), 1e-3);
  const most = onCpu && own ? 0 : sameWeights;
  const good =
    far(last?.trainLoss, seen.trainLoss) <= most &&
    far(last?.heldLoss, seen.heldLoss) <= most;
  if (!good && !own) {
    const says =
      "The weights, evaluated with this version of the site’s arithmetic, do not give the losses at the end of the curve: another version made it.";
    return unsure("weights", says);
  }
  return finding(
    "weights",
    good,
    good
      ? "The weights, evaluated here, give the losses at the end of the curve."
      : "The weights, evaluated here, do not give the losses at the end of the curve.",
  );
}

function answerFindings({ assignment, receipt }: Opened, judge: JudgeAnswer): Finding[] {
  const isAsked = (question: string) =>
    assignment.goals.some((goal) => goal.kind === "answer" && goal.question === question);
  return receipt.answers
    .filter(({ question }) => isAsked(question))
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

/** Fewer test examples than so many tell little of a network. */
const fewExamples = 10;

const testsIn = (run: Run) => testRows(sampleOf(run)).targets.length;

/** The number of test examples, where the learner made them few; null elsewhere. */
function fewTested({ assignment, run }: Judged): number | null {
  const start = { ...assignment.run, seed: run.seed };
  const test = testsIn(run);
  if (test >= fewExamples || missingFile(start)) return null;
  return test < testsIn(start) ? test : null;
}

const isTested = ({ kind }: Goal) => kind === "loss" || kind === "accuracy";

type GoalSeen = { finding: Finding; met: boolean };

/** Each goal of the assignment, in their order. */
function goalsSeen(judged: Judged, attempt: Attempt, losses: Finding): GoalSeen[] {
  const few = fewTested(judged);
  return judged.assignment.goals.map((goal) => {
    const { met, saw } = judgeGoal(goal, attempt);
    const text = goalText(goal);
    const doubted = (met: boolean, why: string) => ({
      met,
      finding: unsure("goal", `${text}: ${why}`),
    });
    if (isTested(goal) && losses.verdict === "unsure") {
      return doubted(
        met,
        `${saw}, by another version of the arithmetic than it was trained with.`,
      );
    }
    if (met && isTested(goal) && few !== null) {
      const examples = counted(few, "test example");
      return doubted(
        false,
        `${saw}, but on ${examples}, fewer than the assignment has: luck decides.`,
      );
    }
    if (met && goal.kind === "device" && goal.device === "webgpu") {
      return doubted(true, "as it says; no receipt can prove it.");
    }
    const says = `${text}: ${met ? "met" : "not met"}, ${saw}.`;
    return { met, finding: finding("goal", met, says) };
  });
}

/**
 * The findings about weights that fit the run's network, evaluated as `attempt`, and which
 * goals of the assignment they meet, in their order. `own`: their losses by the arithmetic
 * that made the receipt, null where it is not known.
 */
export function endFindings(
  judged: Judged,
  attempt: Evaluated,
  own: Losses | null,
  judge: JudgeAnswer,
): { findings: Finding[]; met: boolean[] } {
  const losses = lossFinding(judged, attempt, own);
  const goals = goalsSeen(judged, attempt, losses);
  const answers = answerFindings(judged, judge);
  return {
    findings: [losses, ...answers, ...goals.map(({ finding }) => finding)],
    met: goals.map(({ met }) => met),
  };
}

/**
 * Goals that a GPU's rounding, or weights bent by as little, could have decided: those
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
