// The words between a page and a worker that checks receipts: plain values, since they are
// copied on the way. A worker checks one receipt at a time, so none of them bears a number.

import { hash32 } from "@/labs/arithmetic/random";
import { neuronsOf } from "@/labs/assignment/attempt";
import type { GoalDevice } from "@/labs/assignment/goal";
import { hasOneSeed } from "@/labs/assignment/learner-start";
import type { Check } from "@/labs/receipt/check";
import type { Opened } from "@/labs/receipt/packed";
import { pathOf } from "@/labs/run/link";
import type { Pass } from "@/labs/training/training";

export type CheckRequest =
  | { kind: "check"; packed: string }
  /** Ends the replay under way; the check is then reported as far as it came. */
  | { kind: "stop" };

export type CheckReport =
  | { kind: "opened"; summary: ReceiptSummary }
  /** The share of the replay that is done, 0 to 1. */
  | { kind: "replayed"; share: number }
  /** `stopped`: the replay was, before its end. */
  | { kind: "checked"; check: Check; stopped: boolean }
  /** It cannot be checked: one sentence, and whether another try may go better. */
  | { kind: "problem"; problem: string; again: boolean };

/** The claims of a receipt, none of them checked yet. */
export type ReceiptSummary = {
  /** The learner, as they typed it. */
  name: string;
  /** Of the assignment; its lab's where it has none. */
  title: string;
  /** The lab's own title. */
  lab: string;
  seed: number;
  /** Whether the assignment gives every learner the same seed. */
  oneSeed: boolean;
  device: { kind: GoalDevice; name: string };
  /** When it was made, as it says: milliseconds since 1970. */
  at: number;
  /** Where the lab shows the learner's run, as a path of the site. */
  run: string;
  /** Where a learner opens the assignment, as a path of the site. */
  assignment: string;
  /** How many goals the assignment has. */
  goals: number;
  /** The losses at the passes that it tells. */
  curve: readonly Pass[];
  passes: number;
  /** Hidden ones. */
  neurons: number;
  /** Two receipts with one fingerprint end with the same weights. */
  fingerprint: string;
};

/** Sums up an opened receipt; takes none of its claims for true. */
export function summarize({ receipt, run, assignment }: Opened): ReceiptSummary {
  const { lab, title, goals } = assignment;
  return {
    name: receipt.name,
    title: title || lab.title,
    lab: lab.title,
    seed: receipt.seed,
    oneSeed: hasOneSeed(assignment),
    device: receipt.device,
    at: receipt.at,
    run: pathOf(lab, run),
    assignment: receipt.link,
    goals: goals.length,
    curve: receipt.curve,
    passes: run.passes,
    neurons: neuronsOf(run),
    fingerprint: fingerprintOf(receipt.weights),
  };
}

/** The first states of two FNV-1a hashes that run side by side. */
const starts = [0x811c9dc5, 0x2b7e1516] as const;

/**
 * A short text that is the same for the same bits, and for other bits another: 64 bits of
 * FNV-1a, enough to tell a few hundred receipts apart, not to resist a forger.
 */
function fingerprintOf(numbers: Float32Array): string {
  const { buffer, byteOffset, byteLength } = numbers;
  const bytes = new Uint8Array(buffer, byteOffset, byteLength);
  const hashes = starts.map((start) => {
    let hash: number = start;
    for (const byte of bytes) hash = Math.imul(hash ^ byte, 0x01000193);
    return hash32(hash >>> 0).toString(16);
  });
  return [numbers.length, ...hashes].join("-");
}
