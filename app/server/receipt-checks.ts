// The receipts that wait for their check, and whose turn it is. One that is forgotten here,
// or that another process left behind, is in the store without an outcome, and a sweep
// finds it.
import type { Worker } from "node:worker_threads";
import { mostWork } from "./check-receipt";
import { createCheckThread, slice } from "./check-thread";
import { logFault } from "./log";
import type { ClassStore } from "./store/class-store";
import type { ReceiptToCheck, Unchecked } from "./store/stored-rows";

/** The most receipts that wait in memory; the others wait in the store. */
const mostWaiting = 10_000;

/** The most long checks that are begun at once: each keeps its examples in memory. */
const mostBegun = 6;

/** About how much work of a replay is done in a millisecond. */
const workPerMs = 2e6;

/** Opening a receipt and evaluating its weights takes about this, in milliseconds. */
const leastTime = 10;

/** Likewise of one that is too dear to be trained again. */
const dearTime = 200;

/** Of a receipt that an earlier version of the site took in, in milliseconds. */
const unknownTime = 1000;

/** From here on it counts how long a check took, in milliseconds, not what was expected. */
const longerThanThought = 1000;

type Store = Pick<ClassStore, "unchecked" | "receiptToCheck" | "setOutcome">;

/** A receipt that waits, and how far its check has come. */
type Waiting = Unchecked & {
  /** How long its check has gone on, in milliseconds. */
  took: number;
  job: ReceiptToCheck | null;
};

/** About how long the whole check takes, in milliseconds. */
function wholeTime({ work }: Waiting): number {
  if (work === null) return unknownTime;
  return work > mostWork ? dearTime : leastTime + work / workPerMs;
}

const timeLeft = (receipt: Waiting) =>
  Math.max(leastTime, wholeTime(receipt) - receipt.took);

/**
 * Checks receipts in a worker thread: classes and their learners take turns, and the
 * cheapest goes first, also before one that was begun.
 */
export function createReceiptChecks(store: Store, start: () => Worker, longest?: number) {
  const thread = createCheckThread(start, longest);
  const waiting = new Map<string, Waiting>();
  /** How long classes and learners had the thread since nothing waited, in milliseconds. */
  const spent = new Map<string, number>();
  let working = false;
  let latest = Promise.resolve();
  /** Receipts from before this moment may be in the store unheard of; null: none are. */
  let unheard: number | null = null;
  let closed = false;

  function put(receipt: Unchecked): boolean {
    if (waiting.has(receipt.id)) return true;
    if (waiting.size >= mostWaiting) return false;
    waiting.set(receipt.id, { ...receipt, took: 0, job: null });
    return true;
  }

  /** All at once, so that whoever is at the end of a long line has a turn as well. */
  async function fetchUnheard() {
    if (unheard === null || waiting.size > mostWaiting / 2) return;
    const found = await store.unchecked(unheard, mostWaiting);
    const held = found.filter(put).length;
    if (held === found.length && found.length < mostWaiting) unheard = null;
  }

  function mayGoOn(receipt: Waiting): boolean {
    const { begun } = thread;
    if (begun.has(receipt.id) || begun.size < mostBegun) return true;
    return timeLeft(receipt) <= slice;
  }

  /** Whose class and learner, with this receipt, would have had the thread for the least. */
  function nextWaiting(): Waiting | null {
    let next: Waiting | null = null;
    let least = Number.POSITIVE_INFINITY;
    for (const receipt of waiting.values()) {
      const { classId, learner } = receipt;
      const had = (spent.get(classId) ?? 0) + (spent.get(learner) ?? 0);
      const would = had + timeLeft(receipt);
      if (would < least && mayGoOn(receipt)) [next, least] = [receipt, would];
    }
    return next;
  }

  /** It is charged at its end, so that what was begun is not put behind its equals. */
  function finish(receipt: Waiting) {
    const { id, classId, learner, took } = receipt;
    waiting.delete(id);
    // A thread is slow at first: that is not theirs who come first.
    const charged = took > longerThanThought ? took : wholeTime(receipt);
    for (const key of [classId, learner]) spent.set(key, (spent.get(key) ?? 0) + charged);
    if (waiting.size === 0 || spent.size > 2 * mostWaiting) spent.clear();
  }

  async function goOn(receipt: Waiting) {
    receipt.job ??= await store.receiptToCheck(receipt.id);
    const { job } = receipt;
    if (!job) return finish(receipt);
    const { took, outcome } = await thread.goOn(receipt.id, job);
    receipt.took += took;
    // A thread that was ended with the queue has found nothing.
    if (!outcome || closed) return;
    const text = JSON.stringify(outcome);
    const kept = await store.setOutcome(receipt.id, text, Date.now(), job.link);
    finish(receipt);
    // It is gone, or its assignment was changed meanwhile: then it is judged anew.
    if (!kept) unheard = Math.max(unheard ?? 0, Date.now() + 1);
  }

  async function work() {
    working = true;
    try {
      while (!closed) {
        await fetchUnheard();
        const receipt = nextWaiting();
        if (!receipt) break;
        await goOn(receipt);
      }
    } catch (error) {
      // The next sweep goes on.
      logFault("receipt check", error);
    }
    working = false;
  }

  function wake() {
    if (!working && !closed) latest = work();
  }

  return {
    /** Checks a receipt that has just been taken in. */
    add(receipt: Unchecked) {
      if (!put(receipt)) unheard = Date.now() + 1;
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
