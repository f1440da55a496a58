import { once } from "node:events";
import type { Worker } from "node:worker_threads";
import { outcomeShape, type ReceiptOutcome } from "@/content/class/messages";
import { logFault } from "./log-fault";
import type { ClassStore, Unchecked } from "./store/class-store";

// Which receipt is checked next. What this forgets, and what other processes left behind,
// is still in the store without an outcome, and found again there.

/** The most that waits in memory: characters of receipts. */
const mostHeld = 50_000_000;

/** How many receipts are asked of the store at once. */
const page = 50;

type Store = Pick<ClassStore, "unchecked" | "setOutcome">;

/** Under which receipts from the store wait; no class has this id. */
const leftBehind = "";

/** Checks receipts one after another in a worker thread, the classes taking turns. */
export function createCheckQueue(store: Store, start: () => Worker, longest?: number) {
  const thread = createCheckThread(start, longest);
  const waiting = new Map<string, Unchecked[]>();
  const known = new Set<string>();
  let held = 0;
  let working = false;
  let latest = Promise.resolve();
  /** Until which moment receipts may still lie in the store unheard of; null: none do. */
  let left: number | null = null;
  let closed = false;

  function put(classId: string, receipt: Unchecked): boolean {
    if (known.has(receipt.id)) return true;
    if (held + receipt.packed.length > mostHeld) return false;
    known.add(receipt.id);
    held += receipt.packed.length;
    const list = waiting.get(classId);
    if (list) list.push(receipt);
    else waiting.set(classId, [receipt]);
    return true;
  }

  /** The next one: its class goes to the end of the line. */
  function taken(): Unchecked | null {
    const [next] = waiting;
    if (!next) return null;
    const [classId, list] = next;
    const receipt = list.shift();
    waiting.delete(classId);
    if (list.length > 0) waiting.set(classId, list);
    held -= receipt?.packed.length ?? 0;
    return receipt ?? null;
  }

  async function fetchLeft() {
    if (left === null) return;
    const found = await store.unchecked(left, page);
    const held = found.every((receipt) => put(leftBehind, receipt));
    if (held && found.length < page) left = null;
  }

  async function checkOne(receipt: Unchecked) {
    try {
      const outcome = JSON.stringify(await thread.check(receipt));
      // A thread that was ended with the queue has found nothing.
      if (!closed) await store.setOutcome(receipt.id, outcome, Date.now());
    } finally {
      known.delete(receipt.id);
    }
  }

  async function work() {
    working = true;
    try {
      while (!closed) {
        if (waiting.size === 0) await fetchLeft();
        const receipt = taken();
        if (!receipt) break;
        await checkOne(receipt);
      }
    } catch (error) {
      // Whatever is left is found again by the next sweep.
      left = null;
      logFault("receipt check", error);
    }
    working = false;
  }

  function wake() {
    if (!working && !closed) latest = work();
  }

  return {
    /** Checks a receipt that has just been taken in. */
    add(classId: string, receipt: Unchecked) {
      if (!put(classId, receipt)) left = Date.now() + 1;
      wake();
    },
    /** Checks what came before a moment and has no outcome yet. */
    sweep(before: number) {
      left = Math.max(left ?? 0, before);
      wake();
    },
    /** Resolves once nothing waits. */
    async idle() {
      while (working) await latest;
    },
    async close() {
      closed = true;
      await thread.end();
      await latest;
    },
  };
}

type CheckQueue = ReturnType<typeof createCheckQueue>;

// One worker thread that checks receipts, and another one where that has failed.

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
function createCheckThread(start: () => Worker, longest = longestCheck) {
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

type CheckThread = ReturnType<typeof createCheckThread>;
