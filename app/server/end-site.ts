// The end of a site that is asked to end. Next closes its door, waits for the requests under
// way, however long they take, and ends the process; store and log see to themselves then.
import { subscribe } from "node:diagnostics_channel";
import { Server } from "node:http";
import { constants } from "node:os";
import { log, logFault } from "./log";

/** How long requests may take to end, in milliseconds: Docker kills after ten seconds. */
const longestEnd = 8000;

/** How often connections on which nothing is asked are closed meanwhile, in milliseconds. */
const often = 100;

/**
 * From now on SIGTERM and SIGINT end this process within `longestEnd`. What `endChecks` ends
 * is found by whoever starts next.
 */
export function endWhenAsked(endChecks: () => Promise<void>) {
  let server: Server | null = null;
  subscribe("http.server.request.start", (message) => {
    const one: unknown = Reflect.get(Object(message), "server");
    if (one instanceof Server) server = one;
  });
  let asked = false;
  const end = (signal: NodeJS.Signals) => {
    if (asked) return;
    asked = true;
    log("info", `The site is asked to end (${signal}).`);
    endChecks().catch((error) => logFault("end", error));
    // Next closes those that are idle at this moment, and a page may go on asking on others.
    setInterval(() => server?.closeIdleConnections(), often);
    setTimeout(() => {
      log("warn", "Requests took too long: the site ends without them.");
      process.exit(128 + constants.signals[signal]);
    }, longestEnd);
    process.on("exit", () => log("info", "The site has ended."));
  };
  process.on("SIGTERM", end);
  process.on("SIGINT", end);
}
