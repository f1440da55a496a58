// The server's side of classes: one process's store, receipt checks and rate limits, shared
// by all its requests and opened by the first. Routes start at class-route.ts and
// sessions.ts; what is kept is store/.
import { existsSync } from "node:fs";
import { Worker } from "node:worker_threads";
import { logFault } from "./log";
import { createRateLimits } from "./rate-limits";
import { createReceiptChecks } from "./receipt-checks";
import { createShortMemory } from "./short-memory";
import type { ClassStore } from "./store/class-store";
import type { SiteStore } from "./store/lti-store";
import { openStore } from "./store/open-store";
import type { StoredBoard } from "./store/stored-rows";

const minute = 60_000;
const day = 24 * 60 * minute;

type Settings = {
  startWorker: () => Worker;
  /** The usual rate limits are multiplied by this. */
  limits: number;
};

function createClassServer(store: SiteStore, { startWorker, limits }: Settings) {
  const checks = createReceiptChecks(store, startWorker);

  /** Another process may be checking a receipt: it has a minute for it. */
  const sweep = () => checks.sweep(Date.now() - minute);
  const deleteExpired = () =>
    store.deleteExpired(Date.now()).catch((error) => logFault("expiry", error));

  checks.sweep(Date.now());
  void deleteExpired();
  const timers = [setInterval(sweep, minute), setInterval(deleteExpired, day)];
  for (const timer of timers) timer.unref();

  return {
    store,
    checks,
    limits: createRateLimits(limits),
    assignments: createAssignmentLists(store),
    rooms: createRooms(store),
    async close() {
      for (const timer of timers) clearInterval(timer);
      await checks.close();
      await store.close();
    },
  };
}

/** The store, the checks, the limits, and what this process remembers for a moment. */
export type ClassServer = ReturnType<typeof createClassServer>;

/** Starts a thread of check-worker.ts: Next bundles a worker that is named in this way. */
const startCheckWorker = () =>
  new Worker(new URL("./check-worker.ts", import.meta.url), {
    name: "receipt check",
    resourceLimits: { maxOldGenerationSizeMb: 512 },
  });

const usual: Settings = {
  startWorker: startCheckWorker,
  // In development one person makes everybody's requests.
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

/**
 * Rejects as `openStore` does where this process cannot reach its classes at present; a site
 * that has never had one has nothing to reach.
 */
export async function reachClasses() {
  if (!globalThis.nextPassClassServer && !hasClasses()) return;
  await (await classServer()).store.reach();
}

/** Ends the checks that are under way; a later start begins them anew. */
export async function endChecks() {
  const opened = await globalThis.nextPassClassServer?.catch(() => null);
  await opened?.checks.close();
}

/** Whether there is a store to open: a site that has never had a class makes none. */
export function hasClasses(): boolean {
  const { DATABASE_URL, COURSE_DATA_DIR } = process.env;
  return (
    Boolean(DATABASE_URL) ||
    // Without the comment the bundler traces every file of the site.
    existsSync(/*turbopackIgnore: true*/ COURSE_DATA_DIR || "data")
  );
}

/** How long another process's change to a class's assignments may go unseen, in milliseconds. */
const listLifetime = 2000;

/** No receipt has changed since: `board` then gives none. */
const never = Number.MAX_SAFE_INTEGER;

/** The tasks of a class: its assignments, and who has longer for which. */
export type ClassTerms = Pick<StoredBoard, "assignments" | "extensions">;

/** Remembers each class's terms for a moment: a whole class asks for them at once. */
function createAssignmentLists(store: Pick<ClassStore, "board">) {
  const terms = createShortMemory<ClassTerms>(listLifetime, async (classId) => {
    const { assignments, extensions } = await store.board(classId, never);
    return { assignments, extensions };
  });
  return {
    /** The terms of a class, as `ClassStore` has them. */
    termsOf: terms.of,
    /** The assignments of a class. */
    of: async (classId: string) => (await terms.of(classId)).assignments,
    /** Call this after a change. */
    forget: terms.forget,
  };
}

/** How long another process's new ballot, or its next phase, may go unseen, in milliseconds. */
const roomLifetime = 1000;

/** Remembers each class's latest ballot: all its phones ask for it. */
const createRooms = (store: Pick<ClassStore, "latestBallot">) =>
  createShortMemory(roomLifetime, (classId) => store.latestBallot(classId));
