// Trains a run of an assignment to its end, to see which goals it meets.
import type { Attempt } from "@/labs/assignment/goal";
import { divergence, type Engine } from "@/labs/engine/engine";
import { attemptOf } from "@/labs/receipt/attempt";
import type { Run } from "@/labs/run";

/** How a run ended: what goals look at, or why there is nothing to look at. */
export type Trial = { attempt: Attempt } | { fault: string };

const noAnswers: ReadonlySet<string> = new Set();

/**
 * Trains `run` and tells after each report how many passes are done. Null where `signal`
 * aborted; rejects where the engine broke.
 */
export async function trialOf(
  run: Run,
  engine: Engine,
  signal: AbortSignal,
  tell: (pass: number) => void,
): Promise<Trial | null> {
  let attempt: Attempt | null = null;
  try {
    for await (const { passes, weights, device } of engine.train(run, signal)) {
      const pass = passes.at(-1)?.pass ?? 0;
      tell(pass);
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
