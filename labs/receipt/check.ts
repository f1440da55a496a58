// Checks a receipt, taking nobody's word: data and network are rebuilt from its links, its
// weights evaluated, every goal judged, and the training done again.

import { attemptOf } from "../assignment/attempt";
import { networkOf } from "../run/plan";
import type { Pass } from "../training/training";
import {
  closeGoals,
  endFindings,
  type Finding,
  finding,
  type JudgeAnswer,
  startFindings,
  type Verdict,
  verdictOf,
} from "./findings";
import type { Opened } from "./packed";
import { kernelVersion } from "./receipt";
import { replaying } from "./replay";

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
 * Checks an opened receipt. Yields the share of the replay that is done; given false, it
 * stops the replay, and the check says so. Throws where the run's file is missing: see
 * `missingFile`.
 */
export function* checking(
  opened: Opened,
  judge: JudgeAnswer,
): Generator<number, Check, boolean | undefined> {
  const { receipt, run, assignment } = opened;
  const findings = startFindings(opened);
  const seen = { testLoss: null, accuracy: null, replayed: [] };
  const ended = (shown: Pick<Check, keyof typeof seen>): Check => {
    const { verdict, decided } = verdictOf(findings);
    return { verdict, decided: decided?.says ?? "", findings, ...shown };
  };
  const { size } = networkOf(run);
  if (receipt.weights.length !== size || !receipt.weights.every(Number.isFinite)) {
    const says = `The receipt’s ${receipt.weights.length} weights do not fit the run’s network of ${size}, or are no numbers.`;
    findings.push(finding("weights", false, says));
    return ended(seen);
  }
  const answered = answeredIn(opened, judge);
  const attempt = attemptOf(run, receipt.weights, receipt.device.kind, answered);
  findings.push(...endFindings(opened, attempt, judge));
  const { testLoss, accuracy } = attempt;
  const evaluated = { testLoss, accuracy, replayed: [] };
  // A replay could add nothing to what cannot be.
  if (verdictOf(findings).verdict === "contradicted") return ended(evaluated);
  if (opened.kernel !== kernelVersion) {
    const says = `Not replayable: it was made by version ${opened.kernel} of the site’s arithmetic, and this is version ${kernelVersion}.`;
    findings.push({ about: "replay", verdict: "unsure", says });
    return ended(evaluated);
  }
  const { finding: found, curve, exact, weights } = yield* replaying(receipt, run);
  findings.push(found);
  if (!exact && weights && found.verdict === "good") {
    const again = attemptOf(run, weights, receipt.device.kind, answered);
    findings.push(...closeGoals(opened, attempt, again));
  }
  const gpuAsked = assignment.goals.some(
    (goal) => goal.kind === "device" && goal.device === "webgpu",
  );
  if (exact && gpuAsked && receipt.device.kind === "webgpu") findings.push(noGpu);
  return ended({ testLoss, accuracy, replayed: curve });
}

/** Checks an opened receipt to its end, however long its replay takes. */
export function checked(opened: Opened, judge: JudgeAnswer): Check {
  const steps = checking(opened, judge);
  for (;;) {
    const { done, value } = steps.next(true);
    if (done) return value;
  }
}
