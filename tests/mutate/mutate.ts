// Plants faults in the code, one at a time, and tells which of them no test saw. Fails where
// the tests see fewer than nine in ten of a group. Groups may be named, and files of one;
// all are meant else. What was seen of code and tests that have not changed is kept.
import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import { Stryker } from "@stryker-mutator/core";
import { softwareGpu } from "../find-chromium";
import { groups } from "./groups";
import { isInPart, partName } from "./part";

/** The share of faults, in percent, that the tests must see in each group. */
const least = 90;

const runner = new URL("runner.ts", import.meta.url);

const seen = new Set(["Killed", "Timeout"]);
const unseen = new Set(["Survived", "NoCoverage"]);

async function shareSeen(name: string, files: readonly string[]): Promise<string> {
  const group = groups[name];
  if (!group) throw new Error(`There is no group “${name}”: ${Object.keys(groups)}.`);
  process.env.MUTATED_GROUP = name;
  const started = Date.now();
  const planted = await new Stryker({
    mutate: [...(files.length > 0 ? files : group.mutate)],
    // TypeScript 7 has no parser of its settings for others to call; none of them needs change.
    tsconfigFile: "none.json",
    testRunner: group.runner ?? "in-process",
    plugins: ["@stryker-mutator/vitest-runner", fileURLToPath(runner)],
    testRunnerNodeArgs: ["--import", "tsx"],
    vitest: { configFile: "tests/mutate/vitest.config.ts", related: false },
    coverageAnalysis: "perTest",
    // Tables and forms are made once, as their module loads: each fault in one would need
    // every test of its group, and take as long as a hundred others.
    ignoreStatic: process.env.MUTATE_TABLES !== "1",
    incremental: true,
    incrementalFile: `tests/output/mutation/${name}${partName}.incremental.json`,
    concurrency: Number(process.env.MUTATE_AT_ONCE) || availableParallelism(),
    ignorePatterns: ["/.next", "/data", "/tests/output", "/tests/bench"],
    tempDirName: `tests/output/mutants-${name}`,
    reporters: ["progress-append-only", "clear-text", "html", "json"],
    clearTextReporter: {
      allowColor: false,
      logTests: false,
      reportTests: false,
      reportScoreTable: true,
    },
    htmlReporter: { fileName: `tests/output/mutation/${name}${partName}.html` },
    jsonReporter: { fileName: `tests/output/mutation/${name}${partName}.json` },
    allowConsoleColors: false,
    timeoutMS: 40_000,
  }).runMutationTest();
  const results = planted.filter(isInPart);
  const count = (of: Set<string>) =>
    results.filter(({ status }) => of.has(status)).length;
  const all = count(seen) + count(unseen);
  const share = (100 * count(seen)) / all;
  if (share < least) process.exitCode = 1;
  const minutes = Math.ceil((Date.now() - started) / 60_000);
  return `${name.padEnd(10)} ${share.toFixed(1)} % of ${all} seen, in ${minutes} min`;
}

// The processes that run tests are started with it.
Object.assign(process.env, softwareGpu());

const named = process.argv.slice(2);
const files = named.filter((name) => name.includes("/"));
const names = named.filter((name) => !files.includes(name));
const lines: string[] = [];
for (const name of names.length > 0 ? names : Object.keys(groups)) {
  lines.push(await shareSeen(name, files));
}
console.log(lines.join("\n"));
