// Everything that a lab shows, and which of its settings a learner cannot change.
import type { Assignment } from "@/labs/assignment/assignment";
import { hasOneSeed, isLocked } from "@/labs/assignment/locks";
import type { Lab } from "@/labs/catalog/lab";
import type { ClaimVerdict } from "@/labs/claim/outcome";
import type { Device } from "@/labs/engine/engine";
import type { Refusal } from "@/labs/run/conflicts";
import { formatRun } from "@/labs/run/link";
import { normalizeRun, type Run } from "@/labs/run/run";
import { type Beside, type Side, sideAt, sidesOf, startSide } from "./side";

/** "running" begins with the click, while the engine may still be opening. */
export type RunStatus = "idle" | "running" | "paused" | "done" | "failed";

/** An assignment in the hands of a learner. */
export type Assigned = {
  assignment: Assignment;
  /** As `learnerName` gives it; "" until it is given. */
  name: string;
  /** The learner's id in the class that asks; left out where none does. */
  learnerId?: string | undefined;
  /** Whether the learner goes on with work whose seed is that of older receipts. */
  former?: boolean | undefined;
  /** What locks the settings, in words; "the assignment" where it is left out. */
  lockedBy?: string;
  /** Where the learner starts: what is locked stays as it is here. */
  start: Run;
};

/** All of a lab, changed by `labReducer` alone. */
export type LabState = {
  lab: Lab;
  /** The assignment that the run is trained for, or null. */
  assigned: Assigned | null;
  /** The run of the settings and of the link. */
  run: Run;
  refused: readonly Refusal[];
  beside: Beside;
  status: RunStatus;
  /** All that train together; the first is the lab's own run, but for a sweep. */
  sides: readonly [Side, ...Side[]];
  /** Which of `sides` the views show. */
  shown: number;
  /** The pass that the views show; null for the latest. It may not be trained yet. */
  at: number | null;
  device: Device | null;
  /** Why the run failed, in words for the reader. */
  fault: string | null;
  /** Passes per second over the latest reports; 0 before the first. */
  speed: number;
  /** How each claim came out that was trained, by its id. */
  verdicts: Readonly<Record<string, ClaimVerdict>>;
};

/** All that decides how a lab opens. */
export type Start = {
  lab: Lab;
  run: Run;
  refused: readonly Refusal[];
  beside: Beside;
  assigned?: Assigned | null;
  /** The pass that the views are to show: the lab then trains at once. */
  at?: number | null;
};

/** A lab before its first pass. */
export function startState(start: Start): LabState {
  const { lab, run, refused, beside, assigned = null, at = null } = start;
  const [first, ...others] = sidesOf(lab, run, beside);
  return {
    lab,
    assigned,
    run,
    refused,
    beside,
    status: "idle",
    sides: [startSide(first), ...others.map(startSide)],
    shown: 0,
    at,
    device: null,
    fault: null,
    speed: 0,
    verdicts: {},
  };
}

/** The side that the views show, at the pass that they show. */
export const shownSide = ({ sides, shown, at }: LabState): Side =>
  sideAt(sides[shown] ?? sides[0], at);

/** A lab with all its sides at the pass that the views show. */
export function shownState(state: LabState): LabState {
  if (state.at === null) return state;
  const [first, ...others] = state.sides.map((side) => sideAt(side, state.at));
  return { ...state, sides: [first ?? state.sides[0], ...others] };
}

/** The latest pass of the side that the views show. */
export const latestPass = ({ sides, shown }: LabState): number =>
  (sides[shown] ?? sides[0]).passes.at(-1)?.pass ?? 0;

/** Whether two runs train alike; the device does not count. */
export function sameRun(one: Run, other: Run): boolean {
  return (
    formatRun(normalizeRun({ ...one, device: other.device }), normalizeRun(other)) === ""
  );
}

/** A sentence that a setting is locked, and by what; null where it is not. */
export function lockOf(assigned: Assigned | null, setting: keyof Run): string | null {
  if (!assigned) return null;
  const { assignment, learnerId, lockedBy = "the assignment" } = assigned;
  if (setting === "seed") {
    if (hasOneSeed(assignment)) return "Locked: the same for everyone";
    return learnerId === undefined
      ? "Locked: from your name"
      : "Locked: your own in the class";
  }
  if (!isLocked(assignment, setting)) return null;
  const own = setting === "edits" && !assignment.lock.includes(setting);
  return own ? "Locked: your seed gives the weights" : `Locked by ${lockedBy}`;
}

/** All of a state but how far its trainings have come. */
function apartFromProgress({ sides, speed, device, ...rest }: LabState) {
  return [...Object.values(rest), ...sides.flatMap(({ run, ended }) => [run, ended])];
}

/** Whether a state under way is the one before with nothing new but more passes. */
export function goesOn(before: LabState, now: LabState): boolean {
  if (now.status !== "running") return false;
  const [old, young] = [apartFromProgress(before), apartFromProgress(now)];
  return young.length === old.length && young.every((one, at) => one === old[at]);
}
