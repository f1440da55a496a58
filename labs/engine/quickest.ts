// Whole passes in one dispatch use one workgroup, a small part of a large GPU; one operation
// at a time uses all of it, and pays for each dispatch. Which is quicker for a network is
// tried on the reader's own GPU.
import type { Examples, Plan } from "../plan";
import type { OpenDevice } from "./device";
import { type Session, startSession } from "./session";

/**
 * Weights × rows of a step below which one dispatch is not doubted. On a software GPU it
 * is 2 to 39 times as quick up to 19 million, and as quick at 67 million.
 */
const doubted = 500_000;

export type Start = () => Session;

/** The way whose second pass is over first: the first pass compiles. Leaves none behind. */
export async function quickest(ways: readonly Start[]): Promise<Start> {
  const times: number[] = [];
  for (const start of ways) {
    const session = start();
    try {
      await session.train(1, 1);
      const begun = performance.now();
      await session.train(2, 1);
      times.push(performance.now() - begun);
    } finally {
      session.dispose();
    }
  }
  return ways[times.indexOf(Math.min(...times))]!;
}

/** Starts a training in the quickest way that `gpu`, or the CPU where it is null, has. */
export async function startQuickest(
  plan: Plan,
  examples: Examples,
  state: Float32Array,
  gpu: OpenDevice["gpu"],
): Promise<Session> {
  const inOne = () => startSession(plan, examples, state, gpu?.software ?? false);
  if (!gpu || gpu.software || plan.network.size * plan.batch < doubted) return inOne();
  // Where it cannot be loaded, as offline, there is still the other way.
  const loaded = await import("./op-by-op").catch(() => null);
  if (!loaded) return inOne();
  const opByOp = () => loaded.startReference(plan, examples, state);
  const start = await quickest([inOne, opByOp]);
  return start();
}
