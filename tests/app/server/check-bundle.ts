// The check's worker thread, bundled as Next does it when a site is built.
import { rmSync } from "node:fs";
import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { Worker } from "node:worker_threads";
import { build } from "esbuild";
import { onTestFinished } from "vitest";

let bundled: Promise<string> | null = null;

async function bundle(): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), "next-pass-worker-"));
  process.on("exit", () => rmSync(folder, { recursive: true, force: true }));
  const outfile = path.join(folder, "check-worker.cjs");
  await build({
    entryPoints: ["app/server/check-worker.ts"],
    bundle: true,
    platform: "node",
    format: "cjs",
    outfile,
    logLevel: "error",
  });
  return outfile;
}

/** Gives what starts such a thread. */
export async function bundleCheckWorker(memory = 512): Promise<() => Worker> {
  bundled ??= bundle();
  const file = await bundled;
  return () => new Worker(file, { resourceLimits: { maxOldGenerationSizeMb: memory } });
}

/** Starts threads that run `source` instead. */
export const workerOf = (source: string) => () => {
  const worker = new Worker(source, { eval: true });
  onTestFinished(async () => {
    await worker.terminate();
  });
  return worker;
};
