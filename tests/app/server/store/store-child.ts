// Processes of their own for the tests of the store: bundled, so that they start fast.
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import { createInterface } from "node:readline";
import { build } from "esbuild";
import { freshFolder } from "./store-places";

const root = process.cwd();

/** Bundles a file of tests/app/server into a script that goes when the test ends. */
export async function bundle(file: string): Promise<string> {
  const outfile = path.join(freshFolder(), `${path.basename(file)}.cjs`);
  await build({
    entryPoints: [path.join(root, "tests/app/server", `${file}.ts`)],
    outfile,
    bundle: true,
    platform: "node",
    format: "cjs",
    // The one is machine code; the other is not installed.
    external: ["better-sqlite3", "pg-native"],
  });
  return outfile;
}

export type StoreChild = {
  process: ChildProcess;
  /** What it has printed so far; whole lines only, since a kill may cut the last. */
  lines: readonly string[];
  /** Resolves when it prints its next line, or ends. */
  nextLine(): Promise<unknown>;
  /** Tells it what to do: it waits for that. */
  tell(orders: unknown): void;
  /** Resolves when it has ended and all that it printed was read. */
  ended: Promise<unknown>;
};

/** Starts a bundled script. */
export function startChild(script: string): StoreChild {
  const child = spawn(process.execPath, [script], {
    env: { ...process.env, NODE_PATH: path.join(root, "node_modules") },
    stdio: ["pipe", "pipe", "inherit"],
  });
  // Orders to a child that was killed meanwhile are lost, and that is all.
  child.stdin.on("error", () => {});
  const reader = createInterface(child.stdout);
  const lines: string[] = [];
  reader.on("line", (line) => lines.push(line));
  const ended = Promise.all([once(child, "exit"), once(reader, "close")]);
  return {
    process: child,
    lines,
    nextLine: () => Promise.race([once(reader, "line"), ended]),
    tell: (orders) => child.stdin.write(`${JSON.stringify(orders)}\n`),
    ended,
  };
}
