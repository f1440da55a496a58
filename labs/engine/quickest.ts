// Whole passes in one dispatch use one workgroup, a small part of a large GPU; one operation
// at a time uses all of it, and pays for each dispatch. Which is quicker for a network is
// tried on the reader's own GPU.
import type { Examples, Plan } from "../run/plan";
import type { OpenDevice } from "./device";
import { type Session, startSession } from "./session";

/**
 * Weights × rows of a step up to which one dispatch is not doubted. A software GPU took 6
 * times as long one operation at a time at 4 million, twice as long at 19 million and 0.7
 * times as long at 67 million (SwiftShader, 2026-11-23; see `npm run bench`). A real one has
 * more to gain from all of its parts.
 */
const undoubted = { software: 20_000_000, hardware: 500_000 } as const;

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
  const limit = undoubted[gpu?.software ? "software" : "hardware"];
  if (!gpu || plan.network.size * plan.batch <= limit) return inOne();
  // Where it cannot be loaded, as offline, there is still the other way.
  const loaded = await import("./op-by-op").catch(() => null);
  if (!loaded) return inOne();
  const opByOp = () => loaded.startReference(plan, examples, state);
  const start = await quickest([inOne, opByOp]);
  return start();
}
