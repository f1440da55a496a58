// Which receipt is checked next. What this forgets, and what other processes left behind,
// is still in the store without an outcome, and found again there.
import type { Worker } from "node:worker_threads";
import { createCheckThread } from "./check-thread";
import type { ClassStore, Unchecked } from "./class-store";
import { logFault } from "./log-fault";

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

export type CheckQueue = ReturnType<typeof createCheckQueue>;
