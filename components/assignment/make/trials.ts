"use client";
// Tries an assignment: trains its runs side by side, to see which goals they meet.
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
  /** The runs to try. */
  asked: readonly NamedTrial[];
  /** How they ended, once all have. */
  tried: readonly Tried[];
  /** How many passes of each are done. */
  passes: readonly number[];
  /** Why the trials could not go on, in words. */
  fault: string;
};

const none: Trials = { status: "idle", asked: [], tried: [], passes: [], fault: "" };

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
      const engine = await open(asked[0]?.run.device ?? "auto");
      const tried = await trialsOf(asked, engine, signal, (at, pass) =>
        change(({ passes }) => ({ passes: passes.with(at, pass) })),
      );
      if (signal.aborted) return;
      change(() => ({ status: "done", tried }));
      rest();
    } catch (error) {
      if (signal.aborted) return;
      // A device that broke is not used again.
      close();
      change(() => ({ status: "failed", fault: faultOf(error) }));
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
      const passes = asked.map(() => 0);
      setTrials({ ...none, status: "running", asked, passes });
      void train(asked, stop.current);
    },
  };
}

/** How a run ended: an attempt for goals to look at, or why there is none. */
type Trial = { attempt: ReturnType<typeof attemptOf> } | { fault: string };

/**
 * Trains runs side by side; `onPass` hears how far each is. One that breaks has its fault;
 * rejects where all broke.
 */
export async function trialsOf(
  asked: readonly NamedTrial[],
  engine: Engine,
  signal: AbortSignal,
  onPass: (at: number, pass: number) => void,
): Promise<readonly Tried[]> {
  const ends = await Promise.allSettled(
    asked.map(({ run }, at) => trialOf(run, engine, signal, (pass) => onPass(at, pass))),
  );
  const faults = ends.filter((end) => end.status === "rejected");
  if (faults.length === asked.length) throw faults[0]?.reason;
  return asked.flatMap(({ name }, at) => {
    const end = ends[at];
    if (end?.status === "rejected")
      return { name, trial: { fault: faultOf(end.reason) } };
    return end?.value ? { name, trial: end.value } : [];
  });
}

const faultOf = (error: unknown) =>
  error instanceof Error ? error.message : String(error);

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
  let attempt: ReturnType<typeof attemptOf> | null = null;
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
