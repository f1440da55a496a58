import { hash32 } from "@/labs/arithmetic/random";
import { differs, fields, type Run, settings } from "@/labs/run/run";
import type { Assignment } from "./assignment";
import { linkOf } from "./assignment-link";

// The run that one learner of an assignment starts from, and the fields locked in it.

/** Whether all learners train with one seed; else each has one from their name. */
export const hasOneSeed = ({ lock }: Assignment) => lock.includes("seed");

/** The seed of a learner: `name` as `learnerName` gives it. */
export function seedFor(assignment: Assignment, name: string): number {
  return hasOneSeed(assignment) ? assignment.run.seed : ownSeed(name, linkOf(assignment));
}

/** Where a learner starts. */
export const startFor = (assignment: Assignment, name: string): Run => ({
  ...assignment.run,
  seed: seedFor(assignment, name),
});

/**
 * Whether a learner's setting must stay as where they started: it is locked, or decides
 * what makes the run their own. Weights can be typed only where the assignment has typed
 * some: else another learner's could be.
 */
export function isLocked({ lock, run }: Assignment, setting: keyof Run): boolean {
  if (setting === "seed" || lock.includes(setting)) return true;
  return setting === "edits" && run.edits.length === 0;
}

/** The locked settings in which a learner's run is not as where they started. */
export function brokenLocks(
  assignment: Assignment,
  start: Run,
  run: Run,
): readonly (keyof Run)[] {
  return settings.filter(
    (setting) => isLocked(assignment, setting) && differs(setting, run, start),
  );
}

function withValue<K extends keyof Run>(run: Run, setting: K, from: Run): Run {
  return { ...run, [setting]: from[setting] };
}

/** The run with its locked settings as where it started, and the labels of those. */
export function withLocks(assignment: Assignment, start: Run, run: Run) {
  const broken = brokenLocks(assignment, start, run);
  return {
    run: broken.reduce((kept, setting) => withValue(kept, setting, start), run),
    putBack: broken.map((setting) => fields[setting].label),
  };
}

// Each learner of an assignment has data and initial weights of their own.

/**
 * A seed from 0 to 2³² − 1 out of a learner's name and the link of the assignment: FNV-1a
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
