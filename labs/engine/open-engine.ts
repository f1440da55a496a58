// The page's side of the worker: an engine whose training happens off the main thread.

import type { Run } from "../run";
import { fullSpeed, type OpenEngine, type Pace, type Progress } from "./engine";
import type { FromWorker, ToWorker } from "./message";

/** A worker as a queue of answers. */
function connect() {
  const worker = new Worker(new URL("./worker.ts", import.meta.url), { type: "module" });
  let waiting: { resolve(answer: FromWorker): void; reject(error: Error): void } | null;
  let dead: Error | null = null;
  const answers: FromWorker[] = [];

  const die = (why: string) => {
    dead ??= new Error(why);
    waiting?.reject(dead);
    waiting = null;
    worker.terminate();
  };
  worker.addEventListener("error", (event) => {
    die(`The engine stopped: ${event.message || "its program could not be loaded"}.`);
  });
  worker.addEventListener("message", ({ data }: MessageEvent<FromWorker>) => {
    if (waiting) waiting.resolve(data);
    else answers.push(data);
    waiting = null;
  });

  return {
    post: (message: ToWorker) => worker.postMessage(message),
    next(): Promise<FromWorker> {
      if (dead) return Promise.reject(dead);
      const answer = answers.shift();
      if (answer) return Promise.resolve(answer);
      return new Promise((resolve, reject) => {
        waiting = { resolve, reject };
      });
    },
    close: () => die("The engine was closed."),
  };
}

type Connection = ReturnType<typeof connect>;

/** The next answer that belongs to `call`, unless the reader leaves first. */
async function answerTo(connection: Connection, call: number, signal: AbortSignal) {
  const left = new Promise<null>((resolve) => {
    signal.addEventListener("abort", () => resolve(null), { once: true });
  });
  for (;;) {
    const answer = await Promise.race([connection.next(), left]);
    if (answer === null || ("call" in answer && answer.call === call)) return answer;
  }
}

async function* trainInWorker(
  connection: Connection,
  call: number,
  run: Run,
  signal: AbortSignal,
  pace: Pace,
): AsyncGenerator<Progress> {
  connection.post({ kind: "train", call, run });
  try {
    for (;;) {
      const most = await pace();
      if (signal.aborted) return;
      connection.post({ kind: "more", call, most });
      const answer = await answerTo(connection, call, signal);
      if (answer?.kind === "progress") yield answer.progress;
      else if (answer?.kind === "failed") {
        const error = new Error(answer.why);
        error.name = answer.name;
        throw error;
      } else return;
    }
  } finally {
    connection.post({ kind: "stop", call });
  }
}

/** Starts a worker and opens a device in it. Throws where no worker can be had. */
export const openEngine: OpenEngine = async (wish) => {
  const connection = connect();
  connection.post({ kind: "open", wish });
  const answer = await connection.next();
  if (answer.kind !== "opened") {
    connection.close();
    throw new Error("TensorFlow.js could not start in this browser.");
  }
  let calls = 0;
  return {
    device: answer.device,
    train(run, signal, pace = fullSpeed) {
      calls += 1;
      return trainInWorker(connection, calls, run, signal, pace);
    },
    close: connection.close,
  };
};
