// How each event changes what a lab shows, and what becomes of a run that is asked for.
// Pure.
import { listText } from "@/components/kit/wording";
import { brokenLocks, withLocks } from "@/labs/assignment/locks";
import { type Claim, claimedRun } from "@/labs/claim/claim";
import { type ClaimVerdict, judge, outcomeOf } from "@/labs/claim/outcome";
import type { Device, Progress } from "@/labs/engine/engine";
import { withKnownOutliers } from "@/labs/landscape/outlier";
import type { Moment } from "@/labs/landscape/weight-path";
import { type Refusal, resolveConflicts } from "@/labs/run/conflicts";
import { momentKey } from "@/labs/run/link";
import { withOwnData } from "@/labs/run/own-data";
import { differs, fields, type Run, settings } from "@/labs/run/run";
import { areStale } from "@/labs/run/weight-edit";
import { type LabState, latestPass, sameRun, startState } from "./lab-state";
import { type Beside, extendTrail, insertMoment, type Side, sidesOf } from "./side";

/** Another run, and where it is given something else beside it. */
export type SetEvent = { kind: "set"; run: Run; beside?: Beside };

/** Anything that happens to a lab. */
export type LabEvent =
  | SetEvent
  /** Something asked for could not be had; all stays as it was. */
  | { kind: "refused"; says: string }
  | { kind: "show"; side: number }
  /** The views are to show another pass; null for the latest. */
  | { kind: "travel"; pass: number | null }
  /** The weights after a pass of `run` that were not kept, found again. */
  | { kind: "replayed"; side: number; run: Run; moment: Moment }
  | { kind: "opened"; device: Device }
  | { kind: "running" }
  | { kind: "paused" }
  | { kind: "progress"; side: number; progress: Progress; speed: number }
  /** One side has come to its end; `fault` says why it diverged. */
  | { kind: "ended"; side: number; fault: string | null }
  /** One side cannot go on; the others do. */
  | { kind: "broke"; side: number; why: string }
  /** All sides have. */
  | { kind: "done" }
  | { kind: "failed"; why: string }
  | { kind: "reset" };

/** The state after an event. */
export function labReducer(state: LabState, event: LabEvent): LabState {
  switch (event.kind) {
    case "set":
      return restartAt(state, event.run, event.beside);
    case "refused":
      return { ...state, refused: [{ key: "data", says: event.says }] };
    case "reset":
      return restartAt(state, state.run);
    case "show":
      return { ...state, shown: event.side };
    case "travel":
      return { ...state, at: event.pass === latestPass(state) ? null : event.pass };
    case "replayed": {
      const { side, run, moment } = event;
      if (state.sides[side]?.run !== run) return state;
      return withSide(state, side, (one) => ({
        ...one,
        trail: insertMoment(one.trail, moment),
      }));
    }
    case "opened":
      return { ...state, device: event.device };
    case "running":
    case "paused":
      return ended(state) ? state : { ...state, status: event.kind };
    case "progress": {
      const { side, progress, speed } = event;
      const next = withSide(state, side, (one) => advanceSide(one, progress));
      return { ...next, device: progress.device, speed };
    }
    case "ended": {
      const { fault } = event;
      const how = fault === null ? "done" : "diverged";
      return withSide(state, event.side, (one) => ({ ...one, ended: how, fault }));
    }
    case "broke": {
      const { label } = state.sides[event.side] ?? state.sides[0];
      return { ...state, fault: label ? `${label}: ${event.why}` : event.why };
    }
    case "done": {
      const { fault } = state.sides[0];
      const status = fault === null ? "done" : "failed";
      return arrived({ ...state, status, fault, verdicts: judgeClaims(state) });
    }
    case "failed": {
      // Where others came to their end, it is said which one did not.
      const fault = state.sides.some((side) => side.ended) ? state.fault : null;
      return arrived({ ...state, status: "failed", fault: fault ?? event.why });
    }
  }
}

/** The state of a lab that trains no further: a pass still to come will not come. */
function arrived(state: LabState): LabState {
  const { at, refused } = state;
  const latest = latestPass(state);
  if (at === null || at < latest) return state;
  if (at === latest) return { ...state, at: null };
  const says = `Pass ${at} cannot be shown: the run ended after pass ${latest}.`;
  return { ...state, at: null, refused: [...refused, { key: momentKey, says }] };
}

/** The verdicts after all sides have ended. */
function judgeClaims({ lab, sides, verdicts }: LabState) {
  const added: Record<string, ClaimVerdict> = {};
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

/** The lab back at the start of `run`; the verdicts on its claims stay. */
function restartAt(state: LabState, run: Run, beside = state.beside): LabState {
  const { device, verdicts, lab, assigned } = state;
  const fit = applyChange(state, run);
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

function advanceSide(side: Side, { passes, weights, device }: Progress): Side {
  const pass = passes.at(-1)?.pass ?? 0;
  return {
    ...side,
    passes: side.passes.concat(passes),
    weights,
    trail: extendTrail(side.trail, { pass, weights }),
    trainedBy: side.trainedBy?.kind === "webgpu" ? side.trainedBy : device,
  };
}

type AppliedChange = { run: Run; refused: Refusal[] };

type Before = Pick<LabState, "lab" | "run" | "assigned">;

const staleText =
  "The weights that were typed belonged to the network before, so they were dropped.";

/** The run as it can be trained, and what had to give way for it. */
function fitToLab({ lab, run: before }: Before, run: Run): AppliedChange {
  const kept = withKnownOutliers(withOwnData(run, before), before);
  const stale = areStale(kept, before);
  const fit = resolveConflicts(stale ? { ...kept, edits: [] } : kept, lab.start);
  if (!stale) return fit;
  const dropped = { key: fields.edits.key, says: staleText };
  return { run: fit.run, refused: [...fit.refused, dropped] };
}

/**
 * The run that a lab takes: one that can be trained, and that has every locked setting as
 * the assignment has it. `refused` says what had to give way.
 */
export function applyChange(before: Before, run: Run): AppliedChange {
  const { assigned } = before;
  if (!assigned) return fitToLab(before, run);
  const { assignment, start } = assigned;
  const { run: held, putBack } = withLocks(assignment, start, run);
  const fit = fitToLab(before, held);
  const broken = brokenLocks(assignment, start, fit.run);
  if (broken.length > 0) {
    const names = listText(broken.map((setting) => fields[setting].label));
    const says = `What you chose does not go with what this assignment has locked (${names}), so nothing was changed.`;
    return { run: before.run, refused: [{ key: "lock", says }] };
  }
  if (putBack.length === 0) return fit;
  const says = `Locked in this assignment, so left as before: ${listText(putBack)}.`;
  return { run: fit.run, refused: [{ key: "lock", says }, ...fit.refused] };
}

/**
 * Why an assignment leaves nothing of what was asked for, in sentences; null where there
 * is something to change.
 */
export function refusalOf(
  before: Before & Pick<LabState, "beside">,
  { run, beside = before.beside }: { run: Run; beside?: Beside },
): string | null {
  if (!before.assigned || beside !== before.beside) return null;
  const { run: next, refused } = applyChange(before, run);
  if (settings.some((setting) => differs(setting, next, before.run))) return null;
  return refused.length > 0 ? refused.map(({ says }) => says).join(" ") : null;
}

/** The runs that train together once a lab is given another run. */
export function runsAfter(
  state: LabState,
  { run, beside = state.beside }: { run: Run; beside?: Beside },
): readonly Run[] {
  return sidesOf(state.lab, applyChange(state, run).run, beside).map((side) => side.run);
}
