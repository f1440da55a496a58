// The image of the Dockerfile as Docker builds and runs it.
import { execFileSync, spawnSync } from "node:child_process";
import { chownSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { freePort } from "../free-port";
import type { Image } from "./image";

const root = fileURLToPath(new URL("../..", import.meta.url));

const docker = (...args: readonly string[]) =>
  execFileSync("docker", args, { encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });

/** Whether a daemon answers. */
export const hasDocker = () =>
  spawnSync("docker", ["info", "--format", "{{.ID}}"], { timeout: 5000 }).status === 0;

/** The user “node” of the image. */
const owner = 1000;

const name = "next-pass-test";

/** Builds the image, which sees the host's network, so that it finds a test's database. */
export function buildDockerImage(): Image {
  docker("build", "--tag", name, root);
  const folder = mkdtempSync(path.join(tmpdir(), "next-pass-docker-"));
  const data = path.join(folder, "data");
  mkdirSync(data);
  if (process.getuid?.() === 0) chownSync(data, owner, owner);
  const settings = (env: Readonly<Record<string, string>>) => [
    ...["--read-only", "--tmpfs", "/tmp", "--cap-drop", "ALL", "--network", "host"],
    ...["--volume", `${data}:/data`],
    ...Object.entries(env).flatMap(([key, value]) => ["--env", `${key}=${value}`]),
    name,
  ];
  return {
    folder,
    within: (place) => place,
    run: (argv, env = {}) => docker("run", "--rm", ...settings(env), ...argv),
    async start(env = {}) {
      const PORT = String(await freePort());
      const id = docker("run", "--detach", ...settings({ ...env, PORT })).trim();
      const state = (what: string) =>
        docker("inspect", "--format", `{{.State.${what}}}`, id).trim();
      for (let tries = 0; state("Health.Status") !== "healthy"; tries += 1) {
        if (tries > 100) throw new Error(`Unwell:\n${docker("logs", id)}`);
        await pause(200);
      }
      return {
        url: `http://127.0.0.1:${PORT}`,
        async stop() {
          docker("stop", id);
          const { stdout, stderr } = spawnSync("docker", ["logs", id], {
            encoding: "utf8",
          });
          const status = Number(state("ExitCode"));
          docker("rm", id);
          return { status, lines: (stdout + stderr).split("\n").filter(Boolean) };
        },
      };
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
