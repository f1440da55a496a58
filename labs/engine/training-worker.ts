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
import type { Device, Pace, Progress } from "./engine";

/** Seconds of silence; the longest that one report keeps the worker is far less. */
const patience = 8;

const sentence = (why: string | null) =>
  why === null
    ? "The engine no longer answers. Train again to start another."
    : `The engine stopped: ${why || "its program could not be loaded"}.`;

/** A worker, and the page's trainings in it. */
export type TrainingWorker = ReturnType<typeof startWorker>;

/** Starts a worker, whose answers go to the trainings that they are about. */
export function startWorker() {
  const opening = createInbox<Device>();
  const inboxes = new Map<number, Inbox<CallAnswer>>();
  let calls = 0;
  let death: Error | null = null;
  const { post, close }: Connection<ToWorker> = connect(
    new Worker(new URL("./worker.ts", import.meta.url), { type: "module" }),
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

  /** See `Engine.train`. */
  async function* train(task: Task, signal: AbortSignal, pace: Pace) {
    calls += 1;
    const call = calls;
    const inbox = createInbox<CallAnswer>();
    if (death) inbox.fail(death);
    inboxes.set(call, inbox);
    signal.addEventListener("abort", inbox.interrupt);
    post({ kind: "train", call, task });
    const lead = leadAt(pace, (message) => post({ ...message, call }));
    lead.end.catch(inbox.fail);
    try {
      while (!signal.aborted) {
        const answer = await inbox.next();
        if (answer === null || signal.aborted) return;
        if (answer.kind === "failed") {
          const error = new Error(answer.why);
          error.name = answer.name;
          throw error;
        }
        if (answer.kind === "rests") {
          lead.rests();
          continue;
        }
        const progress = progressOf(answer.report);
        yield progress;
        if (progress.passes.at(-1)?.pass === task.passes) return;
        post({ kind: "taken", call });
      }
    } finally {
      lead.leave();
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

/** Tells a training what `pace` allows it, each time once it stands still. */
function leadAt(
  pace: Pace,
  post: (message: { kind: "more"; passes: number } | { kind: "hold" }) => void,
) {
  let left = false;
  let rests = () => {};
  async function lead() {
    while (!left) {
      const { passes, withdrawn } = await pace();
      if (left) return;
      const rest = new Promise<void>((resolve) => {
        rests = resolve;
      });
      post({ kind: "more", passes });
      void withdrawn?.then(() => post({ kind: "hold" }));
      await rest;
    }
  }
  return {
    end: lead(),
    rests: () => rests(),
    leave() {
      left = true;
      rests();
    },
  };
}

function progressOf({ first, curve, weights, device }: Report): Progress {
  const passes = Array.from(
    { length: curve.length / 2 },
    (_, at): Pass => ({
      pass: first + at,
      trainLoss: curve[2 * at]!,
      testLoss: curve[2 * at + 1]!,
    }),
  );
  return { passes, weights, device };
}
