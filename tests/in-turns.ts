// One address before several servers, as a proxy has it that balances between them.
import { once } from "node:events";
import { createServer, request } from "node:http";

/**
 * Asks the servers at these addresses in turns: of two, the same never answers two requests
 * in a row. `url` ends without a slash; `close` ends it, and leaves the servers.
 */
export async function serveInTurns(addresses: readonly [string, ...string[]]) {
  let turn = 0;
  const front = createServer((asked, answer) => {
    const { hostname, port } = new URL(
      addresses[turn % addresses.length] ?? addresses[0],
    );
    turn += 1;
    const headers = {
      ...asked.headers,
      "x-forwarded-for": asked.socket.remoteAddress ?? "",
      "x-forwarded-proto": "http",
    };
    const { method, url: path } = asked;
    const passed = request({ hostname, port, method, path, headers }, (told) => {
      answer.writeHead(told.statusCode ?? 502, told.headers);
      told.pipe(answer);
    });
    passed.on("error", () => answer.destroy());
    answer.on("close", () => passed.destroy());
    asked.pipe(passed);
  });
  front.listen(0, "127.0.0.1");
  await once(front, "listening");
  const listening = front.address();
  if (typeof listening !== "object" || !listening) throw new Error("No port.");
  return {
    url: `http://127.0.0.1:${listening.port}`,
    async close() {
      front.closeAllConnections();
      front.close();
      await once(front, "close");
    },
  };
}
