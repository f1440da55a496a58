// The page's side of the worker: an engine whose training happens off the main thread.

import type { Run } from "../run";
import { fullSpeed, type OpenEngine, type Pace, type Progress } from "./engine";
import type { FromWorker, ToWorker } from "./message";

/** A worker that is silent for so many seconds is taken for dead. */
const patience = 4;

/** A worker as a queue of answers. */
function connect() {
  const worker = new Worker(new URL("./worker.ts", import.meta.url), { type: "module" });
  const post = (message: ToWorker) => worker.postMessage(message);
  type Waiting = { resolve(answer: FromWorker | null): void; reject(error: Error): void };
  let waiting: Waiting | null = null;
  let dead: Error | null = null;
  const answers: FromWorker[] = [];
  let pulse: ReturnType<typeof setInterval> | undefined;
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
  const feelPulse = () => {
    silence += 1;
    if (silence > patience)
      die("The engine no longer answers. Train again to start another.");
    else if (silence > 1) post({ kind: "ping" });
  };
  worker.addEventListener("error", (event) => {
    die(`The engine stopped: ${event.message || "its program could not be loaded"}.`);
  });
  worker.addEventListener("message", ({ data }: MessageEvent<FromWorker>) => {
    silence = 0;
    pulse ??= setInterval(feelPulse, 1000);
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

type Connection = ReturnType<typeof connect>;

/** The next answer that belongs to `call`; null once the reader has left. */
async function answerTo(connection: Connection, call: number) {
  for (;;) {
    const answer = await connection.next();
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
  signal.addEventListener("abort", connection.interrupt);
  try {
    for (;;) {
      const most = await pace();
      if (signal.aborted) return;
      connection.post({ kind: "more", call, most });
      const answer = await answerTo(connection, call);
      if (signal.aborted) return;
      if (answer?.kind === "failed") {
        const error = new Error(answer.why);
        error.name = answer.name;
        throw error;
      }
      if (answer?.kind !== "progress") return;
      yield answer.progress;
      if (answer.progress.passes.at(-1)?.pass === run.passes) return;
    }
  } finally {
    signal.removeEventListener("abort", connection.interrupt);
    connection.post({ kind: "stop", call });
  }
}

/** Starts a worker and opens a device in it; see `OpenEngine`. */
export const openEngine: OpenEngine = async (wish, signal) => {
  const connection = connect();
  signal.addEventListener("abort", connection.close, { once: true });
  if (signal.aborted) connection.close();
  connection.post({ kind: "open", wish });
  const answer = await connection.next();
  if (answer?.kind !== "opened") {
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
  };
};
