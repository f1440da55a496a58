// A PostgreSQL of the tests' own, on loopback: found on this system, or installed. Its
// cluster is new, in a temporary folder that goes when it is stopped.
import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import {
  chownSync,
  closeSync,
  existsSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { Client } from "pg";
import { freePort } from "./free-port";

const debian = "/usr/lib/postgresql";

/** The folder with initdb and postgres; null where there is none. */
export function findPostgres(): string | null {
  const versions = existsSync(debian) ? readdirSync(debian) : [];
  const newestFirst = versions.sort((a, b) => Number(b) - Number(a));
  const folders = [
    ...(process.env.PATH ?? "").split(path.delimiter).filter(Boolean),
    ...newestFirst.map((version) => path.join(debian, version, "bin")),
  ];
  const hasBoth = (folder: string) =>
    ["initdb", "postgres"].every((name) => existsSync(path.join(folder, name)));
  return folders.find(hasBoth) ?? null;
}

type Owner = { uid: number; gid: number } | Record<string, never>;

/** PostgreSQL refuses to be root: then it is another user's. */
export function findOwner(): Owner {
  if (process.getuid?.() !== 0) return {};
  for (const user of ["postgres", "nobody"]) {
    try {
      const idOf = (flag: string) =>
        Number(execFileSync("id", [flag, user], { stdio: ["ignore", "pipe", "ignore"] }));
      return { uid: idOf("-u"), gid: idOf("-g") };
    } catch {}
  }
  throw new Error("PostgreSQL cannot run as root, and there is no user “nobody” here.");
}

/** Asks one thing of a server, on a connection of its own. */
export async function askPostgres(url: string, sql: string) {
  const client = new Client({ connectionString: url });
  client.on("error", () => {});
  try {
    await client.connect();
    return (await client.query(sql)).rows;
  } finally {
    await client.end().catch(() => {});
  }
}

/** The URL of a new, empty database on a server. */
export async function freshDatabase(server: string): Promise<string> {
  const name = `test_${crypto.randomUUID().replaceAll("-", "")}`;
  await askPostgres(server, `CREATE DATABASE ${name}`);
  const url = new URL(server);
  url.pathname = name;
  return url.href;
}

export type PostgresServer = {
  url: string;
  /** Who owns its files; nobody in particular where that is this process. */
  owner: Owner;
  /** As a crash of the machine's: SIGKILL, with no word to its clients. */
  kill(): Promise<void>;
  /** After `kill`: on the same files, at the same URL. */
  restart(): Promise<void>;
  /** Ends it and deletes its files. */
  stop(): Promise<void>;
};

type Settings = Readonly<Record<string, string>>;

/** For a server whose databases nobody needs after a crash of the machine, and soon at all. */
export const shortLived: Settings = {
  ...{ fsync: "off", full_page_writes: "off" },
  autovacuum: "off",
};

/**
 * Makes a cluster and starts a server on it, with `more` settings than are needed. Rejects
 * with what the server wrote.
 */
export async function startPostgres(
  bin: string,
  more: Settings = {},
): Promise<PostgresServer> {
  const owner = findOwner();
  const folder = mkdtempSync(path.join(tmpdir(), "next-pass-postgres-"));
  if ("uid" in owner) chownSync(folder, owner.uid, owner.gid);
  const data = path.join(folder, "data");
  const log = path.join(folder, "log");
  execFileSync(
    path.join(bin, "initdb"),
    ["-D", data, "-U", "test", "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync"],
    { ...owner, cwd: folder, stdio: ["ignore", "ignore", "inherit"] },
  );
  const port = await freePort();
  const url = `postgres://test@127.0.0.1:${port}/postgres`;
  const settings = Object.entries({
    listen_addresses: "127.0.0.1",
    port: String(port),
    unix_socket_directories: "",
    max_connections: "200",
    ...more,
  }).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
  let server: ChildProcess | null = null;

  async function attempt() {
    const output = openSync(log, "a");
    const child = spawn(path.join(bin, "postgres"), ["-D", data, ...settings], {
      ...owner,
      cwd: folder,
      stdio: ["ignore", output, output],
    });
    closeSync(output);
    server = child;
    for (let tries = 0; tries < 600; tries += 1) {
      const answered = await askPostgres(url, "SELECT 1").catch(() => null);
      if (answered) return true;
      if (child.exitCode !== null) return false;
      await pause(50);
    }
    return false;
  }

  async function start() {
    // After a kill, the killed server's last processes may still hold its memory.
    for (let tries = 0; tries < 20; tries += 1) {
      if (await attempt()) return;
      await pause(100);
    }
    throw new Error(`PostgreSQL did not start:\n${readFileSync(log, "utf8")}`);
  }

  async function end(signal: NodeJS.Signals) {
    const child = server;
    server = null;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    child.kill(signal);
    await once(child, "exit");
  }

  // Where the tests themselves are ended early, it must not go on alone.
  const atExit = () => {
    server?.kill("SIGQUIT");
    rmSync(folder, { recursive: true, force: true });
  };
  process.once("exit", atExit);

  async function stop() {
    process.off("exit", atExit);
    await end("SIGINT");
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }

  try {
    await start();
  } catch (error) {
    await stop();
    throw error;
  }
  return { url, owner, kill: () => end("SIGKILL"), restart: start, stop };
}
