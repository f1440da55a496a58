import { existsSync } from "node:fs";
import { Worker } from "node:worker_threads";
import { logFault } from "./log-fault";
import { createRateLimits } from "./rate-limits";
import { createCheckQueue } from "./receipt-checks";
import type { ClassStore, StoredAssignment } from "./store/class-store";
import { openStore } from "./store/open-store";

// What one server process has for all its requests: the store, opened when it is first
// needed, the queue of checks, the counters of the limits.

const minute = 60_000;
const day = 24 * 60 * minute;

function createClassServer(store: ClassStore, { startWorker, limits }: Settings) {
  const checks = createCheckQueue(store, startWorker);

  /** What another process checks at present is left to it for a minute. */
  const sweep = () => checks.sweep(Date.now() - minute);
  const forget = () =>
    store.deleteExpired(Date.now()).catch((error) => logFault("expiry", error));

  checks.sweep(Date.now());
  void forget();
  const timers = [setInterval(sweep, minute), setInterval(forget, day)];
  for (const timer of timers) timer.unref();

  return {
    store,
    checks,
    limits: createRateLimits(limits),
    assignments: createAssignmentLists(store),
    async close() {
      for (const timer of timers) clearInterval(timer);
      await checks.close();
      await store.close();
    },
  };
}

export type ClassServer = ReturnType<typeof createClassServer>;

type Settings = {
  startWorker: () => Worker;
  /** How many times the usual rate limits are allowed. */
  limits: number;
};

/** Starts a thread of check-worker.ts: Next bundles what is named in this way. */
const startCheckWorker = () =>
  new Worker(new URL("./check-worker.ts", import.meta.url), {
    name: "receipt check",
    resourceLimits: { maxOldGenerationSizeMb: 512 },
  });

const usual: Settings = {
  startWorker: startCheckWorker,
  // Whoever develops is everybody at once.
  limits: process.env.NODE_ENV === "development" ? 50 : 1,
};

declare global {
  // Next loads this module more than once in a process.
  var nextPassClassServer: Promise<ClassServer> | undefined;
}

/**
 * The classes of this process, opened by the first call; later calls ignore `settings`.
 * Rejects as `openStore` does, and the next call tries again.
 */
export function classServer(settings: Settings = usual): Promise<ClassServer> {
  globalThis.nextPassClassServer ??= openStore().then(
    (store) => createClassServer(store, settings),
    (error: unknown) => {
      globalThis.nextPassClassServer = undefined;
      throw error;
    },
  );
  return globalThis.nextPassClassServer;
}

/** Ends what `classServer` began. */
export async function closeClassServer() {
  const opened = globalThis.nextPassClassServer;
  globalThis.nextPassClassServer = undefined;
  await (await opened)?.close();
}

/** Whether there is anything to open: what nobody has used stays untouched. */
export function hasClasses(): boolean {
  const { DATABASE_URL, COURSE_DATA_DIR } = process.env;
  // Else the bundler takes every file of the site for one that may be asked for.
  return (
    Boolean(DATABASE_URL) ||
    existsSync(/*turbopackIgnore: true*/ COURSE_DATA_DIR || "data")
  );
}

// What each class is asked to do, kept for the moment in which a whole class asks for it.

/** For how long another process's change may go unseen, in milliseconds. */
const lifetime = 2000;

const mostKept = 1000;

/** No receipt has changed since. */
const never = Number.MAX_SAFE_INTEGER;

type Kept = { until: number; list: Promise<readonly StoredAssignment[]> };

function createAssignmentLists(store: Pick<ClassStore, "board">) {
  const kept = new Map<string, Kept>();
  const read = async (classId: string) => (await store.board(classId, never)).assignments;

  return {
    /** The assignments of a class, as `ClassStore` has them. */
    async of(classId: string): Promise<readonly StoredAssignment[]> {
      const known = kept.get(classId);
      if (known && performance.now() < known.until) return known.list;
      if (kept.size >= mostKept) kept.clear();
      const list = read(classId);
      kept.set(classId, { until: performance.now() + lifetime, list });
      try {
        return await list;
      } catch (error) {
        kept.delete(classId);
        throw error;
      }
    },
    /** For after a change. */
    forget: (classId: string) => kept.delete(classId),
  };
}
