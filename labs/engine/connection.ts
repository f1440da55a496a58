import type { Task } from "@/labs/run/plan";
import type { DeviceWish } from "@/labs/run/run";
import type { Device, Progress } from "./engine";
import { watchWorker } from "./watchdog";

// The page's line to a worker, as a queue of answers.

/** From the page: to be answered at once with `Alive`. */
export type Ping = { kind: "ping" };

/** From the worker: it is there. */
export type Alive = { kind: "alive" };

/** `Ask` is all that the page may post, `Answer` all that the worker may, but for pings. */
export type Connection<Ask, Answer> = {
  post(message: Ask): void;
  /**
   * The next answer, or null where `interrupt` came first. Rejects, from then on, once the
   * worker is closed or has ended by itself. One call at a time.
   */
  next(): Promise<Answer | null>;
  /** Ends the wait for an answer. */
  interrupt(): void;
  close(): void;
};

/** Until its first answer, a worker may have to be loaded over a slow line. */
const firstPatience = 60;

/**
 * Connects to a worker that answers pings, and ends it once it is silent for more than
 * `patience` seconds. `sentence` says for the reader how it ended: see `watchWorker`.
 */
export function connect<Ask, Answer extends { kind: string }>(
  worker: Worker,
  patience: number,
  sentence: (why: string | null) => string,
): Connection<Ask, Answer> {
  type Waiting = { resolve(answer: Answer | null): void; reject(error: Error): void };
  let waiting: Waiting | null = null;
  let dead: Error | null = null;
  const answers: Answer[] = [];

  const die = (why: string) => {
    dead ??= new Error(why);
    waiting?.reject(dead);
    waiting = null;
  };
  const watchdog = watchWorker(worker, {
    patience: { first: firstPatience, later: patience },
    ping: () => worker.postMessage({ kind: "ping" } satisfies Ping),
    onDeath: (why) => die(sentence(why)),
  });
  worker.addEventListener("message", ({ data }: MessageEvent<Answer | Alive>) => {
    if (isAlive(data)) return;
    if (waiting) waiting.resolve(data);
    else answers.push(data);
    waiting = null;
  });
  watchdog.watch();

  return {
    post: (message) => worker.postMessage(message),
    next() {
      if (dead) return Promise.reject(dead);
      const answer = answers.shift();
      if (answer) return Promise.resolve(answer);
      return new Promise((resolve, reject) => {
        waiting = { resolve, reject };
      });
    },
    interrupt() {
      waiting?.resolve(null);
      waiting = null;
    },
    close() {
      watchdog.end();
      die("The worker was closed.");
    },
  };
}

const isAlive = (data: { kind: string }): data is Alive => data.kind === "alive";

// The messages between a page and its engine's worker. `call` numbers the trainings, so that
// an answer to one that was left is recognised and dropped.

export type ToWorker =
  | { kind: "open"; wish: DeviceWish }
  | Ping
  | { kind: "train"; call: number; task: Task }
  /** Train on, and report after at most `most` passes. */
  | { kind: "more"; call: number; most: number }
  | { kind: "stop"; call: number };

export type FromWorker =
  | { kind: "opened"; device: Device }
  | Alive
  | { kind: "progress"; call: number; progress: Progress }
  | { kind: "done"; call: number }
  | { kind: "failed"; call: number; name: string; why: string };
