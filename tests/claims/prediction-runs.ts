// The predictions of the course, each trained on many seeds.
import { evaluated } from "@/content/quiz/kinds/expression";
import type { PredictQuestion } from "@/content/quiz/kinds/predict";
import { readAllQuestions } from "@/content/quiz/lesson-questions";
import type { Lab } from "@/labs/catalog/lab";
import { claimNamed, isLabId, labs } from "@/labs/catalog/labs";
import { claimedRun } from "@/labs/claim/claim";
import { claimName } from "@/labs/claim/held-claims";
import { type RunNumbers, runNumbers } from "@/labs/claim/run-numbers";
import { seedCount, seedsFrom, seedsToHold } from "@/labs/claim/spread";
import { trained } from "../labs/trained";

/** Every prediction of the course, in its order. */
export async function everyPrediction(): Promise<readonly PredictQuestion[]> {
  const lessons = await readAllQuestions();
  return lessons
    .flatMap(({ questions }) => questions)
    .flatMap((question) => (question.kind === "predict" ? [question] : []));
}

/** What another device's rounding may change, and more. */
const margins = [0.97, 1, 1.03];

/** Whether exactly the option called right comes true, and clearly. */
function isClear({ options }: PredictQuestion, numbers: RunNumbers): boolean {
  const { trainLoss, testLoss, testAccuracy, naiveShare } = numbers;
  return margins.every((share) => {
    const near = {
      ...numbers,
      trainLoss: share * trainLoss,
      testLoss: share * testLoss,
      testAccuracy: Math.min(100, share * testAccuracy),
      naiveShare: share * naiveShare,
    };
    return options.every(({ when, right }) => (evaluated(when, near) !== 0) === right);
  });
}

/**
 * On how many of the first `count` seeds a prediction's right option clearly comes true, and
 * why that is too few; arithmetic worked out for one seed is trained on that one alone.
 */
export function timesRight(question: PredictQuestion, count: number) {
  const claim = claimNamed(claimName(question.lab, question.claim));
  if (!claim || !isLabId(question.lab)) throw new Error(`no claim of “${question.id}”`);
  const lab: Lab = labs[question.lab];
  const run = claimedRun(claim, lab.start);
  const seeds = seedsFrom(run.seed).slice(0, claim.worked ? 1 : count);
  const clear = seeds.map((seed) =>
    isClear(question, runNumbers(trained({ ...run, seed }))),
  );
  const right = clear.filter(Boolean).length;
  const enough = Math.floor((seeds.length * seedsToHold) / seedCount);
  const problem = !clear[0]
    ? "its right option does not come true on the lab’s own seed"
    : right < enough
      ? `its right option comes true on ${right} of ${seeds.length} seeds`
      : null;
  return { right, problem };
}
