// Which settings of a lab a learner cannot change, and why.
import { hasOneSeed, isLocked } from "@/labs/assignment/learner-start";
import type { Run } from "@/labs/run";
import type { Assigned } from "./lab-state";

/** What tells that a setting is locked, and by what; null where it is not. */
export function lockOf(assigned: Assigned | null, setting: keyof Run): string | null {
  if (!assigned) return null;
  const { assignment } = assigned;
  if (setting === "seed") {
    return hasOneSeed(assignment)
      ? "Locked: the same for everyone"
      : "Locked: from your name";
  }
  if (!isLocked(assignment, setting)) return null;
  const own = setting === "edits" && !assignment.lock.includes(setting);
  return own ? "Locked: your seed gives the weights" : "Locked by the assignment";
}
