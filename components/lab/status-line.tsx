"use client";
import { useState } from "react";
import { curveSentence } from "@/components/chart/loss-curves";
import { Progress } from "@/components/kit/progress";
import { Num } from "@/components/kit/reader-numbers";
import { Status } from "@/components/kit/status";
import { capital } from "@/components/kit/wording";
import { numberText } from "@/labs/arithmetic/number-text";
import { kindOf } from "@/labs/data/datasets";
import { heldSet } from "@/labs/data/sample";
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

/** Where the run is, how fast it goes, and what computes it: one line. */
export function StatusLine({ state, speed }: { state: LabState; speed: Speed }) {
  const { status } = state;
  const side = shownSide(state);
  const { run, passes, label } = side;
  const held = heldSet(run);
  const last = passes.at(-1);
  const opening = status === "running" && state.device === null;
  const left = timeLeft(state, speed);
  return (
    <div className={styles.status}>
      <dl>
        <div>
          <dt className="visually-hidden">
            {opening ? "Starting" : statusNames[status]}
            {label && ` · ${label}`}
          </dt>
          <dd>
            pass <b translate="no">{last?.pass ?? 0}</b> of {run.passes}
          </dd>
        </div>
        <div>
          <dt>
            train<span className="visually-hidden"> loss</span>
          </dt>
          <dd>
            <b className={styles.loss}>
              <Num>{numberText(last?.trainLoss ?? 0)}</Num>
            </b>
          </dd>
        </div>
        <div>
          <dt>
            {held}
            <span className="visually-hidden"> loss</span>
          </dt>
          <dd>
            <b className={styles.loss}>
              <Num>{numberText(last?.heldLoss ?? 0)}</Num>
            </b>
          </dd>
        </div>
        {kindOf(run) !== "number" && <HeldAccuracy side={side} />}
        <div className={styles.pace}>
          <dt className="visually-hidden">
            {left === null ? "Passes per second" : "Time left"}
          </dt>
          <dd>
            {left === null
              ? state.speed > 0 && <Num>{`${numberText(state.speed)}/s`}</Num>
              : `${left} left`}
          </dd>
        </div>
      </dl>
      <DeviceChip device={state.device} />
      {status !== "failed" && (
        <Progress
          className={styles.progress}
          value={doneShare(state)}
          aria-label="Passes trained"
        />
      )}
      <Status unseen>{announcement(state)}</Status>
    </div>
  );
}

/** The device that trains; it explains itself when it is asked, or another takes over. */
function DeviceChip({ device }: Pick<LabState, "device">) {
  const [told, setTold] = useState(device?.why);
  const [open, setOpen] = useState(false);
  if (told !== device?.why) {
    setTold(device?.why);
    setOpen(told !== undefined && device !== null);
  }
  return (
    <details
      className={styles.device}
      open={open}
      onToggle={({ currentTarget }) => setOpen(currentTarget.open)}
    >
      <summary>{device ? (device.kind === "cpu" ? "CPU" : "GPU") : "Device"}</summary>
      <p>
        {device ? (
          <>
            Trained by the <b>{device.kind === "cpu" ? "CPU" : `GPU (${device.name})`}</b>
            . {device.why}
          </>
        ) : (
          "The device is chosen, and explained here, when training starts."
        )}
      </p>
    </details>
  );
}

/** The share of the held examples that are named right, a few times a second. */
function HeldAccuracy({ side }: { side: Side }) {
  const { set, accuracy } = useClassAnswers(side);
  return (
    <div className={styles.accuracy}>
      <dt className="visually-hidden">{capital(set)} accuracy</dt>
      <dd>
        {Number.isFinite(accuracy) ? (
          <>
            <Num>{`${(100 * accuracy).toFixed(1)} %`}</Num> right
          </>
        ) : (
          "–"
        )}
      </dd>
    </div>
  );
}

/** For a screen reader: only that something begins or ends, not each pass. */
function announcement({ status, fault, sides }: LabState): string {
  if (status === "failed") return fault ?? "";
  if (status !== "done") return status === "idle" ? "" : `${statusNames[status]}.`;
  const curves = sides.map(({ label, passes, run }) =>
    `${label} ${curveSentence(passes, heldSet(run))}`.trim(),
  );
  return `Done. ${curves.join(" ")}`;
}

const passesLeft = ({ run, passes, ended }: Side) =>
  ended ? 0 : run.passes - (passes.at(-1)?.pass ?? 0);

/** The share of all passes of all sides that were trained: 0 to 1. */
export function doneShare({ sides }: LabState): number {
  const all = sides.reduce((sum, { run }) => sum + run.passes, 0);
  const trained = sides.reduce((sum, side) => sum + (side.passes.at(-1)?.pass ?? 0), 0);
  return trained / all;
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
