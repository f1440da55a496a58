// Checks a receipt, taking nobody's word: data and network are rebuilt from its links, its
// weights evaluated, every goal judged, and the training done again.

import { attemptOf } from "../assignment/attempt";
import { changedText, openExamples } from "../assignment/examples";
import { judgeGoal } from "../assignment/goal";
import { planOf } from "../run/plan";
import type { Pass } from "../training/training";
import { arithmeticOf } from "./arithmetic";
import { closeGoals, endFindings } from "./end-findings";
import {
  anyReceipt,
  type Expected,
  type Finding,
  finding,
  type JudgeAnswer,
  type Judged,
  type Verdict,
  verdictOf,
} from "./findings";
import { type Likeness, likenessOf } from "./likeness";
import type { Opened } from "./packed";
import { replaying } from "./replay";
import { sameStart, startFindings } from "./start-findings";

/** The result of checking a receipt. */
export type Check = {
  verdict: Verdict;
  /** The sentence that decided. */
  decided: string;
  findings: readonly Finding[];
  /** Of the receipt's weights, evaluated here; null where they fit no network. */
  testLoss: number | null;
  /** 0 to 1; null without classes. */
  accuracy: number | null;
  /** The replay's own losses, as far as it came. */
  replayed: readonly Pass[];
  /** The settings that the learner changed: "Data Spiral → Two clouds; …"; "" for none. */
  changed: string;
  /** See `openExamples`. */
  open: readonly string[];
  /** Whether each goal of the assignment is met, in their order; never where contradicted. */
  met: readonly boolean[];
  likeness: Likeness;
};

/** The questions whose answers can be judged. */
function answeredIn({ receipt }: Opened, judge: JudgeAnswer): ReadonlySet<string> {
  const known = receipt.answers.filter(
    ({ question, answer }) => judge(question, answer) !== "unknown",
  );
  return new Set(known.map(({ question }) => question));
}

const noGpu: Finding = {
  about: "goal",
  verdict: "unsure",
  says: "It says that a GPU trained it, and its numbers are bit for bit those of the CPU: which of them did cannot be told.",
};

/**
 * Checks an opened receipt for what is `expected`. Yields the share of the replay that is
 * done; given false, it stops the replay, and the check says so. Throws where the run's file
 * is missing: see `missingFile`.
 */
export function* checking(
  opened: Opened,
  judge: JudgeAnswer,
  expected: Expected,
): Generator<number, Check, boolean | undefined> {
  const { receipt, run } = opened;
  const named = opened.assignment;
  const assignment = expected.assignment ?? named;
  const judged: Judged = { ...opened, assignment, named, learner: expected.learner };
  const findings: Finding[] = [];
  const seen = { testLoss: null, accuracy: null, replayed: [] };
  let met: readonly boolean[] = [];
  const ended = (shown: Pick<Check, keyof typeof seen>): Check => {
    const { verdict, decided } = verdictOf(findings);
    if (verdict === "contradicted") met = assignment.goals.map(() => false);
    return {
      ...{ verdict, decided: decided?.says ?? "", findings, ...shown },
      changed: changedText(assignment.run, run),
      open: openExamples(assignment),
      met,
      likeness: likenessOf(opened),
    };
  };
  if (!sameStart(assignment, named)) {
    const says = "It is the receipt of another assignment.";
    findings.push(finding("settings", false, says));
    return { ...ended(seen), changed: "" };
  }
  findings.push(...startFindings(judged));
  const task = planOf(run);
  const { size } = task.plan.network;
  if (receipt.weights.length !== size || !receipt.weights.every(Number.isFinite)) {
    const says = `The receipt’s ${receipt.weights.length} weights do not fit the run’s network of ${size}, or are no numbers.`;
    findings.push(finding("weights", false, says));
    return ended(seen);
  }
  const answered = answeredIn(opened, judge);
  const attempt = attemptOf(run, receipt.weights, receipt.device.kind, answered);
  const training = arithmeticOf(receipt)?.begin(task.plan, task.examples) ?? null;
  const own = training?.losses(receipt.weights) ?? null;
  const end = endFindings(judged, attempt, own, judge);
  findings.push(...end.findings);
  met = end.met;
  const { testLoss, accuracy } = attempt;
  const evaluated = { testLoss, accuracy, replayed: [] };
  // A replay could add nothing to what cannot be.
  if (verdictOf(findings).verdict === "contradicted") return ended(evaluated);
  if (!training) {
    const says = `Not replayable: it was made by a later version of the site’s arithmetic (${receipt.kernel}), whose passes give other bits.`;
    findings.push({ about: "replay", verdict: "unsure", says });
    return ended(evaluated);
  }
  const {
    finding: found,
    curve,
    exact,
    weights,
  } = yield* replaying(receipt, task, training);
  findings.push(found);
  if (!exact && weights && found.verdict === "good") {
    const again = attemptOf(run, weights, receipt.device.kind, answered);
    findings.push(...closeGoals(judged, attempt, again));
    const replayed = assignment.goals.map((goal) => judgeGoal(goal, again).met);
    met = met.map((one, at) => one && replayed[at] === true);
  }
  const gpuAsked = assignment.goals.some(
    (goal) => goal.kind === "device" && goal.device === "webgpu",
  );
  if (exact && gpuAsked && receipt.device.kind === "webgpu") findings.push(noGpu);
  return ended({ testLoss, accuracy, replayed: curve });
}

/** Checks an opened receipt to its end, however long its replay takes. */
export function checked(
  opened: Opened,
  judge: JudgeAnswer,
  expected: Expected = anyReceipt,
): Check {
  const steps = checking(opened, judge, expected);
  for (;;) {
    const { done, value } = steps.next(true);
    if (done) return value;
  }
}
