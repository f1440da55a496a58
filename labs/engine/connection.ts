import { type Death, watchWorker } from "./watch-worker";

// The page's line to a worker, as a queue of answers.

/** `Ask` is what the page may post, `Answer` what the worker does. */
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

/**
 * Connects to a worker that is silent for `patience` seconds at most; see `watchWorker`.
 * `sentence` says for the reader how it ended, `closed` that the page itself ended it.
 */
export function connect<Ask, Answer extends { kind: string }>(
  worker: Worker,
  patience: number,
  sentence: (death: Death) => string,
  closed: string,
): Connection<Ask, Answer> {
  type Waiting = { resolve(answer: Answer | null): void; reject(error: Error): void };
  let waiting: Waiting | null = null;
  let dead: Error | null = null;
  const answers: Answer[] = [];

  const end = (why: string) => {
    dead ??= new Error(why);
    waiting?.reject(dead);
    waiting = null;
  };
  const close = watchWorker<Answer>(
    worker,
    patience,
    (answer) => {
      if (waiting) waiting.resolve(answer);
      else answers.push(answer);
      waiting = null;
    },
    (death) => end(sentence(death)),
  );
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
      close();
      end(closed);
    },
  };
}
