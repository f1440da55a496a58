// The page's side of the worker: an engine whose training happens off the main thread.

import { planOf, type Task } from "../run/plan";
import {
  type Alive,
  type Connection,
  connect,
  type FromWorker,
  type ToWorker,
} from "./connection";
import { fullSpeed, type OpenEngine, type Pace, type Progress } from "./engine";

/** Seconds of silence; the longest that one report keeps the worker is far less. */
const patience = 8;

const sentence = (why: string | null) =>
  why === null
    ? "The engine no longer answers. Train again to start another."
    : `The engine stopped: ${why || "its program could not be loaded"}.`;

type EngineConnection = Connection<ToWorker, Exclude<FromWorker, Alive>>;

const connectEngine = (): EngineConnection =>
  connect(
    new Worker(new URL("./worker.ts", import.meta.url), { type: "module" }),
    patience,
    sentence,
  );

/** The next answer that belongs to `call`; null once the reader has left. */
async function answerTo(connection: EngineConnection, call: number) {
  for (;;) {
    const answer = await connection.next();
    if (answer === null || ("call" in answer && answer.call === call)) return answer;
  }
}

async function* trainInWorker(
  connection: EngineConnection,
  call: number,
  task: Task,
  signal: AbortSignal,
  pace: Pace,
): AsyncGenerator<Progress> {
  connection.post({ kind: "train", call, task });
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
      if (answer.progress.passes.at(-1)?.pass === task.passes) return;
    }
  } finally {
    signal.removeEventListener("abort", connection.interrupt);
    connection.post({ kind: "stop", call });
  }
}

/** Starts a worker and opens a device in it; see `OpenEngine`. */
export const openEngine: OpenEngine = async (wish, signal) => {
  const connection = connectEngine();
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
      const { plan, examples, state, passes, device } = planOf(run);
      const task = { plan, examples, state, passes, device };
      return trainInWorker(connection, calls, task, signal, pace);
    },
  };
};
