// The training on the first screen: one run after another, at a speed that one can watch. It
// needs no engine, whose download a first click would wait for: so small a network is
// trained in the page itself, in slices between two pictures, with the engine's own bits.
import { keepHeld } from "@/components/lab/training/held-store";
import { type Side, startSide } from "@/components/lab/training/side";
import { type ClaimVerdict, judge, outcomeOf } from "@/labs/claim/outcome";
import { planOf } from "@/labs/run/plan";
import type { Run } from "@/labs/run/run";
import { type BeginTraining, noLoss } from "@/labs/training/training";
import { promise } from "./promise";

/** How a run goes on: its side after the latest passes, and at its end the verdict. */
export type HeroNews =
  | { kind: "side"; side: Side }
  | { kind: "ended"; side: Side; verdict: ClaimVerdict };

/** Over how many seconds a run is spread where the device is quick enough. */
const seconds = 4;

/** From one picture to the next, and how much of it trains, in milliseconds. */
const beat = 40;
const slice = 16;

const wait = (time: number) => new Promise<void>((resolve) => setTimeout(resolve, time));

/** How many of so many passes are due after a time: few at first, where most is to be seen. */
function passesDue(passes: number, time: number): number {
  const share = Math.min(time / (1000 * seconds), 1);
  return Math.max(1, Math.ceil(passes * share ** 1.7));
}

/** A run to be trained in slices: each call gives the side after the next passes. */
function slicesOf(run: Run, begin: BeginTraining) {
  const { plan, examples, state } = planOf(run);
  const training = begin(plan, examples);
  let side = startSide({ label: "", run });
  const losses = new Float32Array(2);
  /** Trains until `last` passes are done, or the slice is over; one pass at least. */
  return (last: number): Side => {
    const until = performance.now() + slice;
    const passes = [...side.passes];
    let diverged = false;
    do {
      training.train(state, passes.length, 1, losses);
      const [trainLoss = noLoss, heldLoss = noLoss] = losses;
      diverged = trainLoss === noLoss;
      if (!diverged) passes.push({ pass: passes.length, trainLoss, heldLoss });
    } while (!diverged && passes.length <= last && performance.now() < until);
    const done = passes.length > run.passes;
    const ended = diverged ? "diverged" : done ? "done" : null;
    side = { ...side, passes, weights: state.slice(0, plan.network.size), ended };
    return side;
  };
}

/**
 * Trains a run to its end with `begin` and tells how it goes, until `signal` aborts. Not
 * watched, it is trained at once, and its end alone is told.
 */
export async function trainPromise(
  run: Run,
  begin: BeginTraining,
  watched: boolean,
  signal: AbortSignal,
  tell: (news: HeroNews) => void,
) {
  const next = slicesOf(run, begin);
  const begun = performance.now();
  for (;;) {
    const now = performance.now();
    const side = next(watched ? passesDue(run.passes, now - begun) : run.passes);
    if (side.ended) {
      const { passes, weights, ended } = side;
      const outcome = outcomeOf(run, passes, weights, ended === "diverged");
      const verdict = judge(promise, outcome);
      keepHeld("network", { [promise.id]: verdict });
      return tell({ kind: "ended", side, verdict });
    }
    if (watched) tell({ kind: "side", side });
    await wait(watched ? now + beat - performance.now() : 0);
    if (signal.aborted) return;
  }
}
