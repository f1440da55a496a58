// How a trained run ended: what claims and predictions are judged by.
import { numberText } from "@/labs/arithmetic/number-text";
import { kindOf } from "@/labs/data/datasets";
import { type HeldSet, heldSet, testRows } from "@/labs/data/sample";
import { decide, type Judged, judgedScores, recallOf } from "@/labs/decision/decision";
import { certaintyOf } from "@/labs/network/certainty";
import { planOf } from "@/labs/run/plan";
import type { Run } from "@/labs/run/run";
import { answersTo, lossOn, naiveLoss } from "@/labs/training/score";
import { startOf } from "@/labs/training/start";
import { lowestHeld, type Pass } from "@/labs/training/training";
import type { Claim, ClaimedLoss } from "./claim";
import type { Outset } from "./claim-bound";

/** How a trained run ended: its curve, and whether its weights stayed numbers. */
export type Outcome = {
  passes: readonly Pass[];
  diverged: boolean;
  /** The set that its curve is of, beside the training set. */
  held: HeldSet;
  /** After the last pass. */
  testLoss: number;
  /** From 0 to 1; see `testAccuracy`. */
  testAccuracy: number;
  /** The test loss of a network that always puts out 0. */
  naiveTestLoss: number;
  /** The network's chances for the test examples, where those are of two classes. */
  judged: Judged | null;
};

/** Whether a claim held, and what was seen, in words. */
export type ClaimVerdict = { held: boolean; saw: string };

/** The facts that claims judge, for a run that has ended with `weights`. */
export function outcomeOf(
  run: Run,
  passes: readonly Pass[],
  weights: Float32Array,
  diverged: boolean,
): Outcome {
  const { plan, sample } = planOf(run);
  const tests = testRows(sample);
  const held = heldSet(run);
  const last = held === "test" ? passes.at(-1)?.heldLoss : undefined;
  const { scores, targets, accuracy } = answersTo(tests, plan.network, weights);
  return {
    ...{ passes, diverged, held },
    testLoss: last ?? lossOn(tests, plan, weights),
    testAccuracy: accuracy,
    judged:
      kindOf(run) === "classes"
        ? judgedScores(certaintyOf(run.loss), scores, targets)
        : null,
    naiveTestLoss: naiveLoss(tests, plan.loss),
  };
}

/** Knows a run before it is trained. Throws where its data file is missing. */
export function outsetOf(run: Run): Outset {
  const { pass, sample } = startOf(run);
  return {
    first: pass,
    held: heldSet(run),
    naiveTestLoss: naiveLoss(testRows(sample), run.loss),
  };
}

const names: Readonly<Record<ClaimedLoss, string>> = {
  trainLoss: "train loss",
  validationLoss: "validation loss",
  testLoss: "test loss",
};

const curveOf = (of: ClaimedLoss) => (of === "trainLoss" ? "trainLoss" : "heldLoss");

/**
 * The number of a run that decides whether its claim holds: a loss, a gap, a share in
 * percent, or the last pass before the weights overflowed. Null where the run has none.
 */
export function judgedNumber({ expects }: Claim, outcome: Outcome): number | null {
  const last = outcome.passes.at(-1);
  if (!last || outcome.diverged !== (expects.of === "divergence")) return null;
  switch (expects.of) {
    case "divergence":
      return last.pass;
    case "gap":
      return last.heldLoss - last.trainLoss;
    case "rise":
      return last.heldLoss - (lowestHeld(outcome.passes) ?? last).heldLoss;
    case "testAccuracy":
      return 100 * outcome.testAccuracy;
    case "recall":
      return recallAt(outcome.judged, expects.threshold);
    case "naiveShare":
      return (100 * outcome.testLoss) / outcome.naiveTestLoss;
    default: {
      const { of } = expects;
      if ("ends" in expects)
        return of === "testLoss" ? outcome.testLoss : last[curveOf(of)];
      const { stays, from } = expects;
      const seen = outcome.passes
        .filter(({ pass }) => pass > from)
        .map((one) => one[curveOf(of)]);
      return stays === "below" ? Math.max(...seen) : Math.min(...seen);
    }
  }
}

/** The share of the yeses that is found from a chance on, both in percent. */
function recallAt(judged: Judged | null, threshold: number): number | null {
  const recall = judged && recallOf(decide(judged, threshold / 100));
  return recall === null ? null : 100 * recall;
}

/** Whether a claim holds for a run whose `judgedNumber` this is. */
export function holdsAt({ expects }: Claim, number: number | null): boolean {
  if (number === null) return false;
  if (expects.of === "divergence") return true;
  const side = "ends" in expects ? expects.ends : expects.stays;
  return side === "below" ? number < expects.bound : number > expects.bound;
}

/** Judges the outcome of a claim's own run, trained to its end. */
export function judge(claim: Claim, outcome: Outcome): ClaimVerdict {
  const number = judgedNumber(claim, outcome);
  return { held: holdsAt(claim, number), saw: sawText(claim, outcome, number) };
}

function sawText(
  { expects }: Claim,
  { passes, diverged, held, testLoss, naiveTestLoss }: Outcome,
  number: number | null,
): string {
  const last = passes.at(-1) ?? { pass: 0, trainLoss: 0, heldLoss: 0 };
  if (expects.of === "divergence") {
    return diverged
      ? `the weights overflowed after pass ${last.pass}`
      : `the run came to its end, at a train loss of ${numberText(last.trainLoss)}`;
  }
  if (number === null) return "the run diverged";
  switch (expects.of) {
    case "gap":
      return `${held} loss ${numberText(last.heldLoss)}, train loss ${numberText(last.trainLoss)}`;
    case "rise": {
      const lowest = lowestHeld(passes) ?? last;
      return `validation loss ${numberText(last.heldLoss)} after pass ${last.pass}, and ${numberText(lowest.heldLoss)} after pass ${lowest.pass}`;
    }
    case "testAccuracy":
      return `${numberText(number)} % of the test examples right, after pass ${last.pass}`;
    case "recall":
      return `${numberText(number)} % of the yeses found, at a threshold of ${expects.threshold} %`;
    case "naiveShare":
      return `test loss ${numberText(testLoss)}, ${numberText(number)} % of the naive forecast’s ${numberText(naiveTestLoss)}`;
    default: {
      const seen = `${names[expects.of]} ${numberText(number)}`;
      if ("ends" in expects) return `${seen} after pass ${last.pass}`;
      return `${expects.stays === "below" ? "highest" : "lowest"} ${seen}`;
    }
  }
}
