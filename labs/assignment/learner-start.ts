import { hash32 } from "@/labs/arithmetic/random";
import { pathOf } from "@/labs/run/link";
import type { Run } from "@/labs/run/run";
import type { Assignment } from "./assignment";
import { linkOf } from "./assignment-link";
import { hasOneSeed } from "./locks";
import { nameKey } from "./name-key";

// The run that one learner of an assignment starts from.

/** Whose run it is. */
export type Learner = {
  /** As `learnerName` gives it. */
  name: string;
  /** The learner's id in the class that the run is for; left out where there is none. */
  id?: string | undefined;
  /** Whether the seed is that of receipts of version 1: see `formerSeed`. */
  former?: boolean | undefined;
};

/**
 * The seed of a learner. It comes from their id in a class, else from the key of their name,
 * and from what is trained: no title, note, goal or date moves it.
 */
export function seedFor(assignment: Assignment, learner: Learner): number {
  const { lab, run } = assignment;
  if (hasOneSeed(assignment)) return run.seed;
  if (learner.former) return formerSeed(assignment, learner.name);
  return ownSeed(learner.id ?? nameKey(learner.name), pathOf(lab, run));
}

/** The seed as version 1 of receipts has it: from the name as spelled and the whole link. */
const formerSeed = (assignment: Assignment, name: string) =>
  ownSeed(name, linkOf(assignment));

/** Where a learner starts. */
export const startFor = (assignment: Assignment, learner: Learner): Run => ({
  ...assignment.run,
  seed: seedFor(assignment, learner),
});

// Each learner of an assignment has data and initial weights of their own.

/**
 * A seed from 0 to 2³² − 1 out of whose it is and a link: FNV-1a
 * over their UTF-8 bytes, then a hash that spreads neighbours. The same in every browser.
 * Source: RFC 9923, "The FNV Non-Cryptographic Hash Algorithm", the 32-bit FNV-1a.
 */
export function ownSeed(name: string, link: string): number {
  let hash = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(`${name}\n${link}`)) {
    hash = Math.imul(hash ^ byte, 0x01000193);
  }
  return hash32(hash);
}
