// The claims of the course, each trained on many seeds: for `npm run claims` and the tests.
import type { Lab } from "@/labs/catalog/lab";
import { labs } from "@/labs/catalog/labs";
import { type Claim, claimedRun } from "@/labs/claim/claim";
import { claimName } from "@/labs/claim/held-claims";
import { holdsAt, judgedNumber } from "@/labs/claim/outcome";
import {
  heldOn,
  keptNumber,
  type Spread,
  seedCount,
  seedsFrom,
  seedsToHold,
} from "@/labs/claim/spread";
import type { Run } from "@/labs/run/run";
import { trained } from "../labs/trained";

/** A claim, its name in the course, and its run. */
export type NamedClaim = { name: string; claim: Claim; run: Run };

/** Every claim of the course, in its order. */
export const everyClaim: readonly NamedClaim[] = Object.values<Lab>(labs).flatMap((lab) =>
  lab.claims.map((claim) => ({
    name: claimName(lab.id, claim.id),
    claim,
    run: claimedRun(claim, lab.start),
  })),
);

/** Labs whose runs take up to seconds each: three of their seeds are trained in the long run. */
const dearLabs: ReadonlySet<string> = new Set(["pictures", "text", "windows"]);

/** How many seeds of a lab's runs the long run of the tests trains; `npm run claims`, all. */
export const soakedSeeds = (lab: string) => (dearLabs.has(lab) ? 3 : seedCount);

/** A claim's judged number on each of the first `count` of its seeds. */
export function trainSpread({ claim, run }: NamedClaim, count: number): Spread {
  return seedsFrom(run.seed)
    .slice(0, count)
    .map((seed) => {
      const number = judgedNumber(claim, trained({ ...run, seed }));
      const kept = keptNumber(number);
      if (holdsAt(claim, kept) !== holdsAt(claim, number)) {
        throw new Error(`Claim ${claim.id}, seed ${seed}: ${number} is at the bound`);
      }
      return kept;
    });
}

/** The share of the way from its bound to the middle seed that a claim keeps free. */
const margin = 0.1;

/** Why a claim may not be made of these seeds, in a sentence; null where it may. */
export function problemOf(claim: Claim, spread: Spread): string | null {
  const count = heldOn(claim, spread);
  if (!holdsAt(claim, spread[0] ?? null)) return "it does not hold on the lab’s own seed";
  const told = claim.says.match(/on (\d+) of (\d+) seeds/i);
  if (told) {
    const says = `${count} of ${spread.length}`;
    return `${told[1]} of ${told[2]}` === says ? null : `it holds on ${says}`;
  }
  if (count < seedsToHold) {
    return `it holds on ${count} seeds only: say “on ${count} of ${spread.length} seeds”, or move the bound`;
  }
  if (!("bound" in claim.expects)) return null;
  const { bound } = claim.expects;
  const free = spread
    .flatMap((number) =>
      holdsAt(claim, number) && number !== null ? [Math.abs(number - bound)] : [],
    )
    .toSorted((one, other) => one - other);
  const [least = 0] = free.slice(free.length - seedsToHold);
  const middle = free[Math.floor(free.length / 2)] ?? 0;
  return least < margin * middle ? "its bound is too near to what the seeds give" : null;
}
