"use client";
import { useLayoutEffect, useReducer, useRef, useState } from "react";
import type { Run } from "@/labs/run";
import { missingFile } from "@/labs/sample";
import { labReducer, refusalOf, runsAfter, type SetEvent } from "./lab-reducer";
import { type LabState, type Start, startState } from "./lab-state";
import { provideFiles } from "./provide-file";
import type { Beside, Side } from "./sides";
import { createGate, type Speed } from "./train-sides";
import { useTraining } from "./use-training";

// A lab's state, and all that its buttons and views can do to it.

export function useLab(start: Start) {
  const [state, dispatch] = useReducer(labReducer, start, startState);
  const [speed, setSpeed] = useState<Speed>("full");
  const training = useTraining(dispatch);
  // Data may come after other changes.
  const latest = useRef(state);
  useLayoutEffect(() => {
    latest.current = state;
  }, [state]);
  /** Counts what waits for data. */
  const asked = useRef(0);

  /** What the lab has beside its run when nothing is swept. */
  const own: Beside = start.beside;

  const runsNow = () => state.sides.map(({ run }) => run);

  /** Does `then` once the data of `runs` are there; a later call goes before. */
  function whenProvided(runs: readonly Run[], then: () => void) {
    asked.current += 1;
    const call = asked.current;
    const files = runs.map(missingFile).filter((file) => file !== null);
    if (files.length === 0) return then();
    void provideFiles(files).then((problem) => {
      if (asked.current !== call) return;
      if (problem === null) then();
      else dispatch({ kind: "refused", says: problem });
    });
  }

  function set(event: SetEvent, after: (runs: readonly Run[]) => void = () => {}) {
    // What was trained is not lost over a change that cannot be.
    const says = refusalOf(state, event);
    if (says !== null) return dispatch({ kind: "refused", says });
    whenProvided(runsAfter(state, event), () => {
      training.leave();
      dispatch(event);
      after(runsAfter(latest.current, event));
    });
  }

  /** Trains from the start, whatever the lab was doing. */
  function trainAnew(run: Run, beside: Beside) {
    set({ kind: "set", run, beside }, (runs) => {
      dispatch({ kind: "running" });
      training.begin(createGate(speed), runs);
    });
  }

  return {
    state,
    speed,
    setSpeed(speed: Speed) {
      setSpeed(speed);
      training.gate()?.setSpeed(speed);
    },
    train() {
      if (training.hasEnded()) return;
      dispatch({ kind: "running" });
      const gate = training.gate();
      if (gate) gate.open();
      else training.begin(createGate(speed), runsNow());
    },
    step() {
      if (training.hasEnded()) return;
      const under = training.gate();
      const gate = under ?? createGate(speed);
      gate.step();
      dispatch({ kind: "paused" });
      if (!under) training.begin(gate, runsNow());
    },
    pause() {
      if (training.hasEnded()) return;
      training.gate()?.close();
      dispatch({ kind: "paused" });
    },
    reset() {
      training.leave();
      dispatch({ kind: "reset" });
    },
    /** Changes the run, and goes back to its start. */
    set: (run: Run) => set({ kind: "set", run }),
    /** Chooses which of the sides the views show. */
    show(side: number) {
      dispatch({ kind: "show", side });
    },
    /** Trains a run from its start, beside what trains with it now. */
    trainAnew: (run: Run) => trainAnew(run, state.beside),
    /** Trains the lab's run with something else beside it. */
    trainBeside: (beside: Beside) => trainAnew(state.run, beside),
    /** Back to what the lab itself trains. */
    endSweep: () => set({ kind: "set", run: state.run, beside: own }),
    /** Trains a run with what the lab itself has beside it, or alone. */
    trainClaim: (run: Run) => trainAnew(run, own),
  };
}

/** What the buttons and views of a lab can do to it. */
export type LabControls = ReturnType<typeof useLab>;

/** What every view of a lab is given; `side` is the one of `state.sides` to show. */
export type ViewProps = { state: LabState; side: Side; controls: LabControls };
