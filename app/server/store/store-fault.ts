// The faults of a database, and trying again where a fault may pass.
import { setTimeout as pause } from "node:timers/promises";
import type { Database } from "./database";

/**
 * "full": no room on the disk; "readonly": it may not be written; "busy": still in use
 * after every retry; "away": it cannot be reached; "lost": its files were deleted, moved
 * or replaced; "damaged": they cannot be read; "newer": a newer version of the site has
 * written them.
 */
export type StoreTrouble =
  | "full"
  | "readonly"
  | "busy"
  | "away"
  | "lost"
  | "damaged"
  | "newer";

/** Why a store's call failed: `message` for the reader, `cause` for the server's log. */
type StoreFault = Error & { readonly trouble: StoreTrouble };

const messages: Record<StoreTrouble, string> = {
  full: "The disk of this site is full. What was kept is safe; nothing more can be.",
  readonly: "This site may only read its classes at present. What was kept is safe.",
  busy: "This site is busy. Try again soon: nothing is kept twice.",
  away: "This site cannot reach its classes. Try again soon: nothing is kept twice.",
  lost: "This site’s classes were moved or deleted while it ran: it takes nothing until its operator has put them back and started it anew.",
  damaged:
    "This site cannot read its classes: its operator has to put them right from a backup.",
  newer:
    "This site’s classes were kept by a newer version of it: its operator has to run that one.",
};

const named = (error: Error, trouble: StoreTrouble): StoreFault =>
  Object.assign(error, { name: "StoreFault", trouble });

/**
 * The fault that stands for what a driver or the file system threw; a text says, to the log
 * alone, what the store itself has found.
 */
export function storeFault(trouble: StoreTrouble, cause: unknown): StoreFault {
  const why = typeof cause === "string" ? named(new Error(cause), trouble) : cause;
  return named(new Error(messages[trouble], { cause: why }), trouble);
}

/** Compares the name, because a bundler may load this module twice. */
export function isStoreFault(error: unknown): error is StoreFault {
  return error instanceof Error && error.name === "StoreFault" && "trouble" in error;
}

/** How long a call is tried again before it rejects with its fault, in milliseconds. */
export const patience = 5000;

const mayPass = (error: unknown) =>
  isStoreFault(error) && (error.trouble === "busy" || error.trouble === "away");

/**
 * Repeats `work` for `longest` milliseconds while the database is busy or away. A commit
 * whose answer was lost is repeated too, so `work` must do no more when done twice.
 */
export async function retried<T>(work: () => Promise<T>, longest: number): Promise<T> {
  const start = performance.now();
  for (let tries = 0; ; tries += 1) {
    try {
      return await work();
    } catch (error) {
      if (!mayPass(error) || performance.now() - start > longest) throw error;
    }
    await pause(Math.random() * Math.min(500, 10 * 2 ** tries));
  }
}

/** The same database, each of whose calls is retried. */
export function withRetries(database: Database, longest = patience): Database {
  return {
    read: (...statements) => retried(() => database.read(...statements), longest),
    change: (work) => retried(() => database.change(work), longest),
    changeAlone: (work) => retried(() => database.changeAlone(work), longest),
    reduce: (work) => retried(() => database.reduce(work), longest),
    close: () => database.close(),
  };
}
