// What makes a first `npm ci && npm start` fail or frighten on another machine.
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import * as z from "zod";

const root = path.resolve(import.meta.dirname, "..");

const jsonIn = (file: string): unknown =>
  JSON.parse(readFileSync(path.join(root, file), "utf8"));

const rootsShape = z.object({
  turbopack: z.object({ root: z.string() }),
  outputFileTracingRoot: z.string(),
});

test("the build’s root is the project’s folder, whatever lies above it", () => {
  const script = `
    import config from "./next.config.mjs";
    import { PHASE_PRODUCTION_BUILD } from "next/constants.js";
    console.log(JSON.stringify(await config(PHASE_PRODUCTION_BUILD)));`;
  const { stdout } = spawnSync(
    process.execPath,
    ["--input-type=module", "--eval", script],
    { cwd: root, encoding: "utf8" },
  );
  const { turbopack, outputFileTracingRoot } = rootsShape.parse(JSON.parse(stdout));
  expect(path.resolve(turbopack.root)).toBe(root);
  expect(path.resolve(outputFileTracingRoot)).toBe(root);
});

const lockShape = z.object({
  packages: z.record(z.string(), z.object({ hasInstallScript: z.boolean().optional() })),
});
const manifestShape = z.object({ allowScripts: z.record(z.string(), z.boolean()) });

test("each script that a package would run when installed is allowed or denied", () => {
  const { packages } = lockShape.parse(jsonIn("package-lock.json"));
  const { allowScripts } = manifestShape.parse(jsonIn("package.json"));
  const scripted = Object.entries(packages)
    .filter(([, { hasInstallScript }]) => hasInstallScript)
    .map(([place]) => place.replace(/^.*node_modules\//, ""));
  expect(scripted).toContain("better-sqlite3");
  expect(Object.keys(allowScripts).sort()).toEqual([...new Set(scripted)].sort());
});
