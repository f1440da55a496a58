"use client";
// A lab's state, and all that its buttons and views can do to it.
import { useEffect, useEffectEvent, useReducer, useState } from "react";
import { missingFile } from "@/labs/data/sample";
import { differs, type Run } from "@/labs/run/run";
import { keepHeld } from "./held-store";
import { labReducer, refusalOf, runsAfter, type SetEvent } from "./lab-reducer";
import { type LabState, latestPass, lockOf, type Start, startState } from "./lab-state";
import { createLabTraining } from "./lab-training";
import { provideFiles } from "./provide-file";
import { type Beside, fiveSeeds, type Side } from "./side";
import { createGate, type Speed } from "./train-sides";
import { useReplay } from "./use-replay";

/** The state of a lab on its own, from `start` on, and the ways to change it. */
export function useLab(start: Start) {
  const [state, dispatch] = useReducer(labReducer, start, startState);
  const [speed, setSpeed] = useState<Speed>("full");
  const [training] = useState(() => createLabTraining(dispatch));
  useEffect(() => training.close, [training]);

  useReplay(state, dispatch);

  const { lab, verdicts } = state;
  useEffect(() => keepHeld(lab.id, verdicts), [lab, verdicts]);

  function apply({ event, trains }: Change) {
    training.leave();
    dispatch(event);
    if (!trains) return;
    dispatch({ kind: "running" });
    training.begin(createGate(speed), runsAfter(state, event));
  }

  // Data may come after other changes, and a later change goes before one that waits.
  const [waiting, setWaiting] = useState<(Change & { files: readonly string[] }) | null>(
    null,
  );
  const applyLate = useEffectEvent(apply);
  useEffect(() => {
    if (!waiting) return;
    let left = false;
    void provideFiles(waiting.files).then((problem) => {
      if (left) return;
      setWaiting(null);
      if (problem === null) applyLate(waiting);
      else dispatch({ kind: "refused", says: problem });
    });
    return () => {
      left = true;
    };
  }, [waiting]);

  function change(event: SetEvent, trains = false) {
    // The training so far is not lost over a change that cannot be.
    const says = refusalOf(state, event);
    if (says !== null) return dispatch({ kind: "refused", says });
    const missing = runsAfter(state, event).map(missingFile);
    const files = missing.filter((file) => file !== null);
    setWaiting(files.length > 0 ? { event, trains, files } : null);
    if (files.length === 0) apply({ event, trains });
  }

  /** Trains from the start, whatever the lab was doing. */
  const trainAnew = (run: Run, beside: Beside) =>
    change({ kind: "set", run, beside }, true);

  /** The training under way at its gate, or a new one of what the lab shows. */
  function underGate(act: (gate: ReturnType<typeof createGate>) => void) {
    const under = training.gate();
    const gate = under ?? createGate(speed);
    act(gate);
    if (!under) {
      training.begin(
        gate,
        state.sides.map(({ run }) => run),
      );
    }
  }

  /** Leads the views back to the latest pass, so that all trained next is seen. */
  function seeLatest() {
    if (state.at !== null && state.at <= latestPass(state)) {
      dispatch({ kind: "travel", pass: null });
    }
  }

  function train() {
    if (training.hasEnded()) return;
    seeLatest();
    dispatch({ kind: "running" });
    underGate((gate) => gate.open());
  }

  const begin = useEffectEvent(train);
  useEffect(() => {
    if (typeof start.at === "number") begin();
  }, [start.at]);

  /** Tells beside which runs the lab's run is trained once it is another. */
  function besideOf(run: Run) {
    const { beside, run: before } = state;
    const swept = beside.kind === "sweep" && differs(beside.setting, run, before);
    return swept ? start.beside : beside;
  }

  return {
    state,
    speed,
    setSpeed(speed: Speed) {
      setSpeed(speed);
      training.gate()?.setSpeed(speed);
    },
    train,
    /** Makes ready for a click on Train that is likely to come. */
    warm: () => training.warm(state.run.device),
    step() {
      if (training.hasEnded()) return;
      seeLatest();
      dispatch({ kind: "paused" });
      underGate((gate) => gate.step());
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
    /** Changes the run, and goes back to its start; while one trains, the next does. */
    set: (run: Run) =>
      change({ kind: "set", run, beside: besideOf(run) }, state.status === "running"),
    /** Chooses which of the sides the views show. */
    show(side: number) {
      dispatch({ kind: "show", side });
    },
    /** Lets all views show a pass; null for the latest, whichever that is. */
    travel(pass: number | null) {
      dispatch({ kind: "travel", pass });
    },
    /** Trains a run from its start, beside what trains with it now. */
    trainAnew: (run: Run) => trainAnew(run, state.beside),
    /** Trains the lab's run with something else beside it. */
    trainBeside: (beside: Beside) => trainAnew(state.run, beside),
    /** Trains the lab's run at its own seed and at four others, side by side. */
    fiveSeeds() {
      const locked = lockOf(state.assigned, "seed");
      if (locked !== null)
        dispatch({ kind: "refused", says: `The seed is as it is. ${locked}.` });
      else trainAnew(state.run, fiveSeeds(state.run));
    },
    /** Back to what the lab itself has beside its run. */
    endSweep: () => change({ kind: "set", run: state.run, beside: start.beside }),
    /** Trains a run with what the lab itself has beside it, or alone. */
    trainClaim: (run: Run) => trainAnew(run, start.beside),
  };
}

/** A change of the run, and whether the new one is trained at once. */
type Change = { event: SetEvent; trains: boolean };

/** All that the buttons and views of a lab can do to it. */
export type LabControls = ReturnType<typeof useLab>;

/** Given to every view of a lab; `side` is the one of `state.sides` to show. */
export type ViewProps = { state: LabState; side: Side; controls: LabControls };
