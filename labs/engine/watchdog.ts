// Notices a worker that is dead or hangs. A browser may end a worker without a word.

type Watching = {
  /** Seconds of silence after which it is taken for dead: until it was ever heard, and later. */
  patience: { first: number; later: number };
  /** Asks it for a sign of life; called each second that follows one. */
  ping?: () => void;
  /**
   * Called once, after the worker was ended: it hung (`why` is null), or failed with a
   * message, "" where its program could not be loaded. `heard`: whether it ever was.
   */
  onDeath(why: string | null, heard: boolean): void;
};

/** Watches a worker from `watch` to `rest`; any message is a sign of life. */
export function watchWorker(worker: Worker, { patience, ping, onDeath }: Watching) {
  let heard = false;
  let silence = 0;
  let ended = false;
  let pulse: ReturnType<typeof setInterval> | undefined;

  function end() {
    ended = true;
    clearInterval(pulse);
    worker.terminate();
  }
  function die(why: string | null) {
    if (ended) return;
    end();
    onDeath(why, heard);
  }
  // Ticks are counted, not time: a computer that wakes from sleep has missed them too.
  function tick() {
    if (silence === 0) ping?.();
    silence += 1;
    if (silence > (heard ? patience.later : patience.first)) die(null);
  }
  worker.addEventListener("message", (event) => {
    // A message may be on its way while the worker is ended.
    if (ended) event.stopImmediatePropagation();
    heard = true;
    silence = 0;
  });
  worker.addEventListener("error", (event) => {
    event.preventDefault();
    die(event.message ?? "");
  });
  return {
    /** Expects to hear from the worker from now on. */
    watch() {
      silence = 0;
      clearInterval(pulse);
      if (!ended) pulse = setInterval(tick, 1000);
    },
    /** Nothing more is expected of it for now. */
    rest: () => clearInterval(pulse),
    /** Ends the worker. */
    end,
  };
}
