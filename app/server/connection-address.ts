// Route handlers are not told where a connection comes from, and Next passes on whatever
// X-Forwarded-For its sender wrote: https://github.com/vercel/next.js/issues/47793
import { subscribe } from "node:diagnostics_channel";
import { IncomingMessage } from "node:http";

/**
 * From now on X-Forwarded-For ends, in every request of this process, with the address of
 * the connection, as a proxy would write it.
 */
export function noteConnectionAddresses() {
  subscribe("http.server.request.start", (message) => {
    if (typeof message !== "object" || message === null) return;
    const request = "request" in message ? message.request : null;
    if (!(request instanceof IncomingMessage)) return;
    const told = request.headers["x-forwarded-for"];
    const address = request.socket.remoteAddress ?? "";
    request.headers["x-forwarded-for"] = told ? `${told}, ${address}` : address;
  });
}
