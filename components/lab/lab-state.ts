// Everything a lab shows, and how each event changes it. Pure.
import { type Claim, claimedRun, judge, type Verdict } from "@/labs/claim";
import type { Split } from "@/labs/dataset";
import type { Device, Progress } from "@/labs/engine/engine";
import type { Lab } from "@/labs/lab";
import { formatRun, type Refusal } from "@/labs/link";
import type { Pass } from "@/labs/pass";
import { lossSuits, type Run } from "@/labs/run";
import { settled } from "@/labs/settled";
import { startOf } from "@/labs/start";

/** "running" begins with the click, while the engine may still be opening. */
export type Status = "idle" | "running" | "paused" | "done" | "failed";

export type LabState = {
  lab: Lab;
  run: Run;
  refused: readonly Refusal[];
  status: Status;
  points: Split;
  /** From pass 0, the untrained network, to the latest. */
  passes: readonly Pass[];
  weights: Float32Array;
  device: Device | null;
  /** Why the run failed, in words for the reader. */
  fault: string | null;
  /** Passes per second over the latest reports; 0 before the first. */
  speed: number;
  /** What was seen of each claim, by its id. */
  verdicts: Readonly<Record<string, Verdict>>;
};

export type LabEvent =
  | { kind: "set"; run: Run }
  | { kind: "opened"; device: Device }
  | { kind: "running" }
  | { kind: "paused" }
  | { kind: "progress"; progress: Progress; speed: number }
  | { kind: "done" }
  | { kind: "failed"; why: string; diverged: boolean }
  | { kind: "reset" };

/** A lab before its first pass. */
export function startState(lab: Lab, run: Run, refused: readonly Refusal[]): LabState {
  const { points, weights, pass } = startOf(run);
  return {
    lab,
    run,
    refused,
    status: "idle",
    points,
    passes: [pass],
    weights,
    device: null,
    fault: null,
    speed: 0,
    verdicts: {},
  };
}

/** Whether two runs train alike; the device does not count. */
export function sameRun(one: Run, other: Run): boolean {
  return formatRun(settled({ ...one, device: other.device }), settled(other)) === "";
}

/** The verdicts after a run has ended. */
function judged(state: LabState, diverged: boolean) {
  const { lab, run, passes, verdicts } = state;
  const outcome = { passes, diverged };
  const about = (claim: Claim) => sameRun(claimedRun(claim, lab.start), run);
  const added = lab.claims
    .filter(about)
    .map((claim) => [claim.id, judge(claim, outcome)]);
  return { ...verdicts, ...Object.fromEntries(added) };
}

/** The lab back at the start of `run`; what was seen of its claims stays. */
function restarted(state: LabState, run: Run): LabState {
  const fit = lossSuits(run) ? run : ({ ...run, loss: "squared" } as const);
  const { device, verdicts, lab } = state;
  const sameDevice = fit.device === state.run.device;
  return {
    ...startState(lab, fit, []),
    verdicts,
    device: sameDevice ? device : null,
  };
}

const ended = ({ status }: LabState) => status === "done" || status === "failed";

export function labAfter(state: LabState, event: LabEvent): LabState {
  switch (event.kind) {
    case "set":
      return restarted(state, event.run);
    case "reset":
      return restarted(state, state.run);
    case "opened":
      return { ...state, device: event.device };
    case "running":
    case "paused":
      return ended(state) ? state : { ...state, status: event.kind };
    case "progress": {
      const passes = state.passes.concat(event.progress.passes);
      const { weights, device } = event.progress;
      return { ...state, passes, weights, device, speed: event.speed };
    }
    case "done":
      return { ...state, status: "done", verdicts: judged(state, false) };
    case "failed": {
      const verdicts = event.diverged ? judged(state, true) : state.verdicts;
      return { ...state, status: "failed", fault: event.why, verdicts };
    }
  }
}
