"use client";
import { Button } from "@/components/kit/button";
import { Disclosure } from "@/components/kit/disclosure";
import { Small, Stack } from "@/components/kit/layout";
import { Status } from "@/components/kit/status";
import type { Side } from "@/components/lab/training/side";
import type { ViewProps } from "@/components/lab/training/use-lab";
import { cellAt, type GridCell, placeName } from "@/labs/hand/grid";
import type { PassRecord } from "@/labs/hand/pass-record";
import {
  exactText,
  gridOf,
  type Step,
  shortText,
  usersOf,
  workingOf,
} from "@/labs/hand/step";
import { BlankForm } from "./blank-form";
import { Equations } from "./equations";
import styles from "./hand-view.module.css";
import { SmallNetwork } from "./small-network";
import { StepBar, StepList } from "./step-navigation";
import { TypedNumbers } from "./typed-numbers";
import { useHand } from "./use-hand";

/** Arrow keys step, but where they already mean something. */
const takesArrows = "input:not([type=checkbox]), select, textarea, [data-cell]";

/** One pass by hand: every number of a small network's pass, step by step. */
export function HandView({ state, side, controls }: ViewProps) {
  const { run } = side;
  const hand = useHand(run);
  const { step, record, at, open, blank, chosen } = hand;

  if (!step || !record) {
    const small = { ...state.lab.start, device: run.device };
    return (
      <Stack role="group" aria-label="One pass by hand">
        <p>{hand.why}</p>
        <p>
          <Button onClick={() => controls.set(small)}>Go back to 2-2-1</Button>
        </p>
      </Stack>
    );
  }

  function move(event: React.KeyboardEvent) {
    const way = event.key === "ArrowRight" ? 1 : event.key === "ArrowLeft" ? -1 : 0;
    const used = event.target instanceof Element && event.target.closest(takesArrows);
    if (way === 0 || used || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    hand.go(at + way);
  }

  return (
    <Stack role="group" aria-label="One pass by hand" onKeyDown={move}>
      <StepBar hand={hand} />
      <StepList hand={hand} />
      <div className={styles.heading}>
        <div>
          <Status className={styles.title}>
            <Small as="span">
              Step {at + 1} of {hand.steps.length}
            </Small>{" "}
            <b>{step.title}</b>
          </Status>
          <p>{step.says}</p>
          <p className={styles.formula}>{step.formula}</p>
        </div>
        <SmallNetwork
          record={record}
          inputs={hand.inputs}
          step={step}
          chosen={open ? chosen : null}
        />
      </div>
      <Equations
        key={step.id}
        step={step}
        open={open}
        blank={blank}
        chosen={chosen}
        onChoose={hand.choose}
      />
      {open || !blank ? (
        <WorkingLine step={step} chosen={chosen} />
      ) : (
        <BlankForm
          key={`blank ${step.id}`}
          step={step}
          blank={blank}
          onSolved={hand.solve}
        />
      )}
      {step.phase === "after" && <EngineCheck record={record} side={side} />}
      <Disclosure summary="Type in weights and points">
        <TypedNumbers run={run} start={state.lab.start} onSet={controls.set} />
      </Disclosure>
    </Stack>
  );
}

/** The working behind the chosen number, in numbers. */
function WorkingLine({ step, chosen }: { step: Step; chosen: GridCell | null }) {
  const grid = chosen && gridOf(step, chosen.grid);
  if (!grid) {
    return (
      <Small className={styles.working} aria-live="polite">
        Choose a number to see exactly what it is and where it goes.
      </Small>
    );
  }
  const value = cellAt(grid, chosen.row, chosen.column);
  const place = placeName(grid, chosen.row, chosen.column);
  const short = workingOf(step, chosen, shortText);
  const whole = workingOf(step, chosen, exactText);
  const same =
    short?.expression === whole?.expression && shortText(value) === exactText(value);
  const users = short ? [] : usersOf(step, chosen);
  return (
    <div className={styles.working} aria-live="polite">
      <p>
        <b>
          {grid.symbol}
          {place ? ` of ${place}` : ""}
        </b>
        {short?.because && `, since ${short.because}:`}{" "}
        {short ? (
          <span className={styles.sum}>
            = {short.expression} {same ? "=" : "≈"} {shortText(value)}
          </span>
        ) : (
          `is ${shortText(value)}.${users.length > 0 ? ` It goes into the ${users.length === 1 ? "number" : `${users.length} numbers`} marked.` : ""}`
        )}
      </p>
      <Small>
        {short ? "The numbers it is made of are marked. " : ""}
        Exactly: {exactText(value)}
      </Small>
    </div>
  );
}

/** Whether the engine, on whatever device, came to the weights of the steps. */
function EngineCheck({ record, side }: { record: PassRecord; side: Side }) {
  const { pass, weights } = record;
  const trained = side.trail.find((moment) => moment.pass === pass);
  const off = trained?.weights.reduce(
    (most, weight, at) => Math.max(most, Math.abs(weight - weights[at]!)),
    0,
  );
  return (
    <p className={styles.engine}>
      {off === undefined
        ? `Train the run, and the weights of its engine after pass ${pass} are compared with these.`
        : off === 0
          ? `The engine has trained pass ${pass} as well, and came to the very same weights.`
          : `The engine has trained pass ${pass} as well; its weights differ from these by at most ${shortText(off)}.`}
    </p>
  );
}
