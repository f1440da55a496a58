// The training on the first screen: one run after another, at a speed that one can watch.
import { keepHeld } from "@/components/lab/training/held-store";
import { createEngineHolder } from "@/components/lab/training/lab-training";
import { type Side, startSide } from "@/components/lab/training/side";
import { type ClaimVerdict, judge, outcomeOf } from "@/labs/claim/outcome";
import { divergence, type Pace } from "@/labs/engine/engine";
import type { Run } from "@/labs/run/run";
import { promise } from "./promise";

/** How a run goes on: its side after the latest report, its verdict, or why there is none. */
export type HeroNews =
  | { kind: "side"; side: Side }
  | { kind: "ended"; side: Side; verdict: ClaimVerdict }
  | { kind: "failed"; why: string };

/** Over how many seconds a run is spread where the device is quick enough. */
const seconds = 4;

/** The time between two pictures, in milliseconds. */
const beat = 40;

const wait = (time: number) => new Promise<void>((resolve) => setTimeout(resolve, time));

/**
 * Spreads so many passes over some seconds, few at first, where most is to be seen.
 * `trained` tells how many are.
 */
function watchedPace(passes: number, trained: () => number): Pace {
  const begun = performance.now();
  let last = begun - beat;
  return async () => {
    for (;;) {
      await wait(last + beat - performance.now());
      last = performance.now();
      const share = Math.min((last - begun) / (1000 * seconds), 1);
      const due = Math.ceil(passes * share ** 1.7) - trained();
      if (due > 0) return due;
      if (trained() === 0) return 1;
    }
  };
}

/** Trains one run at a time, and tells how it goes until the next one or `stop`. */
export function createHeroTraining(tell: (news: HeroNews) => void) {
  const engines = createEngineHolder();
  let under = new AbortController();

  async function train(run: Run, watched: boolean) {
    under.abort();
    under = new AbortController();
    const { signal } = under;
    const say = (news: HeroNews) => !signal.aborted && tell(news);
    let side = startSide({ label: "", run });
    const end = (diverged: boolean) => {
      side = { ...side, ended: diverged ? "diverged" : "done" };
      const verdict = judge(promise, outcomeOf(run, side.passes, side.weights, diverged));
      if (signal.aborted) return;
      keepHeld("network", { [promise.id]: verdict });
      tell({ kind: "ended", side, verdict });
    };
    try {
      const engine = await engines.open(run.device);
      const trained = () => side.passes.length - 1;
      const pace = watched ? watchedPace(run.passes, trained) : undefined;
      for await (const { passes, weights } of engine.train(run, signal, pace)) {
        side = { ...side, passes: [...side.passes, ...passes], weights };
        if (watched) say({ kind: "side", side });
      }
      end(false);
    } catch (error) {
      if (error instanceof Error && error.name === divergence) return end(true);
      say({
        kind: "failed",
        why: error instanceof Error ? error.message : String(error),
      });
    } finally {
      if (!signal.aborted) engines.rest();
    }
  }

  return {
    /** Opens the engine before it is asked for. */
    warm(run: Run) {
      void engines.open(run.device).catch(() => {});
      engines.rest();
    },
    train(run: Run, watched: boolean) {
      void train(run, watched);
    },
    stop() {
      under.abort();
      engines.rest();
    },
    /** Stops, and lets the engine go. */
    close() {
      under.abort();
      engines.close();
    },
  };
}
