"use client";
// One pass by hand: every number of a small network's pass, step by step.
import lab from "../lab.module.css";
import type { ViewProps } from "../training/use-lab";
import { BlankForm } from "./blank-form";
import { EngineCheck } from "./engine-check";
import { Equations } from "./equations";
import styles from "./hand.module.css";
import { SmallNetwork } from "./small-network";
import { StepBar } from "./step-bar";
import { StepList } from "./step-list";
import { TypedNumbers } from "./typed-numbers";
import { useHand } from "./use-hand";
import { WorkingLine } from "./working-line";

/** Arrow keys step, but where they already mean something. */
const takesArrows = "input:not([type=checkbox]), select, textarea, [data-cell]";

export function HandView({ state, side, controls }: ViewProps) {
  const { run } = side;
  const hand = useHand(run);
  const { step, record, at, open, blank, chosen } = hand;

  if (!step || !record) {
    const small = { ...state.lab.start, device: run.device };
    return (
      <div className={styles.hand} role="group" aria-label="One pass by hand">
        <p>{hand.why}</p>
        <p>
          <button type="button" onClick={() => controls.set(small)}>
            Go back to 2-2-1
          </button>
        </p>
      </div>
    );
  }

  function move(event: React.KeyboardEvent) {
    const way = event.key === "ArrowRight" ? 1 : event.key === "ArrowLeft" ? -1 : 0;
    const taken = event.target instanceof Element && event.target.closest(takesArrows);
    if (way === 0 || taken || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    hand.go(at + way);
  }

  return (
    <div className={styles.hand} role="group" aria-label="One pass by hand">
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the buttons inside do the same */}
      <div className={styles.steps} onKeyDown={move}>
        <StepBar hand={hand} />
        <StepList hand={hand} />
        <div className={styles.heading}>
          <div>
            <p role="status" className={styles.title}>
              <span className={lab.small}>
                Step {at + 1} of {hand.steps.length}
              </span>{" "}
              <b>{step.title}</b>
            </p>
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
      </div>
      <details className={lab.more}>
        <summary>Type in weights and points</summary>
        <TypedNumbers run={run} start={state.lab.start} onSet={controls.set} />
      </details>
    </div>
  );
}
