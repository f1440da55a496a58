// The words between a page and a worker that checks receipts: plain values, since they are
// copied on the way. A worker checks one receipt at a time, so none of them bears a number.

import { hash32 } from "@/labs/arithmetic/random";
import {
  type Assignment,
  assignmentTitle,
  earnedPoints,
  totalPoints,
} from "@/labs/assignment/assignment";
import { linkOf, readLink } from "@/labs/assignment/assignment-link";
import { nothingAsked } from "@/labs/assignment/assignment-parts";
import { neuronsOf } from "@/labs/assignment/attempt";
import { type GoalDevice, goalText } from "@/labs/assignment/goal";
import { hasOneSeed } from "@/labs/assignment/locks";
import { type HeldSet, heldSet } from "@/labs/data/sample";
import type { Check } from "@/labs/receipt/check";
import type { Opened } from "@/labs/receipt/packed";
import { type Run, settings } from "@/labs/run/run";
import type { Pass } from "@/labs/training/training";
import { type JudgingLink, type KnownLinks, linkDifferences } from "./judging-link";

/** A receipt to check, and by which links it may be judged. */
export type ToCheck = {
  packed: string;
  known: KnownLinks;
  /** How a class has it; null for what came otherwise. */
  handedIn: HandedIn | null;
};

/** Who handed a receipt in, and the assignment as the class has it now. */
export type HandedIn = { learner: { id: string; name: string }; link: string };

export type CheckRequest =
  | ({ kind: "check" } & ToCheck)
  /** Ends the replay under way; the check is then reported as far as it came. */
  | { kind: "stop" };

export type CheckReport =
  | { kind: "opened"; summary: ReceiptSummary }
  /** The share of the replay that is done, 0 to 1. */
  | { kind: "replayed"; share: number }
  /** `stopped`: the replay was, before its end; `points`: null where nothing has any. */
  | { kind: "checked"; check: Check; stopped: boolean; points: number | null }
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
  /** Where the lab shows the learner's run: see `runPath`. */
  run: string;
  /** The link that it bears: where a learner opens its assignment, as a path of the site. */
  assignment: string;
  /** The link that it is judged by; null where its own is the only one known. */
  judging: JudgingLink | null;
  /** How its own link differs from that, each as half a sentence. */
  differs: readonly string[];
  /** The goals that it is judged by, in words. */
  goals: readonly string[];
  /** The points of those goals together; null where they have none. */
  points: number | null;
  /** The losses at the passes that it tells, and the set of the second of them. */
  curve: readonly Pass[];
  held: HeldSet;
  passes: number;
  /** Hidden ones. */
  neurons: number;
  /** Two receipts with one fingerprint end with the same weights. */
  fingerprint: string;
};

/** The points for goals alone: graded questions are no part of a receipt. */
const ofGoals = ({ goals }: Assignment) => ({ goals, quizPoints: null });

/** The points of the goals that are met; null where goals have none. */
export const pointsOf = (assignment: Assignment, { met }: Check) =>
  earnedPoints(ofGoals(assignment), met, null);

/** The assignment that judges an opened receipt: of the link that does, else its own. */
export const judgingAssignment = ({ assignment }: Opened, judging: JudgingLink | null) =>
  (judging && readLink(judging.link)?.assignment) || assignment;

/**
 * Where the lab shows a learner's run under the goals and locks of its assignment, as a path
 * of the site; the run's seed is everyone's there.
 */
export function runPath({ lab, title, goals, lock }: Assignment, run: Run): string {
  const locked = settings.filter((one) => one === "seed" || lock.includes(one));
  return linkOf({ ...nothingAsked, lab, run, title, goals, lock: locked });
}

/** Sums up an opened receipt; takes none of its claims for true. */
export function summarize(
  opened: Opened,
  judging: JudgingLink | null = null,
): ReceiptSummary {
  const { receipt, run, assignment } = opened;
  const { lab } = assignment;
  const asked = judgingAssignment(opened, judging);
  return {
    name: receipt.name,
    title: assignmentTitle(assignment),
    lab: lab.title,
    seed: receipt.seed,
    oneSeed: hasOneSeed(assignment),
    device: receipt.device,
    at: receipt.at,
    run: runPath(asked, run),
    assignment: receipt.link,
    judging,
    differs: linkDifferences(assignment, asked),
    goals: asked.goals.map(goalText),
    points: totalPoints(ofGoals(asked)),
    curve: receipt.curve,
    held: heldSet(run),
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
