"use client";
import { Button } from "@/components/kit/button";
import { Choice } from "@/components/kit/choice";
import { fields, type Run } from "@/labs/run/run";
import { Locked } from "./controls/locked";
import { NumberField } from "./controls/number-field";
import styles from "./run-buttons.module.css";
import { lockOf } from "./training/lab-state";
import { speeds } from "./training/train-sides";
import type { LabControls } from "./training/use-lab";

type Props = { controls: LabControls };

/** Train, or Pause, Step and Reset. */
export function RunButtons({ controls }: Props) {
  const { status, run } = controls.state;
  const ended = status === "done" || status === "failed";
  const running = status === "running";
  const again = () => controls.trainAnew(run);
  return (
    <div className={styles.buttons} role="group" aria-label="Training">
      <Button
        look="primary"
        className={styles.train}
        onPointerEnter={controls.warm}
        onPointerDown={controls.warm}
        onFocus={controls.warm}
        onClick={running ? controls.pause : ended ? again : controls.train}
      >
        {running ? "Pause" : ended ? "Train again" : "Train"}
      </Button>
      <Button inactive={running || ended} onClick={controls.step}>
        Step
      </Button>
      <Button onClick={controls.reset}>Reset</Button>
    </div>
  );
}

/** The seed, how fast, and for how many passes. */
export function RunSettings({ controls }: Props) {
  const { state, speed, set } = controls;
  const { run, assigned } = state;
  const seedLock = lockOf(assigned, "seed");
  const newSeed = () => {
    // A short seed is easier to read aloud; the field allows any 32-bit number.
    const seed = fields.seed.parse(String(1 + Math.floor(9999 * Math.random())));
    if (seed !== null) set({ ...run, seed });
  };
  const setSeed = (seed: Run["seed"]) => set({ ...run, seed });
  const setPasses = (passes: Run["passes"]) => set({ ...run, passes });
  return (
    <div className={styles.settings} role="group" aria-label="Pace">
      <Locked why={seedLock}>
        <NumberField
          field={fields.seed}
          value={run.seed}
          idle={null}
          className={styles.number}
          inline
          onChange={setSeed}
        />
      </Locked>
      {seedLock === null && (
        <Button className={styles.sign} title="New seed" onClick={newSeed}>
          <span aria-hidden="true">⟳</span>
          <span className="visually-hidden">New seed</span>
        </Button>
      )}
      <Locked why={lockOf(assigned, "passes")}>
        <NumberField
          field={fields.passes}
          value={run.passes}
          idle={null}
          className={styles.number}
          inline
          onChange={setPasses}
        />
      </Locked>
      {seedLock === null && (
        <Button title="Train five seeds side by side" onClick={controls.fiveSeeds}>
          5 seeds
        </Button>
      )}
      <Choice
        label={<span className="visually-hidden">Speed</span>}
        value={speed}
        named={speeds}
        onChoose={controls.setSpeed}
        inline
      />
    </div>
  );
}
