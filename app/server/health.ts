// Whether the site can do its work, for whatever watches over it.
import { setTimeout as pause } from "node:timers/promises";
import { reachClasses } from "./class-server";
import { logFault } from "./log";
import { isStoreFault, storeFault } from "./store/store-fault";

/** How long an answer holds, in milliseconds, however often it is asked for. */
const lifetime = 1000;

/** How long classes may take to be reached, in milliseconds. */
const longestWait = 3000;

async function look(): Promise<string | null> {
  const reached = new AbortController();
  const { signal } = reached;
  const tooLong = pause(longestWait, undefined, { signal }).then(
    () => {
      throw storeFault("away", `no answer within ${longestWait} ms`);
    },
    () => {},
  );
  try {
    await Promise.race([reachClasses(), tooLong]);
    return null;
  } catch (error) {
    logFault("health", error);
    return isStoreFault(error) ? error.message : "This site cannot open its classes.";
  } finally {
    reached.abort();
  }
}

let latest: Promise<string | null> | null = null;

/** What keeps the site from its work, in one sentence; null where nothing does. */
export function siteTrouble(): Promise<string | null> {
  latest ??= look().finally(() => {
    const forget = () => {
      latest = null;
    };
    setTimeout(forget, lifetime).unref();
  });
  return latest;
}
