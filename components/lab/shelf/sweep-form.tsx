"use client";
import { useId, useState } from "react";
import { fields, type Run } from "@/labs/run";
import styles from "../lab.module.css";
import { lockOf } from "../training/lab-state";
import type { LabControls } from "../training/use-lab";
import { suggestedValues, sweepable, sweepFrom } from "./sweep";

/** Trains the lab's run once for each of several values of one setting. */
export function SweepForm({ controls }: { controls: LabControls }) {
  const id = useId();
  const { run, beside, assigned } = controls.state;
  const settings = sweepable(run).filter((one) => lockOf(assigned, one) === null);
  const [chosen, setChosen] = useState<keyof Run>("rate");
  const setting = settings.includes(chosen) ? chosen : (settings[0] ?? chosen);
  const [typed, setTyped] = useState<string | null>(null);
  const [problem, setProblem] = useState("");
  const text = typed ?? suggestedValues(setting, run);
  const swept = beside.kind === "sweep";
  if (settings.length === 0) {
    return <p className={styles.small}>Every setting is locked: nothing can be swept.</p>;
  }

  function train(event: React.FormEvent) {
    event.preventDefault();
    const read = sweepFrom(setting, text, run);
    setProblem("problem" in read ? read.problem : "");
    if ("sweep" in read) controls.trainBeside(read.sweep);
  }

  return (
    <form className={styles.row} onSubmit={train} aria-label="Sweep">
      <label htmlFor={`${id}-setting`}>Sweep</label>
      <select
        id={`${id}-setting`}
        value={setting}
        onChange={({ target }) => {
          const picked = settings.find((one) => one === target.value);
          if (picked) setChosen(picked);
          setTyped(null);
        }}
      >
        {settings.map((one) => (
          <option key={one} value={one}>
            {fields[one].label}
          </option>
        ))}
      </select>
      <label htmlFor={`${id}-values`}>over</label>
      <input
        id={`${id}-values`}
        value={text}
        maxLength={500}
        autoComplete="off"
        aria-invalid={problem !== ""}
        aria-describedby={`${id}-problem`}
        onChange={({ target }) => setTyped(target.value)}
      />
      <button type="submit">Train them all</button>
      {swept && (
        <button type="button" onClick={() => controls.endSweep()}>
          End the sweep
        </button>
      )}
      <p id={`${id}-problem`} role="status" className={problem ? styles.fault : ""}>
        {problem}
      </p>
    </form>
  );
}
