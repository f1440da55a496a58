import type { Task } from "@/labs/run/plan";
import type { DeviceWish } from "@/labs/run/run";
import type { Device } from "./engine";
import { watchWorker } from "./watchdog";

// The page's line to a worker, and queues of answers.

/** From the page: to be answered at once with `Alive`. */
export type Ping = { kind: "ping" };

/** From the worker: it is there. */
export type Alive = { kind: "alive" };

/** `Ask` is all that the page may post, but for pings. */
export type Connection<Ask> = { post(message: Ask): void; close(): void };

/** Hears the worker's answers, but for those to pings, and once why there are no more. */
export type Listener<Answer> = { put(answer: Answer): void; fail(error: Error): void };

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
  listener: Listener<Answer>,
): Connection<Ask> {
  const watchdog = watchWorker(worker, {
    patience: { first: firstPatience, later: patience },
    ping: () => worker.postMessage({ kind: "ping" } satisfies Ping),
    onDeath: (why) => listener.fail(new Error(sentence(why))),
  });
  worker.addEventListener("message", ({ data }: MessageEvent<Answer | Alive>) => {
    if (!isAlive(data)) listener.put(data);
  });
  watchdog.watch();
  return {
    post: (message) => worker.postMessage(message),
    close() {
      watchdog.end();
      listener.fail(new Error("The worker was closed."));
    },
  };
}

const isAlive = (data: { kind: string }): data is Alive => data.kind === "alive";

/** Answers in the order in which they come, for one reader. */
export type Inbox<Answer> = Listener<Answer> & {
  /**
   * The next answer, or null where `interrupt` came first. Rejects, from then on, once all
   * answers before a failure were read. One call at a time.
   */
  next(): Promise<Answer | null>;
  /** Ends the wait for an answer. */
  interrupt(): void;
};

export function createInbox<Answer>(): Inbox<Answer> {
  type Waiting = { resolve(answer: Answer | null): void; reject(error: Error): void };
  let waiting: Waiting | null = null;
  let failure: Error | null = null;
  const answers: Answer[] = [];
  return {
    put(answer) {
      if (waiting) waiting.resolve(answer);
      else answers.push(answer);
      waiting = null;
    },
    fail(error) {
      failure ??= error;
      waiting?.reject(failure);
      waiting = null;
    },
    next() {
      const answer = answers.shift();
      if (answer !== undefined) return Promise.resolve(answer);
      if (failure) return Promise.reject(failure);
      return new Promise((resolve, reject) => {
        waiting = { resolve, reject };
      });
    },
    interrupt() {
      waiting?.resolve(null);
      waiting = null;
    },
  };
}

// The messages between a page and its engine's worker. `call` numbers the trainings, so that
// an answer to one that was left is recognised and dropped.

export type ToWorker =
  | { kind: "open"; wish: DeviceWish }
  | Ping
  /** Train a task of which so many passes are `done`: `task.state` is the one after them. */
  | { kind: "train"; call: number; task: Task; done: number }
  /** Train `passes` more than what was allowed so far. */
  | { kind: "more"; call: number; passes: number }
  /** Train no further than where it is. */
  | { kind: "hold"; call: number }
  /** The page has dealt with the last report: the next may come. */
  | { kind: "taken"; call: number }
  /** Give it away as it stands: its last answer is `given`. */
  | { kind: "give"; call: number }
  | { kind: "stop"; call: number };

/** The passes from `first` on, with two losses each, train and held. */
export type Report = {
  first: number;
  curve: Float32Array;
  weights: Float32Array;
  device: Device;
};

/** The messages of a training, in order. */
export type CallAnswer =
  | { kind: "report"; call: number; report: Report }
  /** All that was allowed, and not held, is trained and reported. */
  | { kind: "rests"; call: number }
  /** All is reported, and another worker may go on from `state`. */
  | { kind: "given"; call: number; state: Float32Array }
  | { kind: "failed"; call: number; name: string; why: string };

export type FromWorker = { kind: "opened"; device: Device } | Alive | CallAnswer;
