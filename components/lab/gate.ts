// Decides when the engine may go on: the pace behind Train, Pause, Step and the speeds.

/** Passes per second that a reader can choose. */
export const speeds = { full: "Full speed", ten: "10 per second", one: "1 per second" };

export type Speed = keyof typeof speeds;

/** How long one pass lasts at least, in milliseconds. */
export const beats: Record<Speed, number> = { full: 0, ten: 100, one: 1000 };

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
