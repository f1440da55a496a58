// Checks receipts in a worker thread. One that is forgotten here, or that another process
// left behind, is in the store without an outcome, and a sweep finds it.
import { once } from "node:events";
import type { Worker } from "node:worker_threads";
import { outcomeShape, type ReceiptOutcome } from "@/content/class/messages";
import { logFault } from "./log-fault";
import type { ClassStore, Unchecked } from "./store/class-store";

/** The most that waits in memory, in characters of receipts. */
const mostHeld = 50_000_000;

/** How many receipts are read from the store at once. */
const page = 50;

type Store = Pick<ClassStore, "unchecked" | "setOutcome">;

/** Stands for the class of receipts that a sweep found; no class has this id. */
const leftBehind = "";

/** Checks receipts one after another in a worker thread, the classes taking turns. */
export function createReceiptChecks(store: Store, start: () => Worker, longest?: number) {
  const thread = createCheckThread(start, longest);
  const waiting = new Map<string, Unchecked[]>();
  const known = new Set<string>();
  let held = 0;
  let working = false;
  let latest = Promise.resolve();
  /** Receipts from before this moment may be in the store unheard of; null: none are. */
  let unheard: number | null = null;
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
  function shiftWaiting(): Unchecked | null {
    const [next] = waiting;
    if (!next) return null;
    const [classId, list] = next;
    const receipt = list.shift();
    waiting.delete(classId);
    if (list.length > 0) waiting.set(classId, list);
    held -= receipt?.packed.length ?? 0;
    return receipt ?? null;
  }

  async function fetchUnheard() {
    if (unheard === null) return;
    const found = await store.unchecked(unheard, page);
    const held = found.every((receipt) => put(leftBehind, receipt));
    if (held && found.length < page) unheard = null;
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
        if (waiting.size === 0) await fetchUnheard();
        const receipt = shiftWaiting();
        if (!receipt) break;
        await checkOne(receipt);
      }
    } catch (error) {
      // The next sweep finds the rest.
      unheard = null;
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
      if (!put(classId, receipt)) unheard = Date.now() + 1;
      wake();
    },
    /** Checks all receipts from before a moment that have no outcome yet. */
    sweep(before: number) {
      unheard = Math.max(unheard ?? 0, before);
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
      await nextMessage(worker, longestCheck);
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
     * The outcome of one receipt's check, also of a check that had to be stopped. One at a
     * time; rejects only where no thread can be started.
     */
    async check({ packed, link, name }: Unchecked): Promise<ReceiptOutcome> {
      const worker = await readyWorker();
      try {
        worker.postMessage({ packed, link, name });
        return outcomeShape.parse(await nextMessage(worker, longest));
      } catch (error) {
        await end();
        return stopped(reasonOf(error, longest));
      }
    },
    end,
  };
}
