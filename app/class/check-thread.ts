// One worker thread that checks receipts, and another one where that has failed.
import { once } from "node:events";
import type { Worker } from "node:worker_threads";
import { outcomeShape, type ReceiptOutcome } from "@/components/class/messages";
import type { Unchecked } from "./class-store";

const stopped = (why: string): ReceiptOutcome => ({
  verdict: "unconfirmed",
  says: `The server’s check was stopped: ${why}.`,
  testLoss: null,
  accuracy: null,
  pass: null,
  device: null,
});

/** What a thread says next. Rejects where it fails, ends, or says nothing for so long. */
async function nextWord(worker: Worker, longest: number): Promise<unknown> {
  const heard = new AbortController();
  const signal = AbortSignal.any([heard.signal, AbortSignal.timeout(longest)]);
  const ended = once(worker, "exit", { signal }).then(() => {
    throw new Error("The thread has ended.");
  });
  try {
    const [word] = await Promise.race([once(worker, "message", { signal }), ended]);
    return word;
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

/** How long a check may take before its thread is ended, in milliseconds. */
const longestCheck = 30_000;

/** Checks receipts in a thread of `start`, which is started when it is first needed. */
export function createCheckThread(start: () => Worker, longest = longestCheck) {
  let ready: Promise<Worker> | null = null;

  async function begin(): Promise<Worker> {
    const worker = start();
    // Unheard, an error of an idle thread would end the process.
    worker.on("error", () => {});
    try {
      await nextWord(worker, longestCheck);
      return worker;
    } catch (error) {
      await worker.terminate();
      throw error;
    }
  }

  async function end() {
    const ending = ready;
    ready = null;
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
    /**
     * What the check of one receipt found; where it did not come to its end, that.
     * Rejects only where no thread can be started. One at a time.
     */
    async check({ packed, link, name }: Unchecked): Promise<ReceiptOutcome> {
      const worker = await readyWorker();
      try {
        worker.postMessage({ packed, link, name });
        return outcomeShape.parse(await nextWord(worker, longest));
      } catch (error) {
        await end();
        return stopped(reasonOf(error, longest));
      }
    },
    end,
  };
}

export type CheckThread = ReturnType<typeof createCheckThread>;
