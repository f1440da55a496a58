import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { createRequire } from "node:module";

/** The memory of all processes of a group, in bytes. */
function memoryOf(group: number): number {
  const rows = execFileSync("ps", ["-A", "-o", "pgid=,rss="], { encoding: "utf8" });
  const sizes = rows
    .trim()
    .split("\n")
    .map((row) => row.trim().split(/\s+/).map(Number));
  return sizes.reduce(
    (sum, [of, size = 0]) => (of === group ? sum + 1024 * size : sum),
    0,
  );
}

/**
 * Starts the site as it was last built (in `folder`) on a free port of loopback, with `env`
 * set; `url`
 * ends with a slash, `memory` tells what it holds at present, in bytes, and `close` ends it;
 * `stop` asks it to end, and resolves when it has.
 */
export async function serveSite(
  env: Readonly<Record<string, string>> = {},
  folder = ".",
): Promise<{
  url: string;
  memory(): number;
  close(): void;
  stop(): Promise<void>;
}> {
  // The server's own process: npx may end before it.
  const next = createRequire(import.meta.url).resolve("next/dist/bin/next");
  const server = spawn(process.execPath, [next, "start", "-H", "127.0.0.1", "-p", "0"], {
    env: { ...process.env, ...env, NEXT_TELEMETRY_DISABLED: "1", NO_COLOR: "1" },
    cwd: folder,
    // A group of its own, so that the server and whatever it starts end together.
    detached: true,
    stdio: ["ignore", "pipe", "inherit"],
  });
  const url = await new Promise<string>((resolve, reject) => {
    let text = "";
    server.stdout.on("data", (more: Buffer) => {
      text += String(more);
      const [, address] = /(http:\/\/127\.0\.0\.1:\d+)[\s\S]*Ready/.exec(text) ?? [];
      if (address) resolve(`${address}/`);
    });
    server.on("exit", () => reject(new Error("The site did not start: npm run build?")));
  });
  let closed = false;
  return {
    url,
    memory: () => memoryOf(server.pid ?? 0),
    close: () => {
      // At once: where it is asked to end, it waits for pages that go on asking.
      if (server.pid && !closed) process.kill(-server.pid, "SIGKILL");
      closed = true;
    },
    async stop() {
      if (!server.pid || closed) return;
      closed = true;
      const ended = once(server, "exit");
      process.kill(-server.pid, "SIGTERM");
      await ended;
    },
  };
}
