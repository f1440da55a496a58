// Trains the sides of a lab together on one engine, at the pace of a gate: behind it stand
// Train, Pause, Step and the speeds.
import { divergence, type Engine, type Leave, type Pace } from "@/labs/engine/engine";
import { startWeights } from "@/labs/run/plan";
import { hasOwn, type Run } from "@/labs/run/run";
import type { LabEvent } from "./lab-reducer";

/**
 * Trains every run to its end, all of them at the pace that `pace` gives. A side that
 * diverges or breaks ends; the others go on. Resolves when all have ended or `signal`
 * aborts; rejects then where one broke.
 */
export async function trainSides(
  runs: readonly Run[],
  engine: Engine,
  signal: AbortSignal,
  pace: Pace,
  tell: (event: LabEvent) => void,
) {
  const meter = speedometer();
  const shared = sharePace(pace, runs.length, meter);
  const trainSide = async (run: Run, side: number) => {
    let last: Last = { pass: 0, weights: startWeights(run) };
    let fault: string | null = null;
    try {
      for await (const progress of engine.train(run, signal, shared.paceOf(side))) {
        if (signal.aborted) return;
        const { passes, weights } = progress;
        last = { pass: passes.at(-1)?.pass ?? last.pass, weights };
        const speed = meter.of(passes.length);
        tell({ kind: "progress", side, progress, speed });
      }
    } catch (error) {
      if (!(error instanceof Error) || error.name !== divergence) throw error;
      fault = (await brokenWords(run, last)) ?? error.message;
    }
    if (!signal.aborted) tell({ kind: "ended", side, fault });
  };
  const toItsEnd = (run: Run, side: number) =>
    trainSide(run, side)
      .catch((error: unknown) => {
        const why = error instanceof Error ? error.message : String(error);
        tell({ kind: "broke", side, why });
        throw error;
      })
      .finally(() => shared.leave(side));
  const ends = await Promise.allSettled(runs.map(toItsEnd));
  for (const end of ends) if (end.status === "rejected") throw end.reason;
}

/** The last pass of a run that came out whole, 0 for none, and the weights after it. */
type Last = { pass: number; weights: Float32Array };

/** Why a reader's own formula ended a run; null where none did. */
async function brokenWords(run: Run, { pass, weights }: Last): Promise<string | null> {
  if (!hasOwn(run)) return null;
  const loaded = await import("@/labs/training/broken-formula").catch(() => null);
  const broken = loaded?.brokenFormula(run, weights) ?? null;
  return broken && `The run ended in pass ${pass + 1}, in ${broken}.`;
}

/**
 * One pace for several sides: asked once all of them stand still, and what it allows is
 * allowed to each.
 */
function sharePace(pace: Pace, sides: number, meter: Meter) {
  let live = sides;
  /** The sides that stand still. */
  const waiting = new Map<number, (leave: Leave | Promise<Leave>) => void>();
  function ask() {
    if (waiting.size < live) return;
    meter.stop();
    const leave = Promise.resolve(pace()).finally(meter.start);
    for (const go of waiting.values()) go(leave);
    waiting.clear();
  }
  return {
    paceOf: (side: number) => () =>
      new Promise<Leave>((resolve) => {
        waiting.set(side, resolve);
        ask();
      }),
    /** A side has ended. */
    leave(side: number) {
      live -= 1;
      waiting.delete(side);
      if (waiting.size > 0) ask();
    },
  };
}

/** How long passes are counted for one speed, in milliseconds. */
const counted = 250;

type Meter = ReturnType<typeof speedometer>;

/** Passes per second of all sides together while they may train, smoothed. */
function speedometer() {
  let speed = 0;
  let passes = 0;
  let time = 0;
  let begun: number | null = null;
  function stop() {
    const now = performance.now();
    time += now - (begun ?? now);
    begun = null;
  }
  function start() {
    begun = performance.now();
  }
  return {
    start,
    stop,
    of(more: number) {
      passes += more;
      stop();
      start();
      const latest = (1000 * passes) / Math.max(time, 1);
      if (time < counted) return speed || latest;
      speed = speed === 0 ? latest : 0.6 * speed + 0.4 * latest;
      passes = 0;
      time = 0;
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
  /** The passes that it lets through next; stays open while the gate is closed. */
  pace(): Promise<Leave>;
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
          return { passes: 1 };
        }
        if (!open) {
          await change();
          continue;
        }
        if (chosen === "full") {
          return { passes: Number.POSITIVE_INFINITY, withdrawn: change() };
        }
        const wait = last + beats[chosen] - performance.now();
        if (wait <= 0) {
          last = performance.now();
          return { passes: 1 };
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
