// Puts every request of this process right before Next reads it.
import { subscribe, unsubscribe } from "node:diagnostics_channel";
import { IncomingMessage } from "node:http";

/**
 * From now on each request is what `withConnectionAddress` and `decodablePath` make of it;
 * until what this gives is called.
 */
export function mendArrivingRequests(): () => void {
  const mend = (message: unknown) => {
    const request: unknown = Reflect.get(Object(message), "request");
    if (!(request instanceof IncomingMessage)) return;
    const { headers, socket, url = "/" } = request;
    const told = headers["x-forwarded-for"];
    headers["x-forwarded-for"] = withConnectionAddress(told, socket.remoteAddress);
    request.url = decodablePath(url);
  };
  const started = "http.server.request.start";
  subscribe(started, mend);
  return () => void unsubscribe(started, mend);
}

/**
 * X-Forwarded-For, ending with the address of the connection, as a proxy would write it.
 * Route handlers are not told where a connection comes from, and Next passes on whatever a
 * sender wrote there: https://github.com/vercel/next.js/issues/47793
 */
const withConnectionAddress = (told: string | string[] | undefined, address = "") =>
  told ? `${told}, ${address}` : address;

/**
 * The address with each percent sign written out where its path cannot be decoded. Next
 * answers such a path, as /labs/%ff, with 500 and two words, before any route is asked.
 * Delete this when it answers 400 by itself.
 */
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
