// The training of a lab that is under way, and the engine it is on.
import type { Engine, OpenEngine } from "@/labs/engine/engine";
import { openEngine } from "@/labs/engine/open-engine";
import type { Run } from "@/labs/run/run";
import type { LabEvent } from "./lab-reducer";
import { type Gate, trainSides } from "./train-sides";

/** Trains one set of runs at a time, and tells what happens to it. Never throws. */
export function createLabTraining(tell: (event: LabEvent) => void, open?: OpenEngine) {
  const engines = createEngineHolder(open);
  let session: { gate: Gate; stop: AbortController } | null = null;
  // A click may come after the run's end and before its buttons are drawn again.
  let ended = false;

  function leave() {
    session?.stop.abort();
    session?.gate.open();
    session = null;
    ended = false;
    engines.rest();
  }

  async function begin(gate: Gate, runs: readonly Run[]) {
    const begun = { gate, stop: new AbortController() };
    session = begun;
    const { signal } = begun.stop;
    const report = (event: LabEvent) => {
      if (session !== begun) return;
      if (event.kind === "failed" || event.kind === "done") {
        session = null;
        ended = true;
        engines.rest();
      }
      // A device that broke is not used again.
      if (event.kind === "failed") engines.close();
      tell(event);
    };
    try {
      const engine = await engines.open(runs[0]?.device ?? "auto");
      if (signal.aborted) return;
      report({ kind: "opened", device: engine.device });
      await trainSides(runs, engine, signal, gate.pace, report);
      report({ kind: "done" });
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      report({ kind: "failed", why });
    }
  }

  return {
    /** The gate of the training under way, or null. */
    gate: () => session?.gate ?? null,
    /** Whether the training has ended and not been left yet. */
    hasEnded: () => ended,
    /** Leaves the training under way; its engine is kept for a while. */
    leave,
    /** Trains `runs` to their end, or until they are left. */
    begin(gate: Gate, runs: readonly Run[]) {
      void begin(gate, runs);
    },
    /** Opens the engine before it is needed; it waits for a while. */
    warm(wish: Run["device"]) {
      if (session) return;
      // Anything that goes wrong is told once something is trained.
      void engines.open(wish).catch(() => null);
      engines.rest(readingTime);
    },
    /** Leaves the training and lets the engine go. */
    close() {
      leave();
      engines.close();
    },
  };
}

/** How long an engine that trains nothing is kept, in milliseconds. */
const patience = 30_000;

/** The same where it is made ready for a reader, who may read before the first click. */
const readingTime = 300_000;

/**
 * Holds one engine: opened when it is first needed, replaced when the wish changes, let go
 * when it has nothing to do.
 */
export function createEngineHolder(open: OpenEngine = openEngine) {
  type Held = { wish: Run["device"]; engine: Promise<Engine>; life: AbortController };
  let held: Held | null = null;
  let resting: ReturnType<typeof setTimeout> | undefined;
  const close = () => {
    clearTimeout(resting);
    held?.life.abort();
    held = null;
  };
  return {
    open(wish: Run["device"]): Promise<Engine> {
      clearTimeout(resting);
      if (held?.wish === wish) return held.engine;
      close();
      const life = new AbortController();
      const engine = open(wish, life.signal);
      held = { wish, engine, life };
      // An engine that could not be opened is not kept: the next try opens another.
      engine.catch(() => held?.engine === engine && close());
      return engine;
    },
    /** Nothing trains: a lesson's many labs need not all keep their devices. */
    rest(time = patience) {
      clearTimeout(resting);
      if (held) resting = setTimeout(close, time);
    },
    close,
  };
}
