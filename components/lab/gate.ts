// Decides when the engine may go on: the pace behind Train, Pause and Step.
import { fullSpeed, type Pace } from "@/labs/engine/engine";

export type Gate = {
  pace: Pace;
  /** Lets every pass through. */
  open(): void;
  /** Lets one more pass through, then none. */
  step(): void;
  /** Lets no further pass through. */
  close(): void;
};

export function createGate(): Gate {
  let open = true;
  /** The single passes still owed. */
  let owed = 0;
  let wake = () => {};
  return {
    async pace() {
      while (!open && owed === 0) {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
      if (open) return fullSpeed();
      owed -= 1;
      return 1;
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
    },
  };
}
