// A claim in a text: its run as a picture that is in the page from the start. Server
// components: the picture is drawn while the page is built.
import type { Lab } from "@/labs/catalog/lab";
import { type LabId, labs } from "@/labs/catalog/labs";
import { claimedRun } from "@/labs/claim/claim";
import { outsetOf } from "@/labs/claim/outcome";
import { ClaimBench } from "./claim-bench";
import { RunStill } from "./still";
import { trainedSide } from "./trained-side";

/** The run of a claim before it is trained. Throws where the lab has no such claim. */
export function claimStart(id: LabId, claimId: string) {
  const lab: Lab = labs[id];
  const claim = lab.claims.find((one) => one.id === claimId);
  if (!claim) throw new Error(`Lab ${id} has no claim "${claimId}"`);
  const run = claimedRun(claim, lab.start);
  // It also reads the file of the run's data.
  const { sample } = trainedSide(run, 0);
  return {
    outset: outsetOf(run),
    picture: <RunStill run={run} pass={0} most={sample.train} tested />,
  };
}

/** A claim of a lab, to be trained on the spot. Throws where the lab has no such claim. */
export function ClaimCard({ id, claim }: { id: LabId; claim: string }) {
  const { outset, picture } = claimStart(id, claim);
  return (
    <ClaimBench id={id} claim={claim} outset={outset}>
      {picture}
    </ClaimBench>
  );
}
