"use client";
// A lab's state tied to an engine: the one place where a component trains.
import { useEffect, useReducer, useRef, useState } from "react";
import type { Engine } from "@/labs/engine/engine";
import type { Run } from "@/labs/run";
import { missingFile } from "@/labs/sample";
import { type Beside, sidesOf } from "./beside";
import { createEngineHolder } from "./engine-holder";
import { createGate, type Gate, type Speed } from "./gate";
import { type LabEvent, labAfter, type SetEvent } from "./lab-after";
import { type LabState, type Start, startState } from "./lab-state";
import { provideFiles } from "./provide-file";
import { trainSides } from "./train-sides";

/** One training in progress, and how to leave it. */
type Training = { gate: Gate; stop: AbortController };

/** Trains `runs` to their end or until they are left, and tells each event. Never throws. */
async function follow(
  runs: readonly Run[],
  { gate, stop }: Training,
  open: () => Promise<Engine>,
  tell: (event: LabEvent) => void,
) {
  try {
    const engine = await open();
    if (stop.signal.aborted) return;
    tell({ kind: "opened", device: engine.device });
    await trainSides(runs, engine, stop.signal, gate.pace, tell);
    tell({ kind: "done" });
  } catch (error) {
    tell({ kind: "failed", why: error instanceof Error ? error.message : String(error) });
  }
}

export function useLab(start: Start) {
  const [state, dispatch] = useReducer(labAfter, start, startState);
  const [speed, setSpeed] = useState<Speed>("full");
  const training = useRef<Training | null>(null);
  // A click may come after the run's end and before its buttons are drawn again.
  const ended = useRef(false);
  /** Counts what waits for data. */
  const asked = useRef(0);
  const holder = useRef<ReturnType<typeof createEngineHolder> | null>(null);

  function leave() {
    training.current?.stop.abort();
    training.current?.gate.open();
    training.current = null;
    ended.current = false;
    holder.current?.rest();
  }

  function begin(gate: Gate, runs: readonly Run[]) {
    const started: Training = { gate, stop: new AbortController() };
    training.current = started;
    holder.current ??= createEngineHolder();
    const { open, rest, close } = holder.current;
    const tell = (event: LabEvent) => {
      if (training.current !== started) return;
      if (event.kind === "failed" || event.kind === "done") {
        training.current = null;
        ended.current = true;
        rest();
      }
      // A device that broke is not used again.
      if (event.kind === "failed") close();
      dispatch(event);
    };
    const wish = runs[0]?.device ?? "auto";
    void follow(runs, started, () => open(wish), tell);
  }

  /** What the lab has beside its run when nothing is swept. */
  const own: Beside = start.beside;

  const runsNow = () => state.sides.map(({ run }) => run);

  useEffect(
    () => () => {
      leave();
      holder.current?.close();
      holder.current = null;
    },
    [],
  );

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

  function set(event: SetEvent, after: (next: LabState) => void = () => {}) {
    const { run, beside = state.beside } = event;
    const runs = sidesOf(state.lab, run, beside).map((side) => side.run);
    whenProvided(runs, () => {
      leave();
      dispatch(event);
      after(labAfter(state, event));
    });
  }

  /** Trains from the start, whatever the lab was doing. */
  function trainAnew(run: Run, beside: Beside) {
    set({ kind: "set", run, beside }, ({ sides }) => {
      dispatch({ kind: "running" });
      begin(
        createGate(speed),
        sides.map((side) => side.run),
      );
    });
  }

  return {
    state,
    speed,
    setSpeed(speed: Speed) {
      setSpeed(speed);
      training.current?.gate.setSpeed(speed);
    },
    train() {
      if (ended.current) return;
      dispatch({ kind: "running" });
      if (training.current) training.current.gate.open();
      else begin(createGate(speed), runsNow());
    },
    step() {
      if (ended.current) return;
      const gate = training.current?.gate ?? createGate(speed);
      gate.step();
      dispatch({ kind: "paused" });
      if (!training.current) begin(gate, runsNow());
    },
    pause() {
      if (ended.current) return;
      training.current?.gate.close();
      dispatch({ kind: "paused" });
    },
    reset() {
      leave();
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

export type LabControls = ReturnType<typeof useLab>;
