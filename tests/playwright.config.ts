import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { defineConfig } from "@playwright/test";
import { quiet, softwareGpu } from "./chromium-flags";
import { findChromium } from "./find-chromium";
import { soaking } from "./soak";

/** A server that runs already, while developing; left out, the build is served. */
const served = process.env.NEXT_PASS_AT;
const executablePath = findChromium()?.file;
const launch = (args: string[]) => ({
  launchOptions: { ...(executablePath && { executablePath }), args },
});

/** Keeps classes in a folder of this run alone. */
function dataFolder(): string {
  // The workers read this file, too; they find the folder that was made for them.
  const made = process.env.TEST_DATA_DIR;
  if (made) return made;
  const folder = mkdtempSync(path.join(tmpdir(), "next-pass-classes-"));
  process.env.TEST_DATA_DIR = folder;
  process.on("exit", () => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** What makes no sense without an adapter. */
const onlyGpu = ["lost-gpu.spec.ts", "agreement.spec.ts"];

/** What goes another way where there is an adapter. */
const alsoGpu = ["journey.spec.ts"];

// Tests tagged @soak run daily, and as often as is promised in the long run; @long there alone.
const withoutGpu = { name: "no GPU", testIgnore: onlyGpu, use: launch(quiet) };
const withGpu = { name: "WebGPU", use: launch([...quiet, ...softwareGpu]) };

/** In the long run every lab that trains is used with an adapter, too. */
const projects = soaking
  ? [
      {
        ...withGpu,
        // Both cores play one GPU; begun first, it has no other worker wait at the end.
        workers: 1,
        testMatch: [/-lab\.spec\.ts$/, "journey.spec.ts", ...onlyGpu],
        grep: /@gpu|lesson 9,|lost-gpu|agreement/,
      },
      { ...withoutGpu, grep: /@soak|@long/ },
    ]
  : [
      { ...withoutGpu, grepInvert: /@long/ },
      // One lesson says whether lessons train on a GPU; the long run reads them all.
      {
        ...withGpu,
        testMatch: [...alsoGpu, ...onlyGpu],
        grepInvert: /@long|lesson (?!2,)/,
      },
    ];

export default defineConfig({
  testDir: "journey",
  outputDir: "output",
  fullyParallel: true,
  // Two cores: one browser trains while the other page loads. The long run waits more, for
  // runs that are watched and for whatever is stopped or asleep.
  workers: soaking ? 3 : 2,
  timeout: 120_000,
  expect: { timeout: 15_000 },
  // What passes at the second try alone is listed at the end, and wants mending.
  retries: process.env.CI ? 1 : 0,
  reporter: [["list"], ["./flaky-reporter.ts"]],
  use: {
    baseURL: served ?? process.env.TEST_SITE_URL,
    viewport: { width: 1280, height: 900 },
    locale: "en-GB",
    actionTimeout: 20_000,
    // A page that is kept for the time without a network asks for more than it shows.
    serviceWorkers: "block",
  },
  projects,
  ...(!served && {
    webServer: {
      command: "npx next start -H 127.0.0.1 -p 0",
      cwd: "..",
      // The journeys stand behind a proxy, as it were: each comes from another address.
      env: {
        ...{ COURSE_DATA_DIR: dataFolder(), DATABASE_URL: "", TRUST_PROXY: "1" },
        // The LMS of the journeys is on this machine, without TLS.
        LTI_LOOPBACK: "1",
      },
      // On whichever port was free: the workers find the address in their environment.
      wait: { stdout: /(?<test_site_url>http:\/\/127\.0\.0\.1:\d+)[\s\S]*Ready/ },
      stdout: "ignore",
      gracefulShutdown: { signal: "SIGTERM", timeout: 3000 },
    },
  }),
});
