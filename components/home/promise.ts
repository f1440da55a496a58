// The claim that the first screen makes.
import { network } from "@/labs/catalog/network-lab";
import { type Claim, claimedRun } from "@/labs/claim/claim";
import type { Run } from "@/labs/run/run";

/** By its lab and its id there, as the claims that were seen to hold are kept. */
export const promised = "network/deep-on-spiral";

function claimPromised(): Claim {
  const claim = network.claims.find(({ id }) => promised === `network/${id}`);
  if (!claim) throw new Error(`There is no claim "${promised}"`);
  return claim;
}

/** The claim itself. It holds for every seed, not for the first alone: the test trains many. */
export const promise = claimPromised();

/** Its run. */
export const promisedRun: Run = claimedRun(promise, network.start);

/** The loss that it promises to fall below. */
export const promisedLoss =
  "bound" in promise.expects ? promise.expects.bound : Number.NaN;
