import type { ClaimedRun } from "@/content/quiz/question";
import { isLabId, labs } from "@/labs/catalog/labs";
import type { Lab } from "@/labs/lab";

/** Opens a lab at the run that shows why an answer is wrong. */
export function RefutingLink({ lab: id, claim: claimId }: ClaimedRun) {
  const lab: Lab | null = isLabId(id) ? labs[id] : null;
  const claim = lab?.claims.find((one) => one.id === claimId);
  if (!lab || !claim) return null;
  const query = claim.link ? `?${claim.link}` : "";
  return <a href={`/labs/${id}${query}`}>Try it: open the run that shows why</a>;
}
