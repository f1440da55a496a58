// The image of the Dockerfile without Docker: its steps are carried out in a folder, and its
// command runs as a user to whom nothing but the volume and /tmp belongs. What the image takes
// from elsewhere (Node, Debian's packages) is this system's; `npm ci` and the build have been
// done where the tests run.
import { type ChildProcess, execFileSync, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import {
  chmodSync,
  chownSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import * as z from "zod";
import { lastOf, type Stage, type Step, stagesOf, variablesOf } from "../dockerfile";
import { freePort } from "../free-port";
import { findOwner } from "../postgres-server";

const root = fileURLToPath(new URL("../..", import.meta.url));
const command = z.array(z.string());

/** What the image's first stage has done where the tests run, too. */
const doneBefore = new Set(["npm ci --no-audit --no-fund", "npm run build"]);

/** Carries the first stage out in the checkout itself, where it is not done. */
function buildSite({ steps }: Stage) {
  for (const { word, text } of steps) {
    if (word !== "RUN" || doneBefore.has(text)) continue;
    execFileSync("/bin/sh", ["-c", text], { cwd: root, stdio: "ignore" });
  }
}

/** The folders of the image, below one of this system's. */
const inside = (folder: string) => (text: string) =>
  text.replaceAll(/(?<![\w.])\/(data|site|tmp)(?!\w)/g, (place) => folder + place);

export type Image = {
  /** Where the image's folders lie. */
  folder: string;
  /** A path of the image's, as its commands know it. */
  within(place: string): string;
  /** Runs a command in it to its end, with variables of its own; gives what it wrote. */
  run(argv: readonly string[], env?: Readonly<Record<string, string>>): string;
  /** Starts its command and waits until its health check is content. */
  start(env?: Readonly<Record<string, string>>): Promise<{
    url: string;
    /** Sends SIGTERM; gives how it ended, and all that it wrote. */
    stop(): Promise<{ status: number | null; lines: readonly string[] }>;
  }>;
  remove(): void;
};

/** Builds the image, from the site as it was last built. */
export function buildImage(): Image {
  const [first, last] = stagesOf(readFileSync(path.join(root, "Dockerfile"), "utf8"));
  if (!first || !last) throw new Error("The Dockerfile has two stages.");
  buildSite(first);
  const folder = mkdtempSync(path.join(tmpdir(), "next pass ïmage-"));
  const within = inside(folder);
  const owner = findOwner();
  const work = within(lastOf(last, "WORKDIR") ?? "/");
  mkdirSync(path.join(folder, "tmp"));
  mkdirSync(work);
  const carryOut: Record<string, (text: string) => void> = {
    COPY(text) {
      const from = text.replace("--from=build /site", root.replace(/\/$/, "")).split(" ");
      const [source = "", target = ""] = from;
      execFileSync("cp", ["-R", `${source}/.`, path.resolve(work, target)]);
    },
    RUN(text) {
      const [, place] = /^install -d -o node -g node -m 700 (\S+)$/.exec(text) ?? [];
      // Packages are this system's.
      if (!place) return;
      mkdirSync(within(place), { mode: 0o700 });
      if ("uid" in owner) chownSync(within(place), owner.uid, owner.gid);
    },
  };
  const apply = ({ word, text }: Step) => carryOut[word]?.(text);
  last.steps.forEach(apply);
  if ("uid" in owner) chownSync(path.join(folder, "tmp"), owner.uid, owner.gid);
  execFileSync("chmod", ["-R", "a-w,a+rX", work]);
  chmodSync(folder, 0o555);
  const variables = Object.fromEntries(
    Object.entries(variablesOf(last)).map(([name, value]) => [name, within(value)]),
  );
  const settings = (env: Readonly<Record<string, string>>) => ({
    ...owner,
    cwd: work,
    env: {
      NODE_ENV: "production" as const,
      PATH: process.env.PATH ?? "",
      HOME: "/nonexistent",
      ...variables,
      ...env,
    },
  });
  const commandOf = (word: string) =>
    command.parse(JSON.parse(/\[.*\]$/.exec(lastOf(last, word) ?? "")?.[0] ?? "null"));

  const sites: ChildProcess[] = [];
  return {
    folder,
    within,
    run: ([file = "", ...args], env = {}) =>
      execFileSync(file, args, { ...settings(env), encoding: "utf8", stdio: "pipe" }),
    async start(env = {}) {
      const PORT = String(await freePort());
      const [file = "", ...args] = commandOf("CMD");
      const site = spawn(file, args, {
        ...settings({ ...env, PORT }),
        stdio: ["ignore", "pipe", "pipe"],
      });
      sites.push(site);
      let written = "";
      for (const stream of [site.stdout, site.stderr]) {
        stream.on("data", (more) => {
          written += String(more);
        });
      }
      const [asks = "", ...how] = commandOf("HEALTHCHECK");
      for (let tries = 0; ; tries += 1) {
        if (spawnSync(asks, how, settings({ PORT })).status === 0) break;
        if (tries > 100 || site.exitCode !== null) throw new Error(`Unwell:\n${written}`);
        await pause(100);
      }
      return {
        url: `http://127.0.0.1:${PORT}`,
        async stop() {
          const ended = once(site, "close");
          site.kill("SIGTERM");
          const [status] = await ended;
          return { status, lines: written.split("\n").filter(Boolean) };
        },
      };
    },
    remove() {
      // Where a test ended early, its site runs yet.
      for (const site of sites) site.kill("SIGKILL");
      execFileSync("chmod", ["-R", "u+w", folder]);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
