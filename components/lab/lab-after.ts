// How each event changes what a lab shows. Pure.
import { type Claim, claimedRun, judge, type Verdict } from "@/labs/claim";
import type { Device, Progress } from "@/labs/engine/engine";
import { outcomeOf } from "@/labs/outcome";
import type { Run } from "@/labs/run";
import type { Beside } from "./beside";
import { type LabState, sameRun, startState } from "./lab-state";
import { type Side, walked } from "./side";
import { taken } from "./taken";

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
  const { device, verdicts, lab, assigned } = state;
  const fit = taken(state, run);
  const sameDevice = fit.run.device === state.run.device;
  const start = startState({ lab, ...fit, beside, assigned });
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

function advanced(side: Side, { passes, weights, device }: Progress): Side {
  const pass = passes.at(-1)?.pass ?? 0;
  return {
    ...side,
    passes: side.passes.concat(passes),
    weights,
    trail: walked(side.trail, { pass, weights }),
    trainedBy: side.trainedBy?.kind === "webgpu" ? side.trainedBy : device,
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
