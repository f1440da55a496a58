// Trains the run of a question from the seeds of a class, one after the other.
import { outcomeOf } from "@/labs/claim/outcome";
import { type RunNumbers, runNumbers } from "@/labs/claim/run-numbers";
import { divergence, type Engine } from "@/labs/engine/engine";
import { openEngine } from "@/labs/engine/open-engine";
import type { Run } from "@/labs/run/run";
import { startOf } from "@/labs/training/start";

/** The numbers of a run that is trained to its end; null where `signal` aborts. */
async function trainedNumbers(run: Run, engine: Engine, signal: AbortSignal) {
  const start = startOf(run);
  const passes = [start.pass];
  let weights: Float32Array = start.weights;
  let diverged = false;
  try {
    for await (const progress of engine.train(run, signal)) {
      passes.push(...progress.passes);
      weights = progress.weights;
    }
  } catch (error) {
    if (!(error instanceof Error) || error.name !== divergence) throw error;
    diverged = true;
  }
  if (signal.aborted) return null;
  return runNumbers(outcomeOf(run, passes, weights, diverged));
}

/**
 * Trains each run and tells of its end, in their order, until `signal` aborts. The data of
 * the runs must be there. Rejects with a sentence for the reader.
 */
export async function trainSeeds(
  runs: readonly Run[],
  signal: AbortSignal,
  tell: (at: number, numbers: RunNumbers) => void,
): Promise<void> {
  const life = new AbortController();
  const end = () => life.abort();
  signal.addEventListener("abort", end);
  try {
    const engine = await openEngine(runs[0]?.device ?? "auto", life.signal);
    for (const [at, run] of runs.entries()) {
      const numbers = signal.aborted ? null : await trainedNumbers(run, engine, signal);
      if (numbers) tell(at, numbers);
    }
  } finally {
    signal.removeEventListener("abort", end);
    end();
  }
}
