// How a trained run ended: what claims and predictions are judged by.
import { numberText } from "@/labs/arithmetic/number-text";
import { planOf } from "@/labs/run/plan";
import type { Run } from "@/labs/run/run";
import { naiveTestLoss, testAnswers } from "@/labs/training/score";
import { startOf } from "@/labs/training/start";
import type { Pass } from "@/labs/training/training";
import type { Claim } from "./claim";
import type { Outset } from "./claim-bound";

/** How a trained run ended: its curve, and whether its weights stayed numbers. */
export type Outcome = {
  passes: readonly Pass[];
  diverged: boolean;
  /** From 0 to 1; see `testAccuracy`. */
  testAccuracy: number;
  /** The test loss of a network that always puts out 0. */
  naiveTestLoss: number;
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
  const { plan, examples } = planOf(run);
  return {
    passes,
    diverged,
    testAccuracy: testAnswers(plan, examples, weights).accuracy,
    naiveTestLoss: naiveTestLoss(plan, examples),
  };
}

/** Knows a run before it is trained. Throws where its data file is missing. */
export function outsetOf(run: Run): Outset {
  const { plan, examples } = planOf(run);
  return { first: startOf(run).pass, naiveTestLoss: naiveTestLoss(plan, examples) };
}

const names = { trainLoss: "train loss", testLoss: "test loss" } as const;

const beyond = (value: number, side: "below" | "above", bound: number) =>
  side === "below" ? value < bound : value > bound;

/** Judges the outcome of a claim's own run, trained to its end. */
export function judge(claim: Claim, outcome: Outcome): ClaimVerdict {
  const { expects } = claim;
  const last = outcome.passes.at(-1);
  if (expects.of === "divergence") {
    const saw = outcome.diverged
      ? `the weights overflowed after pass ${last?.pass ?? 0}`
      : `the run came to its end, at a train loss of ${numberText(last?.trainLoss ?? 0)}`;
    return { held: outcome.diverged, saw };
  }
  if (!last || outcome.diverged) return { held: false, saw: "the run diverged" };
  if (expects.of === "gap") {
    const gap = last.testLoss - last.trainLoss;
    const saw = `test loss ${numberText(last.testLoss)}, train loss ${numberText(last.trainLoss)}`;
    return { held: gap > expects.bound, saw };
  }
  if (expects.of === "testAccuracy" || expects.of === "naiveShare") {
    const accuracy = expects.of === "testAccuracy";
    const seen =
      100 * (accuracy ? outcome.testAccuracy : last.testLoss / outcome.naiveTestLoss);
    const saw = accuracy
      ? `${numberText(seen)} % of the test examples right, after pass ${last.pass}`
      : `test loss ${numberText(last.testLoss)}, ${numberText(seen)} % of the naive forecast’s ${numberText(outcome.naiveTestLoss)}`;
    return { held: beyond(seen, expects.ends, expects.bound), saw };
  }
  const { of, bound } = expects;
  if ("ends" in expects) {
    const saw = `${names[of]} ${numberText(last[of])} after pass ${last.pass}`;
    return { held: beyond(last[of], expects.ends, bound), saw };
  }
  const { stays, from } = expects;
  const seen = outcome.passes.filter(({ pass }) => pass > from).map((pass) => pass[of]);
  const extreme = stays === "below" ? Math.max(...seen) : Math.min(...seen);
  const saw = `${stays === "below" ? "highest" : "lowest"} ${names[of]} ${numberText(extreme)}`;
  return { held: beyond(extreme, stays, bound), saw };
}
