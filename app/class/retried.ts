import { setTimeout as pause } from "node:timers/promises";
import type { Database } from "./database";
import { isStoreFault } from "./store-fault";

/** How long a call is tried again before its fault is told, in milliseconds. */
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
    close: () => database.close(),
  };
}
