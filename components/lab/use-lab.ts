"use client";
// A lab's state tied to an engine: the one place where a component trains.
import { useEffect, useReducer, useRef } from "react";
import { divergence, type Engine } from "@/labs/engine/engine";
import type { Lab } from "@/labs/lab";
import type { Refusal } from "@/labs/link";
import type { Run } from "@/labs/run";
import { createEngineHolder } from "./engine-holder";
import { createGate, type Gate } from "./gate";
import { type LabEvent, labAfter, startState } from "./lab-state";

/** One training in progress, and how to leave it. */
type Training = { gate: Gate; stop: AbortController };

/** Trains `run` to its end or until it is left, and tells each event. Never throws. */
async function follow(
  run: Run,
  training: Training,
  open: () => Promise<Engine>,
  tell: (event: LabEvent) => void,
) {
  const { gate, stop } = training;
  try {
    const engine = await open();
    if (stop.signal.aborted) return;
    tell({ kind: "opened", device: engine.device });
    let asked = 0;
    let speed = 0;
    const pace = async () => {
      const most = await gate.pace();
      asked = performance.now();
      return most;
    };
    for await (const progress of engine.train(run, stop.signal, pace)) {
      const taken = Math.max(performance.now() - asked, 1);
      const latest = (1000 * progress.passes.length) / taken;
      speed = speed === 0 ? latest : 0.8 * speed + 0.2 * latest;
      tell({ kind: "progress", progress, speed });
    }
    tell({ kind: "done" });
  } catch (error) {
    const { name, message } = error instanceof Error ? error : new Error(String(error));
    tell({ kind: "failed", why: message, diverged: name === divergence });
  }
}

export function useLab(lab: Lab, run: Run, refused: readonly Refusal[]) {
  const [state, dispatch] = useReducer(labAfter, null, () =>
    startState(lab, run, refused),
  );
  const training = useRef<Training | null>(null);
  // A click may come after the run's end and before its buttons are drawn again.
  const ended = useRef(false);
  const holder = useRef<ReturnType<typeof createEngineHolder> | null>(null);

  function leave() {
    training.current?.stop.abort();
    training.current?.gate.open();
    training.current = null;
    ended.current = false;
    holder.current?.rest();
  }

  function begin(gate: Gate, run: Run) {
    const started: Training = { gate, stop: new AbortController() };
    training.current = started;
    holder.current ??= createEngineHolder();
    const { open, rest, close } = holder.current;
    const tell = (event: LabEvent) => {
      if (training.current !== started) return;
      if (event.kind === "failed" || event.kind === "done") {
        training.current = null;
        ended.current = true;
      }
      // A device that broke is not used again; a run that diverged says nothing of it.
      if (event.kind === "failed" && !event.diverged) close();
      if (training.current === null) rest();
      dispatch(event);
    };
    void follow(run, started, () => open(run.device), tell);
  }

  useEffect(
    () => () => {
      leave();
      holder.current?.close();
      holder.current = null;
    },
    [],
  );

  return {
    state,
    train() {
      if (ended.current) return;
      dispatch({ kind: "running" });
      if (training.current) training.current.gate.open();
      else begin(createGate(), state.run);
    },
    step() {
      if (ended.current) return;
      const gate = training.current?.gate ?? createGate();
      gate.step();
      dispatch({ kind: "paused" });
      if (!training.current) begin(gate, state.run);
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
    set(run: Run) {
      leave();
      dispatch({ kind: "set", run });
    },
    /** Trains a run from its start, whatever the lab was doing. */
    trainAnew(run: Run) {
      leave();
      dispatch({ kind: "set", run });
      dispatch({ kind: "running" });
      begin(createGate(), run);
    },
  };
}

export type LabControls = ReturnType<typeof useLab>;
