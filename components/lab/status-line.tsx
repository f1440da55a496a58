"use client";
import { lossText } from "@/labs/claim";
import { inWords } from "./curve";
import styles from "./lab.module.css";
import type { LabState, Status } from "./lab-state";

const statusNames: Record<Status, string> = {
  idle: "Ready",
  running: "Training",
  paused: "Paused",
  done: "Done",
  failed: "Stopped",
};

/** What a screen reader is told: only when something begins or ends, not at each pass. */
function announcement({ status, fault, passes }: LabState): string {
  if (status === "failed") return fault ?? "";
  if (status === "done") return `Done. ${inWords(passes)}`;
  return status === "idle" ? "" : `${statusNames[status]}.`;
}

/** Where the run is, how fast it goes, and what computes it. */
export function StatusLine({ state }: { state: LabState }) {
  const { status, passes, run, device, speed, fault } = state;
  const last = passes.at(-1);
  const opening = status === "running" && device === null;
  return (
    <div className={styles.status}>
      <dl className={styles.numbers}>
        <div>
          <dt>{opening ? "Starting" : statusNames[status]}</dt>
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
        <div>
          <dt>Passes per second</dt>
          <dd>{speed > 0 ? lossText(speed) : "–"}</dd>
        </div>
      </dl>
      <progress max={run.passes} value={last?.pass ?? 0} aria-label="Passes trained" />
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
