// Decides when the engine may go on: the pace behind Train, Pause and Step.
import { fullSpeed, type Pace } from "@/labs/engine/engine";

export type Gate = {
  pace: Pace;
  /** Lets every pass through. */
  open(): void;
  /** Lets one pass through, then none. */
  step(): void;
  /** Lets no further pass through. */
  close(): void;
};

export function createGate(): Gate {
  let state: "open" | "one" | "closed" = "open";
  let wake = () => {};
  const become = (next: typeof state) => {
    state = next;
    wake();
  };
  return {
    async pace() {
      while (state === "closed") {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
      if (state === "open") return fullSpeed();
      state = "closed";
      return 1;
    },
    open: () => become("open"),
    step: () => become("one"),
    close: () => become("closed"),
  };
}
