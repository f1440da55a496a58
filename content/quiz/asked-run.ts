// The run that a prediction asks about.
import type { Lab } from "@/labs/catalog/lab";
import { isLabId, labs } from "@/labs/catalog/labs";
import { claimedRun } from "@/labs/claim/claim";
import type { PredictQuestion } from "./kinds/predict";

/** Lab, claim and run of a question. Throws where the catalog has none. */
export function askedRun({ lab: id, claim: claimId }: PredictQuestion) {
  if (!isLabId(id)) throw new Error(`There is no lab "${id}"`);
  const lab: Lab = labs[id];
  const claim = lab.claims.find((one) => one.id === claimId);
  if (!claim) throw new Error(`Lab ${id} has no claim "${claimId}"`);
  return { lab, claim, run: claimedRun(claim, lab.start) };
}
