import { differs, fields, type Run, settings } from "@/labs/run/run";
import type { Assignment } from "./assignment";

// What a learner of an assignment cannot change.

/** Whether all learners train with one seed; else each has one of their own. */
export const hasOneSeed = ({ lock }: Assignment) => lock.includes("seed");

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
