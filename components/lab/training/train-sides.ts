// Trains the sides of a lab together on one engine, each in turn and report by report, at
// the pace of a gate: behind it stand Train, Pause, Step and the speeds.
import { divergence, type Engine, type Progress } from "@/labs/engine/engine";
import type { Run } from "@/labs/run/run";
import type { LabEvent } from "./lab-reducer";

/**
 * Trains every run to its end, at the pace that `pace` gives for each round. A side that
 * diverges ends; the others go on. Resolves when all have ended or `signal` aborts.
 */
export async function trainSides(
  runs: readonly Run[],
  engine: Engine,
  signal: AbortSignal,
  pace: () => Promise<number>,
  tell: (event: LabEvent) => void,
) {
  let most = 0;
  let live = runs.map((run, side): LiveSide => {
    const reports = engine.train(run, signal, () => most);
    return { side, passes: run.passes, reports: reports[Symbol.asyncIterator]() };
  });
  const meter = speedometer();
  try {
    while (live.length > 0) {
      most = await pace();
      if (signal.aborted) return;
      const going: LiveSide[] = [];
      for (const training of live) {
        meter.start();
        const goes = await advance(training, meter.of, tell);
        if (signal.aborted) return;
        if (goes) going.push(training);
      }
      live = going;
    }
  } finally {
    await Promise.all(live.map(({ reports }) => reports.return?.()));
  }
}

/** `passes` is what the run has in all. */
type LiveSide = { side: number; passes: number; reports: AsyncIterator<Progress> };

/** One report of one side. Gives whether the side can go on. */
async function advance(
  { side, passes, reports }: LiveSide,
  speedOf: (passes: number) => number,
  tell: (event: LabEvent) => void,
): Promise<boolean> {
  try {
    let { done, value } = await reports.next();
    if (!done) {
      tell({
        kind: "progress",
        side,
        progress: value,
        speed: speedOf(value.passes.length),
      });
      // The end needs no leave to go on: it comes even where the gate is closed.
      if (value.passes.at(-1)?.pass === passes) ({ done, value } = await reports.next());
    }
    if (done) tell({ kind: "ended", side, fault: null });
    return !done;
  } catch (error) {
    if (!(error instanceof Error) || error.name !== divergence) throw error;
    tell({ kind: "ended", side, fault: error.message });
    return false;
  }
}

/** Passes per second, smoothed over the latest reports. */
function speedometer() {
  let speed = 0;
  let begun = performance.now();
  return {
    start() {
      begun = performance.now();
    },
    of(passes: number) {
      const latest = (1000 * passes) / Math.max(performance.now() - begun, 1);
      speed = speed === 0 ? latest : 0.8 * speed + 0.2 * latest;
      return speed;
    },
  };
}

/** Passes per second that a reader can choose. */
export const speeds = { full: "Full speed", ten: "10 per second", one: "1 per second" };

/** See `speeds`. */
export type Speed = keyof typeof speeds;

/** How long one pass lasts at least, in milliseconds. */
export const beats: Record<Speed, number> = { full: 0, ten: 100, one: 1000 };

/** Decides when the engine may go on. */
export type Gate = {
  /** How many passes the next report may hold at most; open while the gate is closed. */
  pace(): Promise<number>;
  /** Lets every pass through, at the speed that is set. */
  open(): void;
  /** Lets one more pass through, then none. */
  step(): void;
  /** Lets no further pass through. */
  close(): void;
  setSpeed(speed: Speed): void;
};

/** A gate that is open. */
export function createGate(speed: Speed): Gate {
  let chosen = speed;
  let open = true;
  /** The single passes still owed. */
  let owed = 0;
  let last = 0;
  let wake = () => {};

  /** Waits until something changes, or for `time` milliseconds where that is sooner. */
  const change = (time?: number) =>
    new Promise<void>((resolve) => {
      const timer = time === undefined ? undefined : setTimeout(resolve, time);
      wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });

  return {
    async pace() {
      for (;;) {
        if (owed > 0) {
          owed -= 1;
          last = performance.now();
          return 1;
        }
        if (!open) {
          await change();
          continue;
        }
        if (chosen === "full") return Number.POSITIVE_INFINITY;
        const wait = last + beats[chosen] - performance.now();
        if (wait <= 0) {
          last = performance.now();
          return 1;
        }
        await change(wait);
      }
    },
    open() {
      open = true;
      owed = 0;
      wake();
    },
    step() {
      open = false;
      owed += 1;
      wake();
    },
    close() {
      open = false;
      owed = 0;
      wake();
    },
    setSpeed(speed) {
      chosen = speed;
      wake();
    },
  };
}
