// A browser may end a worker without a word, and a fault may keep one busy for ever. So the
// page asks each worker once a second whether it is there, and gives up a silent one.

/** From the page: to be answered at once with `Alive`. */
export type Ping = { kind: "ping" };

/** From the worker: it is there. */
export type Alive = { kind: "alive" };

/** How a worker ended by itself; `heard` is whether it was ever heard, and so was loaded. */
export type Death = { heard: boolean } & (
  | { kind: "silent" }
  /** `message` is empty where the worker's program could not be loaded. */
  | { kind: "fault"; message: string }
);

/** Until its first answer a worker may have to be loaded over a slow line. */
const firstPatience = 60;

/**
 * Listens to a worker that answers a `Ping` with `Alive`; `onMessage` gets all else that it
 * says. A worker that fails, or says nothing for more than `patience` seconds, is ended, and
 * `onDeath` is called once. Returns how to end it without that.
 */
export function watchWorker<Answer extends { kind: string }>(
  worker: Worker,
  patience: number,
  onMessage: (answer: Answer) => void,
  onDeath: (death: Death) => void,
): () => void {
  let heard = false;
  let silence = 0;
  let open = true;

  const close = () => {
    open = false;
    clearInterval(pulse);
    worker.terminate();
  };
  const die = (death: Death) => {
    if (!open) return;
    close();
    onDeath(death);
  };
  // Ticks are counted, not time: a computer that wakes from sleep has missed the ticks too.
  const pulse = setInterval(() => {
    const ping: Ping = { kind: "ping" };
    if (silence === 0) worker.postMessage(ping);
    silence += 1;
    if (silence > (heard ? patience : Math.max(patience, firstPatience))) {
      die({ kind: "silent", heard });
    }
  }, 1000);
  worker.addEventListener("error", (event) => {
    event.preventDefault();
    die({ kind: "fault", heard, message: event.message ?? "" });
  });
  worker.addEventListener("message", ({ data }: MessageEvent<Answer | Alive>) => {
    if (!open) return;
    silence = 0;
    heard = true;
    if (!isAlive(data)) onMessage(data);
  });
  return close;
}

const isAlive = (data: { kind: string }): data is Alive => data.kind === "alive";
