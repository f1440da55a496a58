// The page's line to its worker.
import type { FromWorker, ToWorker } from "./message";

/** A worker that leaves a question unanswered for so many seconds is taken for dead. */
const patience = 8;

/** The same until its first answer: it may have to be loaded over a slow line. */
const firstPatience = 60;

/** A worker as a queue of answers. */
export function connect() {
  const worker = new Worker(new URL("./worker.ts", import.meta.url), { type: "module" });
  const post = (message: ToWorker) => worker.postMessage(message);
  type Waiting = { resolve(answer: FromWorker | null): void; reject(error: Error): void };
  let waiting: Waiting | null = null;
  let dead: Error | null = null;
  const answers: FromWorker[] = [];
  let heard = false;
  let silence = 0;

  const die = (why: string) => {
    dead ??= new Error(why);
    waiting?.reject(dead);
    waiting = null;
    clearInterval(pulse);
    worker.terminate();
  };
  // A browser may end a worker without a word. Ticks are counted, not time: a computer
  // that wakes from sleep has missed the ticks too.
  const pulse = setInterval(() => {
    if (silence === 0) post({ kind: "ping" });
    silence += 1;
    if (silence <= (heard ? patience : firstPatience)) return;
    die("The engine no longer answers. Train again to start another.");
  }, 1000);
  worker.addEventListener("error", (event) => {
    die(`The engine stopped: ${event.message || "its program could not be loaded"}.`);
  });
  worker.addEventListener("message", ({ data }: MessageEvent<FromWorker>) => {
    silence = 0;
    heard = true;
    if (data.kind === "alive") return;
    if (waiting) waiting.resolve(data);
    else answers.push(data);
    waiting = null;
  });

  return {
    post,
    /** The next answer, or null where `interrupt` came first. */
    next(): Promise<FromWorker | null> {
      if (dead) return Promise.reject(dead);
      const answer = answers.shift();
      if (answer) return Promise.resolve(answer);
      return new Promise((resolve, reject) => {
        waiting = { resolve, reject };
      });
    },
    /** Ends the wait for an answer. */
    interrupt() {
      waiting?.resolve(null);
      waiting = null;
    },
    close: () => die("The engine was closed."),
  };
}

export type Connection = ReturnType<typeof connect>;
