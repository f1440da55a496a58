"use client";
import { type FormEvent, useId, useState } from "react";
import { Button } from "@/components/kit/button";
import { Choice } from "@/components/kit/choice";
import { Row, Small } from "@/components/kit/layout";
import { Problem } from "@/components/kit/status";
import { fields, type Run } from "@/labs/run/run";
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
  if (settings.length === 0) {
    return <Small>Every setting is locked: nothing can be swept.</Small>;
  }
  const text = typed ?? suggestedValues(setting, run);

  function train(event: FormEvent) {
    event.preventDefault();
    const read = sweepFrom(setting, text, run);
    setProblem("problem" in read ? read.problem : "");
    if ("sweep" in read) controls.trainBeside(read.sweep);
  }
  function choose(name: string) {
    const picked = settings.find((one) => one === name);
    if (picked) setChosen(picked);
    setTyped(null);
  }

  return (
    <Row as="form" onSubmit={train} aria-label="Sweep">
      <Choice
        label="Sweep"
        value={String(setting)}
        named={Object.fromEntries(settings.map((one) => [one, fields[one].label]))}
        onChoose={choose}
        inline
      />
      <label htmlFor={id}>over</label>
      <input
        id={id}
        value={text}
        maxLength={500}
        autoComplete="off"
        aria-invalid={problem !== ""}
        aria-describedby={`${id}-problem`}
        onChange={({ target }) => setTyped(target.value)}
      />
      <Button type="submit">Train them all</Button>
      {beside.kind === "sweep" && (
        <Button onClick={controls.endSweep}>End the sweep</Button>
      )}
      <Problem id={`${id}-problem`} role="status">
        {problem}
      </Problem>
    </Row>
  );
}
