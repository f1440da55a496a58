// The run that a prediction asks about, and the one of each voter of a class.
import { ownSeed } from "@/labs/assignment/learner-start";
import type { Lab } from "@/labs/catalog/lab";
import { isLabId, labs } from "@/labs/catalog/labs";
import { claimedRun } from "@/labs/claim/claim";
import { pathOf } from "@/labs/run/link";
import type { Run } from "@/labs/run/run";
import type { PredictQuestion } from "./kinds/predict";

/** Lab, claim and run of a question. Throws where the catalog has none. */
export function askedRun({ lab: id, claim: claimId }: PredictQuestion) {
  if (!isLabId(id)) throw new Error(`There is no lab "${id}"`);
  const lab: Lab = labs[id];
  const claim = lab.claims.find((one) => one.id === claimId);
  if (!claim) throw new Error(`Lab ${id} has no claim "${claimId}"`);
  return { lab, claim, run: claimedRun(claim, lab.start) };
}

/** The same run from the seed of a learner, which follows from their id in the class. */
export function voterRun(question: PredictQuestion, learner: string): Run {
  const { lab, run } = askedRun(question);
  return { ...run, seed: ownSeed(learner, pathOf(lab, run)) };
}

/** Where that run is open in its lab, as a path of the site. */
export const voterPath = (question: PredictQuestion, learner: string): string =>
  pathOf(askedRun(question).lab, voterRun(question, learner));
