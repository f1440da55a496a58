"use client";
// Trains an assignment's runs one after another, for its instructor.
import { useEffect, useRef, useState } from "react";
import { createEngineHolder } from "@/components/lab/engine-holder";
import { provideFiles } from "@/components/lab/provide-file";
import type { Run } from "@/labs/run";
import { missingFile } from "@/labs/sample";
import { type Trial, trialOf } from "./trial";

/** A run to try, and whose it is. */
export type NamedTrial = { name: string; run: Run };

export type Tried = { name: string; trial: Trial };

export type Trials = {
  status: "idle" | "running" | "done" | "failed";
  /** What is being tried, in order. */
  asked: readonly NamedTrial[];
  /** How the first of them ended. */
  tried: readonly Tried[];
  /** Passes of the one under way. */
  pass: number;
  /** Why the trials could not go on, in words. */
  fault: string;
};

const none: Trials = { status: "idle", asked: [], tried: [], pass: 0, fault: "" };

/** Trials, one list of runs at a time; a new list leaves the one before. */
export function useTrials() {
  const [trials, setTrials] = useState<Trials>(none);
  const stop = useRef<AbortController | null>(null);
  const holder = useRef<ReturnType<typeof createEngineHolder> | null>(null);
  useEffect(
    () => () => {
      stop.current?.abort();
      holder.current?.close();
      holder.current = null;
    },
    [],
  );

  async function train(asked: readonly NamedTrial[], { signal }: AbortController) {
    const change = (next: (now: Trials) => Partial<Trials>) => {
      if (!signal.aborted) setTrials((now) => ({ ...now, ...next(now) }));
    };
    holder.current ??= createEngineHolder();
    const { open, rest, close } = holder.current;
    try {
      const files = asked
        .map(({ run }) => missingFile(run))
        .filter((one) => one !== null);
      const problem = await provideFiles(files);
      if (problem !== null) return change(() => ({ status: "failed", fault: problem }));
      for (const { name, run } of asked) {
        const engine = await open(run.device);
        if (signal.aborted) return;
        const trial = await trialOf(run, engine, signal, (pass) =>
          change(() => ({ pass })),
        );
        if (trial === null) return;
        change(({ tried }) => ({ tried: [...tried, { name, trial }], pass: 0 }));
      }
      change(() => ({ status: "done" }));
      rest();
    } catch (error) {
      if (signal.aborted) return;
      const fault = error instanceof Error ? error.message : String(error);
      // A device that broke is not used again.
      close();
      change(() => ({ status: "failed", fault }));
    }
  }

  function end() {
    stop.current?.abort();
    stop.current = null;
    holder.current?.rest();
    setTrials(none);
  }

  return {
    trials,
    end,
    begin(asked: readonly NamedTrial[]) {
      stop.current?.abort();
      stop.current = new AbortController();
      setTrials({ ...none, status: "running", asked });
      void train(asked, stop.current);
    },
  };
}
