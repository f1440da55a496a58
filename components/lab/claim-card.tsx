// A claim in a text: its run as a picture that is in the page from the start. Server
// components: the picture is drawn while the page is built.
import { claimNamed, type LabId, labs } from "@/labs/catalog/labs";
import { claimedRun } from "@/labs/claim/claim";
import { claimName } from "@/labs/claim/held-claims";
import { outsetOf } from "@/labs/claim/outcome";
import { spreadOf } from "@/labs/claim/spread";
import { ClaimBench } from "./claim-bench";
import { SeedStrip } from "./seed-strip";
import { RunStill } from "./still";
import { trainedSide } from "./trained-side";

/** The run of a claim before it is trained. Throws where the lab has no such claim. */
export function claimStart(id: LabId, claimId: string) {
  const run = claimedRun(claimOf(id, claimId), labs[id].start);
  // It also reads the file of the run's data.
  const { sample } = trainedSide(run, 0);
  return {
    outset: outsetOf(run),
    picture: <RunStill run={run} pass={0} most={sample.train} tested />,
  };
}

function claimOf(id: LabId, claimId: string) {
  const claim = claimNamed(claimName(id, claimId));
  if (!claim) throw new Error(`Lab ${id} has no claim "${claimId}"`);
  return claim;
}

/** A claim of a lab, to be trained on the spot. Throws where the lab has no such claim. */
export function ClaimCard({ id, claim }: { id: LabId; claim: string }) {
  const { outset, picture } = claimStart(id, claim);
  const spread = spreadOf(claimName(id, claim));
  return (
    <ClaimBench
      {...{ id, claim, outset }}
      seeds={spread && <SeedStrip claim={claimOf(id, claim)} spread={spread} />}
    >
      {picture}
    </ClaimBench>
  );
}
