// A thread of check-worker.ts. Several checks may be begun in it; each goes on for a slice of
// time when it is asked to, so that a long one never holds up a short one.
import { once } from "node:events";
import type { Worker } from "node:worker_threads";
import * as z from "zod";
import { outcomeShape, type ReceiptOutcome } from "@/content/class/messages";
import type { ReceiptToCheck } from "./store/stored-rows";

/** How long a check goes on at a time, in milliseconds. */
export const slice = 200;

/** How long a thread may be silent before it is ended, in milliseconds. */
const longestSilence = 30_000;

const told = z.strictObject({ outcome: outcomeShape.nullable() });

const stopped = (why: string): ReceiptOutcome => ({
  verdict: "unconfirmed",
  says: `The server’s check was stopped: ${why}.`,
  testLoss: null,
  accuracy: null,
  pass: null,
  device: null,
});

/** The thread's next message. Rejects where it fails, ends, or is silent for `longest`. */
async function nextMessage(worker: Worker, longest: number): Promise<unknown> {
  const heard = new AbortController();
  const signal = AbortSignal.any([heard.signal, AbortSignal.timeout(longest)]);
  const ended = once(worker, "exit", { signal }).then(() => {
    throw new Error("The thread has ended.");
  });
  try {
    const [message] = await Promise.race([once(worker, "message", { signal }), ended]);
    return message;
  } finally {
    heard.abort();
  }
}

function reasonOf(error: unknown, longest: number): string {
  if (!(error instanceof Error)) return "it failed";
  if (error.name === "AbortError") return `it took more than ${longest / 1000} seconds`;
  const code = "code" in error ? error.code : null;
  return code === "ERR_WORKER_OUT_OF_MEMORY" ? "it needed too much memory" : "it failed";
}

/** Checks receipts in a thread of `start`, which is started when it is first needed. */
export function createCheckThread(start: () => Worker, longest = longestSilence) {
  let ready: Promise<Worker> | null = null;
  const begun = new Set<string>();

  async function begin(): Promise<Worker> {
    begun.clear();
    const worker = start();
    // Unheard, an error of an idle thread would end the process.
    worker.on("error", () => {});
    try {
      await nextMessage(worker, longestSilence);
      return worker;
    } catch (error) {
      await worker.terminate();
      throw error;
    }
  }

  async function end() {
    const ending = ready;
    ready = null;
    begun.clear();
    await (await ending?.catch(() => null))?.terminate();
  }

  async function readyWorker(): Promise<Worker> {
    ready ??= begin();
    try {
      const worker = await ready;
      if (worker.threadId > 0) return worker;
    } catch (error) {
      ready = null;
      throw error;
    }
    ready = begin();
    return ready;
  }

  return {
    /** The checks that were begun and have no outcome yet. */
    begun: begun as ReadonlySet<string>,
    /**
     * Begins the check of a receipt, or goes on with it, for a slice of time. Gives how
     * many milliseconds it took, and its outcome, also where it had to be stopped; null
     * where there is none yet. One call at a time; rejects only where no thread can be
     * started.
     */
    async goOn(
      id: string,
      job: ReceiptToCheck,
    ): Promise<{ took: number; outcome: ReceiptOutcome | null }> {
      const worker = await readyWorker();
      const start = performance.now();
      const after = (outcome: ReceiptOutcome | null) => ({
        took: performance.now() - start,
        outcome,
      });
      try {
        worker.postMessage(begun.has(id) ? { id } : { id, job });
        begun.add(id);
        const { outcome } = told.parse(await nextMessage(worker, longest));
        if (outcome) begun.delete(id);
        return after(outcome);
      } catch (error) {
        await end();
        return after(stopped(reasonOf(error, longest)));
      }
    },
    end,
  };
}
