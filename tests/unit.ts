// Runs the unit tests, with Chromium's software GPU in Node's reach.
import { spawnSync } from "node:child_process";
import { softwareGpu } from "./find-chromium";

const { status } = spawnSync(
  "npx",
  ["vitest", "run", "--config", "tests/vitest.config.ts", ...process.argv.slice(2)],
  { stdio: "inherit", env: { ...process.env, ...softwareGpu() } },
);
process.exit(status ?? 1);
