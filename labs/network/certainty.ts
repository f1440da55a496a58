// How sure a network is of each class: what its scores mean depends on its loss.
import { exp, logistic } from "../arithmetic/elementary";
import { fixedText } from "../arithmetic/number-text";
import { type LossName, rowLogOf } from "./loss";

/**
 * "shares": probabilities that add up to 1. "chances": a probability for each class by
 * itself. "scores": no probabilities; +1 is what the right class should get, −1 the
 * others.
 */
export type Certainty = "shares" | "chances" | "scores";

const certainties: Partial<Record<LossName, Certainty>> = {
  categorical: "shares",
  crossentropy: "chances",
};

/** How to read the scores of a network trained with a loss. */
export const certaintyOf = (loss: LossName): Certainty => certainties[loss] ?? "scores";

/** The scores of one example, a number for each class, as what they can be read as. */
export function readScores(certainty: Certainty, scores: Float64Array): Float64Array {
  if (certainty === "scores") return scores;
  if (certainty === "chances") return scores.map(logistic);
  const rowLog = rowLogOf(scores, 0, scores.length);
  return scores.map((score) => exp(score - rowLog));
}

/** How sure the network is, as the pages write it: "97.3 %", or "score 0.85". */
export function certaintyText(certainty: Certainty, value: number): string {
  if (!Number.isFinite(value)) return "not a number";
  if (certainty !== "scores") return `${(100 * value).toFixed(1)} %`;
  return fixedText(value, 2);
}
