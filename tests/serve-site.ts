import { spawn } from "node:child_process";

/**
 * Starts the site as it was last built on a free port of loopback, with `env` set; `url`
 * ends with a slash, and `close` ends the site.
 */
export async function serveSite(
  env: Readonly<Record<string, string>> = {},
): Promise<{ url: string; close(): void }> {
  const server = spawn("npx", ["next", "start", "-H", "127.0.0.1", "-p", "0"], {
    env: { ...process.env, ...env, NEXT_TELEMETRY_DISABLED: "1", NO_COLOR: "1" },
    // A group of its own, so that npx and the server it starts end together.
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
    close: () => {
      // At once: where it is asked to end, it waits for pages that go on asking.
      if (server.pid && !closed) process.kill(-server.pid, "SIGKILL");
      closed = true;
    },
  };
}
