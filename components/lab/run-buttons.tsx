"use client";
import { useId } from "react";
import { fields, type Run } from "@/labs/run";
import { Locked } from "./controls/locked";
import { TypedNumber } from "./controls/number-field";
import styles from "./lab.module.css";
import { lockOf } from "./training/lab-state";
import { type Speed, speeds } from "./training/train-sides";
import type { LabControls } from "./training/use-lab";

const isSpeed = (text: string): text is Speed => Object.hasOwn(speeds, text);

/** Train, Pause, Step, Reset, New seed; how fast, and for how many passes. */
export function RunButtons({ controls }: { controls: LabControls }) {
  const id = useId();
  const { state, speed, set } = controls;
  const { status, run, assigned } = state;
  const ended = status === "done" || status === "failed";
  const running = status === "running";
  const newSeed = () => {
    // A short seed is easier to read aloud; the field allows any 32-bit number.
    const seed = fields.seed.parse(String(1 + Math.floor(9999 * Math.random())));
    if (seed !== null) set({ ...run, seed });
  };
  const setPasses = (passes: Run["passes"]) => set({ ...run, passes });
  const again = () => controls.trainAnew(run);
  return (
    <div className={styles.buttons} role="group" aria-label="Training">
      <button
        type="button"
        className={styles.primary}
        onClick={running ? controls.pause : ended ? again : controls.train}
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
      {lockOf(assigned, "seed") === null && (
        <button type="button" onClick={newSeed}>
          New seed
        </button>
      )}
      <div className={styles.pace}>
        <label htmlFor={id}>Speed</label>
        <select
          id={id}
          value={speed}
          onChange={({ target }) =>
            isSpeed(target.value) && controls.setSpeed(target.value)
          }
        >
          {Object.entries(speeds).map(([value, label]) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
      </div>
      <div className={styles.pace}>
        <Locked why={lockOf(assigned, "passes")}>
          <TypedNumber
            field={fields.passes}
            value={run.passes}
            idle={null}
            onChange={setPasses}
          />
        </Locked>
      </div>
    </div>
  );
}
