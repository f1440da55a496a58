"use client";
import { Button } from "@/components/kit/button";
import { Choice } from "@/components/kit/choice";
import { Row } from "@/components/kit/layout";
import { fields, type Run } from "@/labs/run/run";
import { Locked } from "./controls/locked";
import { NumberField } from "./controls/number-field";
import styles from "./run-buttons.module.css";
import { lockOf } from "./training/lab-state";
import { speeds } from "./training/train-sides";
import type { LabControls } from "./training/use-lab";

/** Train, Pause, Step, Reset, New seed; how fast, and for how many passes. */
export function RunButtons({ controls }: { controls: LabControls }) {
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
    <Row role="group" aria-label="Training">
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
      {lockOf(assigned, "seed") === null && <Button onClick={newSeed}>New seed</Button>}
      <Choice
        label="Speed"
        value={speed}
        named={speeds}
        onChoose={controls.setSpeed}
        inline
      />
      <Locked why={lockOf(assigned, "passes")}>
        <NumberField
          field={fields.passes}
          value={run.passes}
          idle={null}
          className={styles.passes}
          inline
          onChange={setPasses}
        />
      </Locked>
    </Row>
  );
}
