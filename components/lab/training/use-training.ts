"use client";
// The training of a lab that is under way, and the engine it is on.
import { useEffect, useRef } from "react";
import type { Engine } from "@/labs/engine/engine";
import type { Run } from "@/labs/run";
import { createEngineHolder } from "./engine-holder";
import type { LabEvent } from "./lab-reducer";
import { type Gate, trainSides } from "./train-sides";

/** One training in progress, and how to leave it. */
type Training = { gate: Gate; stop: AbortController };

/**
 * Trains `runs` to their end or until they are left, and tells each event. Never throws.
 */
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

/** Trains one set of runs at a time, and tells what happens to it. */
export function useTraining(dispatch: (event: LabEvent) => void) {
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

  useEffect(
    () => () => {
      leave();
      holder.current?.close();
      holder.current = null;
    },
    [],
  );

  return {
    /** The gate of the training under way, or null. */
    gate: () => training.current?.gate ?? null,
    /** Whether the training has ended and not been left yet. */
    hasEnded: () => ended.current,
    leave,
    begin(gate: Gate, runs: readonly Run[]) {
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
    },
  };
}
