// One engine per lab: opened late, replaced when the reader wants another device, let go
// when it has nothing to do.
import type { Engine, OpenEngine } from "@/labs/engine/engine";
import { openEngine } from "@/labs/engine/open-engine";
import type { Run } from "@/labs/run/run";

/** How long an engine that trains nothing is kept, in milliseconds. */
const patience = 30_000;

/** Opens an engine when it is first needed, and another when the wish changes. */
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
    rest() {
      clearTimeout(resting);
      if (held) resting = setTimeout(close, patience);
    },
    close,
  };
}
