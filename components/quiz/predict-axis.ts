// The scale of a prediction's chart, known before anything is trained.
import { guessedLosses, type PredictQuestion } from "@/content/quiz/kinds/predict";
import type { Outset } from "@/labs/claim/claim-bound";
import type { RunNumbers } from "@/labs/claim/run-numbers";
import type { Pass } from "@/labs/training/training";

const round = [1, 1.25, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10];

/** The least round number that is not below `loss`. */
function roundUp(loss: number): number {
  const power = 10 ** Math.floor(Math.log10(loss));
  const part = round.find((one) => one * power >= loss) ?? 10;
  return Number((part * power).toPrecision(6));
}

/**
 * The top of the loss axis: over what the run begins with, and over each loss that an option
 * speaks of. It stays, but is doubled once for a run that climbs over it.
 */
export function axisTop(
  { options }: Pick<PredictQuestion, "options">,
  outset: Outset | undefined,
  passes: readonly Pass[] = [],
): number {
  if (!outset) return 1;
  const { trainLoss, heldLoss } = outset.first;
  const edges = options.flatMap(({ when }) => {
    const guess = guessedLosses(when, outset);
    return guess ? [guess.from, guess.to].filter(Number.isFinite) : [];
  });
  const top = roundUp(
    Math.max(1.08 * trainLoss, 1.08 * heldLoss, ...edges.map((one) => 1.2 * one)),
  );
  const isOver = passes.some((pass) => pass.trainLoss > top || pass.heldLoss > top);
  return isOver ? 2 * top : top;
}

/** Numbers as long as those of most runs. */
export const plainNumbers: RunNumbers = {
  trainLoss: 0.123,
  testLoss: 0.123,
  validationLoss: 0.123,
  firstTrainLoss: 1.23,
  firstTestLoss: 1.23,
  lowestTrainLoss: 0.123,
  lowestTestLoss: 0.123,
  lowestValidationLoss: 0.123,
  rises: 12,
  passes: 100,
  diverged: 0,
  testAccuracy: 91.2,
  naiveShare: 91.2,
};
