"use client";
import { lossText } from "@/labs/claim";
import { kindOf } from "@/labs/dataset";
import { inWords } from "./chart/curve";
import type { Speed } from "./gate";
import styles from "./lab.module.css";
import { type LabState, type Status, shownSide } from "./lab-state";
import { TestAccuracy } from "./test-accuracy";
import { doneShare, timeLeft } from "./time-left";

const statusNames: Record<Status, string> = {
  idle: "Ready",
  running: "Training",
  paused: "Paused",
  done: "Done",
  failed: "Stopped",
};

/** What a screen reader is told: only when something begins or ends, not at each pass. */
function announcement({ status, fault, sides }: LabState): string {
  if (status === "failed") return fault ?? "";
  if (status !== "done") return status === "idle" ? "" : `${statusNames[status]}.`;
  const curves = sides.map(({ label, passes }) => `${label} ${inWords(passes)}`.trim());
  return `Done. ${curves.join(" ")}`;
}

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
      <dl className={styles.numbers}>
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
          <dd>{lossText(last?.trainLoss ?? 0)}</dd>
        </div>
        <div>
          <dt>Test loss</dt>
          <dd>{lossText(last?.testLoss ?? 0)}</dd>
        </div>
        {kindOf(run) !== "number" && <TestAccuracy side={side} />}
        <div>
          <dt>{left === null ? "Passes per second" : "Time left"}</dt>
          <dd>{left ?? (state.speed > 0 ? lossText(state.speed) : "–")}</dd>
        </div>
      </dl>
      <progress max={1} value={doneShare(state)} aria-label="Passes trained" />
      <p className={styles.small}>
        {device ? (
          <>
            Trained by the <b>{device.kind === "cpu" ? "CPU" : `GPU (${device.name})`}</b>
            . {device.why}
          </>
        ) : (
          "The device is chosen, and explained here, when training starts."
        )}
      </p>
      {fault && <p className={styles.fault}>{fault}</p>}
      <p role="status" className="visually-hidden">
        {announcement(state)}
      </p>
    </div>
  );
}
