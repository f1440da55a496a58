// The cases of the clinic, each trained on many seeds: sick, cured, and changed in vain.
import { assignmentOf, type Case, runOfCase } from "@/content/clinic/case";
import { numberText } from "@/labs/arithmetic/number-text";
import { neuronsOf } from "@/labs/assignment/attempt";
import { type Attempt, type Goal, judgeGoal } from "@/labs/assignment/goal";
import type { Claim } from "@/labs/claim/claim";
import { keptNumber, type Spread, seedsFrom } from "@/labs/claim/spread";
import { copiesIn, sampleOf } from "@/labs/data/sample";
import { networkOf } from "@/labs/run/plan";
import type { Run } from "@/labs/run/run";
import { trained } from "../labs/trained";
import { problemOf } from "./claim-runs";

const noAnswers: ReadonlySet<string> = new Set();

/** How a case came out on each of some seeds with a change of its run; "" for the sick run. */
export type CaseSpread = {
  /** On how many of them every goal was met. */
  met: number;
  /** The loss or accuracy on the test set that its goals ask for. */
  numbers: Spread;
};

/** The goal of a case that speaks of the test set: it has one of loss or accuracy. */
function testGoal(one: Case): Goal & { kind: "loss" | "accuracy" } {
  for (const goal of assignmentOf(one).goals) {
    if (goal.kind === "loss" || goal.kind === "accuracy") {
      return { kind: goal.kind, bound: goal.bound };
    }
  }
  throw new Error(`Case ${one.id} asks nothing of the test set`);
}

/** Trains a case with a change on the first `count` of its seeds. */
export function trainCase(one: Case, change: string, count: number): CaseSpread {
  const { goals } = assignmentOf(one);
  const { kind } = testGoal(one);
  const run = runOfCase(one, change);
  const attempts = seedsFrom(run.seed)
    .slice(0, count)
    .map((seed) => attemptAt({ ...run, seed }));
  return {
    met: attempts.filter((attempt) => goals.every((goal) => judgeGoal(goal, attempt).met))
      .length,
    numbers: attempts.map(({ testLoss, accuracy }) =>
      keptNumber(kind === "loss" ? testLoss : 100 * (accuracy ?? 0)),
    ),
  };
}

/** A run trained to its end; a diverged one has no loss that a goal takes. */
function attemptAt(run: Run): Attempt {
  const { diverged, testLoss, testAccuracy } = trained(run);
  return {
    testLoss: diverged ? Number.NaN : testLoss,
    accuracy: testAccuracy,
    neurons: neuronsOf(run),
    weights: networkOf(run).size,
    copies: copiesIn(sampleOf(run)),
    pass: run.passes,
    device: "cpu",
    answered: noAnswers,
  };
}

/** Why a cure may not be promised on these seeds; null where it may: it keeps a claim's margin. */
export function cureProblem(one: Case, { numbers }: CaseSpread): string | null {
  const { kind, bound } = testGoal(one);
  const claim: Claim = {
    id: one.id,
    says: one.title,
    link: one.cure,
    expects:
      kind === "loss"
        ? { of: "testLoss", ends: "below", bound }
        : { of: "testAccuracy", ends: "above", bound },
  };
  return problemOf(claim, numbers);
}

/** The middle of what a case came out as, and its range. */
export function caseRange({ numbers }: CaseSpread): string {
  const order = numbers
    .filter((number) => number !== null && Number.isFinite(number))
    .map(Number)
    .toSorted((one, other) => one - other);
  if (order.length === 0) return "diverged";
  const [least = 0, most = 0] = [order[0], order.at(-1)];
  const middle = order[Math.floor(order.length / 2)] ?? 0;
  return `${numberText(middle)} (${numberText(least)} to ${numberText(most)})`;
}
