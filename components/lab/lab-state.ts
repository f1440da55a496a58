// Everything a lab shows, and how each event changes it. Pure.
import { type Claim, claimedRun, judge, type Verdict } from "@/labs/claim";
import type { Device, Progress } from "@/labs/engine/engine";
import { fitted, type Refusal } from "@/labs/fitted";
import type { Lab } from "@/labs/lab";
import { formatRun } from "@/labs/link";
import { outcomeOf } from "@/labs/outcome";
import { withOwnData } from "@/labs/own-data";
import type { Run } from "@/labs/run";
import { settled } from "@/labs/settled";
import { type Beside, sidesOf } from "./beside";
import { type Side, startSide, walked } from "./side";

/** "running" begins with the click, while the engine may still be opening. */
export type Status = "idle" | "running" | "paused" | "done" | "failed";

export type LabState = {
  lab: Lab;
  /** The run of the settings and of the link. */
  run: Run;
  refused: readonly Refusal[];
  /** What trains beside the run. */
  beside: Beside;
  status: Status;
  /** What trains together; the first is the lab's own run, but for a sweep. */
  sides: readonly [Side, ...Side[]];
  /** Which of `sides` the views show. */
  shown: number;
  device: Device | null;
  /** Why the run failed, in words for the reader. */
  fault: string | null;
  /** Passes per second over the latest reports; 0 before the first. */
  speed: number;
  /** What was seen of each claim, by its id. */
  verdicts: Readonly<Record<string, Verdict>>;
};

/** Another run, and where it is given something else beside it. */
export type SetEvent = { kind: "set"; run: Run; beside?: Beside };

export type LabEvent =
  | SetEvent
  /** What was asked for could not be had; all stays as it was. */
  | { kind: "refused"; says: string }
  | { kind: "show"; side: number }
  | { kind: "opened"; device: Device }
  | { kind: "running" }
  | { kind: "paused" }
  | { kind: "progress"; side: number; progress: Progress; speed: number }
  /** One side has come to its end; `fault` says why it diverged. */
  | { kind: "ended"; side: number; fault: string | null }
  /** All sides have. */
  | { kind: "done" }
  | { kind: "failed"; why: string }
  | { kind: "reset" };

export type Start = { lab: Lab; run: Run; refused: readonly Refusal[]; beside: Beside };

/** A lab before its first pass. */
export function startState({ lab, run, refused, beside }: Start): LabState {
  const [first, ...others] = sidesOf(lab, run, beside);
  return {
    lab,
    run,
    refused,
    beside,
    status: "idle",
    sides: [startSide(first), ...others.map(startSide)],
    shown: 0,
    device: null,
    fault: null,
    speed: 0,
    verdicts: {},
  };
}

/** The side that the views show. */
export const shownSide = ({ sides, shown }: LabState): Side => sides[shown] ?? sides[0];

/** Whether two runs train alike; the device does not count. */
export function sameRun(one: Run, other: Run): boolean {
  return formatRun(settled({ ...one, device: other.device }), settled(other)) === "";
}

/** The verdicts after all sides have ended. */
function judged({ lab, sides, verdicts }: LabState) {
  const added: Record<string, Verdict> = {};
  for (const { run, passes, weights, ended } of sides) {
    const about = (claim: Claim) => sameRun(claimedRun(claim, lab.start), run);
    for (const claim of lab.claims.filter(about)) {
      added[claim.id] = judge(
        claim,
        outcomeOf(run, passes, weights, ended === "diverged"),
      );
    }
  }
  return { ...verdicts, ...added };
}

/** The lab back at the start of `run`; what was seen of its claims stays. */
function restarted(state: LabState, run: Run, beside = state.beside): LabState {
  const { device, verdicts, lab } = state;
  const fit = fitted(withOwnData(run, state.run), lab.start);
  const sameDevice = fit.run.device === state.run.device;
  const start = startState({ lab, ...fit, beside });
  return {
    ...start,
    shown: Math.min(state.shown, start.sides.length - 1),
    verdicts,
    device: sameDevice ? device : null,
  };
}

/** The state with one of its sides changed. */
function withSide(
  state: LabState,
  index: number,
  change: (side: Side) => Side,
): LabState {
  const [first, ...others] = state.sides.map((side, at) =>
    at === index ? change(side) : side,
  );
  return { ...state, sides: [first ?? state.sides[0], ...others] };
}

const ended = ({ status }: LabState) => status === "done" || status === "failed";

function advanced(side: Side, { passes, weights }: Progress): Side {
  const pass = passes.at(-1)?.pass ?? 0;
  return {
    ...side,
    passes: side.passes.concat(passes),
    weights,
    trail: walked(side.trail, { pass, weights }),
  };
}

export function labAfter(state: LabState, event: LabEvent): LabState {
  switch (event.kind) {
    case "set":
      return restarted(state, event.run, event.beside);
    case "refused":
      return { ...state, refused: [{ key: "data", says: event.says }] };
    case "reset":
      return restarted(state, state.run);
    case "show":
      return { ...state, shown: event.side };
    case "opened":
      return { ...state, device: event.device };
    case "running":
    case "paused":
      return ended(state) ? state : { ...state, status: event.kind };
    case "progress": {
      const { side, progress, speed } = event;
      const next = withSide(state, side, (one) => advanced(one, progress));
      return { ...next, device: progress.device, speed };
    }
    case "ended": {
      const { fault } = event;
      const how = fault === null ? "done" : "diverged";
      return withSide(state, event.side, (one) => ({ ...one, ended: how, fault }));
    }
    case "done": {
      const { fault } = state.sides[0];
      const status = fault === null ? "done" : "failed";
      return { ...state, status, fault, verdicts: judged(state) };
    }
    case "failed":
      return { ...state, status: "failed", fault: event.why };
  }
}
