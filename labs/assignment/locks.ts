import { differs, fields, type Run, settings, type WeightEdit } from "@/labs/run/run";
import type { Assignment } from "./assignment";

// The settings that a learner of an assignment cannot change.

/** Whether all learners train with one seed; else each has one of their own. */
export const hasOneSeed = ({ lock }: Assignment) => lock.includes("seed");

/** The setting whose lock holds another, too: all shares of the examples are one lock. */
const lockedWith = (setting: keyof Run) => (setting === "validation" ? "split" : setting);

/** The settings with a lock of their own. */
export const lockable = settings.filter((setting) => lockedWith(setting) === setting);

/**
 * Whether a learner's setting must stay as where they started: it is locked, or decides
 * what makes the run their own. Weights can be typed only where the assignment has typed
 * some: else another learner's could be.
 */
export function isLocked({ lock, run }: Assignment, setting: keyof Run): boolean {
  if (setting === "seed" || lock.includes(lockedWith(setting))) return true;
  return setting === "edits" && run.edits.length === 0;
}

/** Whether an edit is of a weight that the assignment has typed: only those may be. */
const isTyped = ({ run }: Assignment, { at }: WeightEdit) =>
  run.edits.some((edit) => edit.at === at);

/** The locked settings in which a learner's run is not as where they started. */
export function brokenLocks(
  assignment: Assignment,
  start: Run,
  run: Run,
): readonly (keyof Run)[] {
  return settings.filter((setting) =>
    isLocked(assignment, setting)
      ? differs(setting, run, start)
      : setting === "edits" && !run.edits.every((edit) => isTyped(assignment, edit)),
  );
}

function withValue<K extends keyof Run>(run: Run, setting: K, from: Run): Run {
  return { ...run, [setting]: from[setting] };
}

/**
 * The run with its locked settings as where it started, without the typed weights that may
 * not be, and the labels of those settings.
 */
export function withLocks(assignment: Assignment, start: Run, run: Run) {
  const broken = brokenLocks(assignment, start, run);
  const locked = broken.filter((setting) => isLocked(assignment, setting));
  const held = locked.reduce((kept, setting) => withValue(kept, setting, start), run);
  const typed = broken.length > locked.length;
  const edits = run.edits.filter((edit) => isTyped(assignment, edit));
  return {
    run: typed ? { ...held, edits } : held,
    putBack: broken.map((setting) => fields[setting].label),
  };
}
