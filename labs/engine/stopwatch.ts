// How long something takes once it has settled.

/** Something to be timed. */
export type Work<Result = unknown> = {
  /** Does it so many times over, and resolves when the last result is there. */
  run(times: number): Promise<Result>;
  /** The most that one call may be asked for. */
  most: number;
  dispose(): void;
};

/**
 * In milliseconds: how long a call should take, so that neither a browser's rounded clock
 * nor the wait for the call's end counts for much, and how long the work is watched.
 */
export type Budget = { call: number; watch: number };

export const usualBudget: Budget = { call: 20, watch: 150 };

/** So much longer may a call be than the one before it: none may hold a GPU for long. */
const mostGrowth = 8;

async function timed({ run }: Work, times: number): Promise<number> {
  const begun = performance.now();
  await run(times);
  return performance.now() - begun;
}

/**
 * Milliseconds for one time: the median of calls, once they are long enough; `first` is
 * the very first time of all, with its compilation.
 */
export async function steadyTime(
  work: Work,
  { call, watch }: Budget,
): Promise<{ time: number; first: number }> {
  const first = await timed(work, 1);
  const samples: number[] = [];
  let times = 1;
  for (let spent = 0; spent < watch || samples.length === 0; ) {
    const took = await timed(work, times);
    spent += took;
    if (took < call && times < work.most) {
      const fitting = Math.ceil((1.2 * times * call) / Math.max(took, 0.05));
      times = Math.min(Math.max(fitting, times + 1), mostGrowth * times, work.most);
    } else samples.push(took / times);
  }
  return { time: medianOf(samples), first };
}

function medianOf(samples: readonly number[]): number {
  const sorted = samples.toSorted((one, other) => one - other);
  const middle = (sorted.length - 1) / 2;
  return (sorted[Math.floor(middle)]! + sorted[Math.ceil(middle)]!) / 2;
}
