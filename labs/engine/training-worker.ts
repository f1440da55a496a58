// The page's side of one worker: trainings that happen off the main thread.

import type { Task } from "../run/plan";
import type { DeviceWish } from "../run/run";
import type { Pass } from "../training/training";
import {
  type Alive,
  type CallAnswer,
  type Connection,
  connect,
  createInbox,
  type FromWorker,
  type Inbox,
  type Report,
  type ToWorker,
} from "./connection";
import type { Device, Progress } from "./engine";
import type { Lead } from "./lead";

/** Seconds of silence; the longest that one report keeps the worker is far less. */
const patience = 8;

const sentence = (why: string | null) =>
  why === null
    ? "The engine no longer answers. Train again to start another."
    : `The engine stopped: ${why || "its program could not be loaded"}.`;

/** A worker, and the page's trainings in it. */
export type TrainingWorker = ReturnType<typeof startWorker>;

/**
 * Starts a worker, whose answers go to the trainings that they are about. Reports name the
 * device `named` where it is given.
 */
export function startWorker(named?: Device) {
  const opening = createInbox<Device>();
  const inboxes = new Map<number, Inbox<CallAnswer>>();
  let calls = 0;
  let death: Error | null = null;
  const { post, close }: Connection<ToWorker> = connect(
    new Worker(new URL("./worker.ts", import.meta.url), {
      type: "module",
      name: "training",
    }),
    patience,
    sentence,
    {
      put(answer: Exclude<FromWorker, Alive>) {
        if (answer.kind === "opened") opening.put(answer.device);
        else inboxes.get(answer.call)?.put(answer);
      },
      fail(error) {
        death ??= error;
        for (const inbox of [opening, ...inboxes.values()]) inbox.fail(error);
      },
    },
  );

  /**
   * See `Engine.train`. Of the task so many passes are `done`; what it returns is where it
   * stood when it was given away, or null at its end.
   */
  async function* train(task: Task, done: number, signal: AbortSignal, lead: Lead) {
    calls += 1;
    const call = calls;
    const inbox = createInbox<CallAnswer>();
    if (death) inbox.fail(death);
    inboxes.set(call, inbox);
    signal.addEventListener("abort", inbox.interrupt);
    post({ kind: "train", call, task, done });
    lead.follow((message) => post({ ...message, call }), inbox.fail);
    let latest = done;
    try {
      while (!signal.aborted) {
        const answer = await inbox.next();
        if (answer === null || signal.aborted) return null;
        if (answer.kind === "given") return { state: answer.state, done: latest };
        if (answer.kind === "failed") {
          const error = new Error(answer.why);
          error.name = answer.name;
          throw error;
        }
        if (answer.kind === "rests") {
          lead.rests();
          continue;
        }
        const { device, ...report } = answer.report;
        const progress = progressOf({ ...report, device: named ?? device });
        yield progress;
        latest = progress.passes.at(-1)?.pass ?? latest;
        if (latest === task.passes) return null;
        post({ kind: "taken", call });
      }
      return null;
    } finally {
      signal.removeEventListener("abort", inbox.interrupt);
      inboxes.delete(call);
      post({ kind: "stop", call });
    }
  }

  return {
    train,
    close,
    /** Whether it was closed, or has ended by itself. */
    hasEnded: () => death !== null,
    /** Opens the device on which it trains; first of all. Rejects where it cannot. */
    async open(wish: DeviceWish): Promise<Device> {
      post({ kind: "open", wish });
      const device = await opening.next();
      if (device) return device;
      throw new Error("TensorFlow.js could not start in this browser.");
    },
  };
}

function progressOf({ first, curve, weights, device }: Report): Progress {
  const passes = Array.from(
    { length: curve.length / 2 },
    (_, at): Pass => ({
      pass: first + at,
      trainLoss: curve[2 * at]!,
      heldLoss: curve[2 * at + 1]!,
    }),
  );
  return { passes, weights, device };
}
