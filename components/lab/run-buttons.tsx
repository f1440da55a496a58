"use client";
import { fields, type Run } from "@/labs/run";
import styles from "./lab.module.css";
import type { LabControls } from "./use-lab";

type Props = { controls: LabControls; onSet(run: Run): void };

/** Train, Pause, Step, Reset, New seed. */
export function RunButtons({ controls, onSet }: Props) {
  const { state } = controls;
  const { status, run } = state;
  const ended = status === "done" || status === "failed";
  const running = status === "running";
  const newSeed = () => {
    // A short seed is easier to read aloud; the field allows any 32-bit number.
    const seed = fields.seed.parse(String(1 + Math.floor(9999 * Math.random())));
    if (seed !== null) onSet({ ...run, seed });
  };
  return (
    <div className={styles.buttons} role="group" aria-label="Training">
      <button
        type="button"
        className={styles.primary}
        onClick={
          running
            ? controls.pause
            : ended
              ? () => controls.trainAnew(run)
              : controls.train
        }
      >
        {running ? "Pause" : ended ? "Train again" : "Train"}
      </button>
      <button
        type="button"
        aria-disabled={running || ended}
        onClick={() => !running && !ended && controls.step()}
      >
        Step
      </button>
      <button type="button" onClick={controls.reset}>
        Reset
      </button>
      <button type="button" onClick={newSeed}>
        New seed
      </button>
    </div>
  );
}
