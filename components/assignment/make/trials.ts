"use client";
// Tries an assignment: trains its runs one after another, to see which goals they meet.
import { useEffect, useRef, useState } from "react";
import { createEngineHolder } from "@/components/lab/training/lab-training";
import { provideFiles } from "@/components/lab/training/provide-file";
import { attemptOf } from "@/labs/assignment/attempt";
import { type Attempt, type Goal, judgeGoal } from "@/labs/assignment/goal";
import { missingFile } from "@/labs/data/sample";
import { divergence, type Engine } from "@/labs/engine/engine";
import type { Run } from "@/labs/run/run";

/** A run to try, and whose it is. */
type NamedTrial = { name: string; run: Run };

export type Tried = { name: string; trial: Trial };

type Trials = {
  status: "idle" | "running" | "done" | "failed";
  /** The runs to try, in order. */
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

/** How a run ended: an attempt for goals to look at, or why there is none. */
type Trial = { attempt: Attempt } | { fault: string };

const noAnswers: ReadonlySet<string> = new Set();

/**
 * Trains `run` to its end; `onPass` hears how many passes are done. Null where `signal`
 * aborted; rejects where the engine broke.
 */
export async function trialOf(
  run: Run,
  engine: Engine,
  signal: AbortSignal,
  onPass: (pass: number) => void,
): Promise<Trial | null> {
  let attempt: Attempt | null = null;
  try {
    for await (const { passes, weights, device } of engine.train(run, signal)) {
      const pass = passes.at(-1)?.pass ?? 0;
      onPass(pass);
      if (pass === run.passes) attempt = attemptOf(run, weights, device.kind, noAnswers);
    }
  } catch (error) {
    if (!(error instanceof Error) || error.name !== divergence) throw error;
    return { fault: error.message };
  }
  if (signal.aborted) return null;
  if (attempt === null) throw new Error("The engine stopped before the last pass.");
  return { attempt };
}

type GoalVerdict = { goal: Goal; met: boolean; saw: string };

/** The goals that training can meet, judged. */
export const judged = (
  goals: readonly Goal[],
  attempt: Attempt,
): readonly GoalVerdict[] =>
  goals
    .filter(({ kind }) => kind !== "answer")
    .map((goal) => ({ goal, ...judgeGoal(goal, attempt) }));

/** Whether all of them are met; a run that diverged meets none. */
export const meetsAll = (goals: readonly Goal[], trial: Trial): boolean =>
  "attempt" in trial && judged(goals, trial.attempt).every(({ met }) => met);
