// An nginx of the tests' own on loopback: found on this system, or installed.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { chmod, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { installPackage } from "./debian-package";
import { freePort } from "./free-port";

const found = () => ["/usr/sbin/nginx", "/usr/bin/nginx"].find(existsSync) ?? null;

/** The program; null where there is none, and it cannot be installed. */
export function findNginx(): string | null {
  if (!found()) installPackage("nginx");
  return found();
}

/** Serves what the lines of a `server` block say; `url` ends without a slash. */
export async function startNginx(nginx: string, lines: string) {
  const folder = await mkdtemp(path.join(tmpdir(), "next-pass-nginx-"));
  // Where this is root's, those who work for nginx are not.
  await chmod(folder, 0o755);
  const port = await freePort();
  const kept = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"]
    .map((name) => `${name}_temp_path ${folder}/${name};`)
    .join(" ");
  await writeFile(
    path.join(folder, "nginx.conf"),
    `daemon off; worker_processes 1; pid ${folder}/pid; error_log stderr crit;
events {}
http { access_log off; ${kept} server { listen 127.0.0.1:${port}; ${lines} } }`,
  );
  const server = spawn(nginx, ["-p", folder, "-c", `${folder}/nginx.conf`], {
    stdio: ["ignore", "ignore", "inherit"],
  });
  const url = `http://127.0.0.1:${port}`;
  const answers = () => fetch(url).then(Boolean, () => false);
  for (let tries = 0; tries < 100 && !(await answers()); tries += 1) await pause(50);
  return {
    url,
    async close() {
      const ended = once(server, "exit");
      server.kill("SIGTERM");
      await ended;
      await rm(folder, { recursive: true, force: true });
    },
  };
}
