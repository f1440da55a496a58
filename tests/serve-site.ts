import { spawn } from "node:child_process";

/**
 * Starts the site as it was last built on a port of loopback, with `env` set; `close` ends
 * it.
 */
export async function serveSite(
  port: number,
  env: Readonly<Record<string, string>> = {},
): Promise<{ url: string; close(): void }> {
  const host = "127.0.0.1";
  const server = spawn("npx", ["next", "start", "-H", host, "-p", String(port)], {
    env: { ...process.env, ...env, NEXT_TELEMETRY_DISABLED: "1" },
    // A group of its own, so that npx and the server it starts end together.
    detached: true,
    stdio: ["ignore", "pipe", "inherit"],
  });
  await new Promise<void>((resolve, reject) => {
    server.stdout.on("data", (text: Buffer) => {
      if (String(text).includes("Ready")) resolve();
    });
    server.on("exit", () => reject(new Error("The site did not start: npm run build?")));
  });
  let closed = false;
  return {
    url: `http://${host}:${port}/`,
    close: () => {
      if (server.pid && !closed) process.kill(-server.pid, "SIGTERM");
      closed = true;
    },
  };
}
