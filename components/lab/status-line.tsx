"use client";
import { curveSentence } from "@/components/chart/loss-curves";
import { Small } from "@/components/kit/layout";
import { Progress } from "@/components/kit/progress";
import { Problem, Status } from "@/components/kit/status";
import { numberText } from "@/labs/arithmetic/number-text";
import { kindOf } from "@/labs/data/datasets";
import styles from "./status-line.module.css";
import { useClassAnswers } from "./training/class-answers";
import { type LabState, type RunStatus, shownSide } from "./training/lab-state";
import type { Side } from "./training/side";
import { beats, type Speed } from "./training/train-sides";

const statusNames: Record<RunStatus, string> = {
  idle: "Ready",
  running: "Training",
  paused: "Paused",
  done: "Done",
  failed: "Stopped",
};

/** Where the run is, how fast it goes, and what computes it. */
export function StatusLine({ state, speed }: { state: LabState; speed: Speed }) {
  const { status, device, fault } = state;
  const side = shownSide(state);
  const { run, passes, label } = side;
  const last = passes.at(-1);
  const opening = status === "running" && device === null;
  const left = timeLeft(state, speed);
  return (
    <div className={styles.status}>
      <dl>
        <div>
          <dt>
            {opening ? "Starting" : statusNames[status]}
            {label && ` · ${label}`}
          </dt>
          <dd>
            pass {last?.pass ?? 0} of {run.passes}
          </dd>
        </div>
        <div>
          <dt>Train loss</dt>
          <dd>{numberText(last?.trainLoss ?? 0)}</dd>
        </div>
        <div>
          <dt>Test loss</dt>
          <dd>{numberText(last?.testLoss ?? 0)}</dd>
        </div>
        {kindOf(run) !== "number" && <TestAccuracy side={side} />}
        <div>
          <dt>{left === null ? "Passes per second" : "Time left"}</dt>
          <dd>{left ?? (state.speed > 0 ? numberText(state.speed) : "–")}</dd>
        </div>
      </dl>
      <Progress value={doneShare(state)} aria-label="Passes trained" />
      <Small>
        {device ? (
          <>
            Trained by the <b>{device.kind === "cpu" ? "CPU" : `GPU (${device.name})`}</b>
            . {device.why}
          </>
        ) : (
          "The device is chosen, and explained here, when training starts."
        )}
      </Small>
      {fault && <Problem>{fault}</Problem>}
      <Status unseen>{announcement(state)}</Status>
    </div>
  );
}

/** The share of the test examples that are named right, a few times a second. */
function TestAccuracy({ side }: { side: Side }) {
  const { accuracy } = useClassAnswers(side);
  return (
    <div>
      <dt>Test accuracy</dt>
      <dd>{Number.isFinite(accuracy) ? `${(100 * accuracy).toFixed(1)} %` : "–"}</dd>
    </div>
  );
}

/** For a screen reader: only that something begins or ends, not each pass. */
function announcement({ status, fault, sides }: LabState): string {
  if (status === "failed") return fault ?? "";
  if (status !== "done") return status === "idle" ? "" : `${statusNames[status]}.`;
  const curves = sides.map(({ label, passes }) =>
    `${label} ${curveSentence(passes)}`.trim(),
  );
  return `Done. ${curves.join(" ")}`;
}

const passesLeft = ({ run, passes, ended }: Side) =>
  ended ? 0 : run.passes - (passes.at(-1)?.pass ?? 0);

/** The share of all passes of all sides that are trained: 0 to 1. */
export function doneShare({ sides }: LabState): number {
  const all = sides.reduce((sum, { run }) => sum + run.passes, 0);
  const left = sides.reduce((sum, side) => sum + passesLeft(side), 0);
  return 1 - left / all;
}

/** The time that is left, in words; null where nobody would wait for it. */
export function timeLeft(state: LabState, speed: Speed): string | null {
  const { status, sides } = state;
  if (status !== "running") return null;
  const left = sides.map(passesLeft);
  const seconds =
    speed === "full"
      ? left.reduce((sum, passes) => sum + passes, 0) / state.speed
      : (Math.max(...left) * beats[speed]) / 1000;
  return Number.isFinite(seconds) && seconds >= 2 ? durationText(seconds) : null;
}

function durationText(seconds: number): string {
  if (seconds < 60) return `${Math.ceil(seconds)} s`;
  const minutes = Math.ceil(seconds / 60);
  if (minutes < 60) return `${minutes} min`;
  return `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}
