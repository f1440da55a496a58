// A receipt with what its texts stand for: the assignment and the learner's run.
import type { Assignment } from "../assignment/assignment";
import { linkOf, readLink } from "../assignment/assignment-link";
import { learnerName } from "../assignment/learner-name";
import { formatRun, parseRun } from "../run/link";
import type { Run } from "../run/run";
import { unpack } from "./packed";
import type { Receipt } from "./receipt";

export type Opened = {
  receipt: Receipt;
  /** See `kernelVersion`. */
  kernel: number;
  assignment: Assignment;
  /** What the learner says to have trained, with the seed that they say. */
  run: Run;
};

/**
 * Opens a packed receipt, or says in a sentence why it is none. Only what has one meaning
 * is opened: each text must be just as the site writes it. Never rejects.
 */
export async function openReceipt(packed: string): Promise<Opened | { problem: string }> {
  const unpacked = await unpack(packed);
  if ("problem" in unpacked) return unpacked;
  const { receipt, kernel } = unpacked;
  const read = readLink(receipt.link);
  const assignment = read?.assignment;
  if (!assignment || read.refused.length > 0 || linkOf(assignment) !== receipt.link) {
    return { problem: "This receipt names no assignment that this site can read." };
  }
  if (learnerName(receipt.name) !== receipt.name) {
    return { problem: "This receipt bears a name that nobody can type on this site." };
  }
  const start = { ...assignment.run, seed: receipt.seed };
  const { run, refused } = parseRun(receipt.run, start);
  // The seed has one place, which the check compares with the name.
  const asWritten = formatRun(run, start) === receipt.run && run.seed === receipt.seed;
  if (refused.length > 0 || !asWritten) {
    return { problem: "This receipt names a run that this site cannot train." };
  }
  return { receipt, kernel, assignment, run };
}
