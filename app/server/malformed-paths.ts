// Next answers a path that cannot be decoded, as /labs/%ff, with 500 and two words, before
// any route is asked. Delete this when it answers 400 by itself.
import { subscribe } from "node:diagnostics_channel";
import { IncomingMessage } from "node:http";

/** The address with each percent sign written out where its path cannot be decoded. */
export function decodablePath(url: string): string {
  const end = url.indexOf("?");
  const path = end === -1 ? url : url.slice(0, end);
  try {
    decodeURIComponent(path);
    return url;
  } catch {
    return path.replaceAll("%", "%25") + url.slice(path.length);
  }
}

/** From now on a malformed path is, in every request of this process, one that is not there. */
export function mendMalformedPaths() {
  subscribe("http.server.request.start", (message) => {
    if (typeof message !== "object" || message === null) return;
    const request = "request" in message ? message.request : null;
    if (!(request instanceof IncomingMessage)) return;
    request.url = decodablePath(request.url ?? "/");
  });
}
