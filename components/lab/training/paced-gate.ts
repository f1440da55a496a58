// Lets a training go on so slowly that it can be watched.
import { fullSpeed } from "@/labs/engine/engine";
import type { Gate } from "./train-sides";

/** How long a picture stands, in milliseconds. */
const frame = 16;

/**
 * A gate through which `passes` passes go in `milliseconds` from the first that is asked
 * for: few at first, where most is to be seen. What trains slower is not held back; nor is
 * anything where there are 0 milliseconds.
 */
export function pacedGate(passes: number, milliseconds: number): Gate {
  let begun: number | null = null;
  let given = 0;
  let open = false;
  let wake = () => {};

  const pause = () =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, frame);
      wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });

  /** Ends all waiting: what was held back goes through. */
  function release() {
    open = true;
    wake();
  }

  return {
    async pace() {
      for (;;) {
        const now = performance.now();
        begun ??= now;
        const gone = now - begun + frame;
        if (open || gone >= milliseconds) return fullSpeed();
        const due = Math.ceil(passes * (gone / milliseconds) ** 1.6) - given;
        if (due > 0) {
          given += due;
          return { passes: due };
        }
        await pause();
      }
    },
    open: release,
    step: release,
    close() {},
    setSpeed() {},
  };
}
