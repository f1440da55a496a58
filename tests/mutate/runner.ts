// Stryker's way to run our tests: all are loaded once into a process, and run there again
// with each fault, those first that take least and have seen most faults of the same file.
// Vitest would load them anew each time, which takes ten times as long.
import { readFileSync, writeFileSync } from "node:fs";
import { register } from "node:module";
import { pathToFileURL } from "node:url";
import { declareFactoryPlugin, PluginKind } from "@stryker-mutator/api/plugin";
import {
  DryRunStatus,
  determineHitLimitReached,
  MutantRunStatus,
  type TestResult,
  type TestRunner,
  TestStatus,
} from "@stryker-mutator/api/test-runner";
import { testFilesOf } from "./groups";
import { type Collected, collect, openFile, patience, runTest } from "./in-process";
import { isInPart } from "./part";

/** What the instrumented code and we tell each other: see Stryker's instrumenter. */
type Instrumented = {
  activeMutant?: string | undefined;
  currentTestId?: string | undefined;
  hitCount?: number | undefined;
  hitLimit?: number | undefined;
  mutantCoverage?: {
    static: Record<string, number>;
    perTest: Record<string, Record<string, number>>;
  };
};

const instrumented: Instrumented = {};
Reflect.set(globalThis, "__stryker__", instrumented);

/** Threads and processes that a test starts have the fault as well. */
function plant(mutant: string | undefined) {
  instrumented.activeMutant = mutant;
  if (mutant === undefined) delete process.env.__STRYKER_ACTIVE_MUTANT__;
  else process.env.__STRYKER_ACTIVE_MUTANT__ = mutant;
}

/** Our alias and "vitest", as the files of this folder have them. */
function resolveHere(root: string) {
  const hooks = `export const resolve = (name, context, next) =>
    name === "vitest" ? next(${JSON.stringify(import.meta.resolve("./in-process.ts"))}, context)
    : name.startsWith("@/") ? next(${JSON.stringify(root)} + name.slice(2), context)
    : next(name, context);`;
  register(`data:text/javascript,${encodeURIComponent(hooks)}`);
}

/** How long the tests of one fault may take, in milliseconds: what is not seen by then is not. */
const longestSearch = 30_000;

const late = new Error("A test did not end.");

function within<T>(work: Promise<T>, most: number): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const waited = new Promise<never>((_, refuse) => {
    timer = setTimeout(() => refuse(late), most);
  });
  return Promise.race([work, waited]).finally(() => clearTimeout(timer));
}

const told = (error: unknown) => (error instanceof Error ? error.message : String(error));

/** How a test fails, in one line; null where it passes. */
const faultIn = (test: Collected) =>
  runTest(test).then(
    () => null,
    (error) => `${test.id}: ${told(error)}`,
  );

/** What each test takes without a fault, in milliseconds, for the processes that come later. */
const timesFile = "times-of-tests.json";

function createRunner(): TestRunner {
  let tests: Collected[] = [];
  let times: Record<string, number> = {};
  /** Whether the process may be in a state that no test expects. */
  let spoiled = false;

  /** How many faults of a mutated file the tests of a file have seen, by both names. */
  const sights = new Map<string, number>();
  const sightOf = (mutated: string, file: string) => `${mutated} ${file}`;

  /** Tests by file: the quick ones first, and those that have seen much of the mutated file. */
  function inFiles(chosen: readonly Collected[], mutated = "") {
    const files = new Map<string, Collected[]>();
    for (const one of chosen) files.set(one.file, [...(files.get(one.file) ?? []), one]);
    const cost = ([file, own]: readonly [string, readonly Collected[]]) => {
      const whole = own.reduce((sum, { id }) => sum + (times[id] ?? 0), 0);
      return whole / (1 + (sights.get(sightOf(mutated, file)) ?? 0));
    };
    return [...files].toSorted((one, other) => cost(one) - cost(other));
  }

  /** The first of a file's tests that fails with a fault, and how; null where none does. */
  async function seenBy(own: readonly Collected[], mutant: string | undefined) {
    let [running] = own;
    if (!running) return null;
    try {
      plant(mutant);
      const close = await within(openFile(own), 20_000);
      try {
        for (const test of own) {
          running = test;
          const took = times[test.id] ?? 1000;
          patience.most = 2000 + 3 * took;
          await within(runTest(test), 4000 + 6 * took);
        }
        return null;
      } finally {
        plant(undefined);
        await within(close(), 20_000);
      }
    } catch (error) {
      return { test: running, error };
    } finally {
      plant(undefined);
    }
  }

  return {
    capabilities: () => ({ reloadEnvironment: false }),

    async init() {
      process.on("unhandledRejection", () => {});
      process.on("uncaughtException", () => {});
      const root = pathToFileURL(`${process.cwd()}/`).href;
      resolveHere(root);
      for (const path of testFilesOf(process.env.MUTATED_GROUP ?? "")) {
        tests = [...tests, ...(await collect(path, () => import(root + path)))];
      }
    },

    async dryRun() {
      plant(undefined);
      const results: TestResult[] = [];
      for (const [fileName, own] of inFiles(tests)) {
        // What is opened for a file counts for its first test.
        instrumented.currentTestId = own[0]?.id;
        const close = await openFile(own);
        for (const test of own) {
          const { id, name } = test;
          instrumented.currentTestId = id;
          const start = performance.now();
          const failed = await faultIn(test);
          const timeSpentMs = performance.now() - start;
          // One that fails at first alone hangs on how busy the machine is: it would tell
          // of faults that are none.
          if (failed !== null && (await faultIn(test)) === null) {
            console.warn(`Left out, as it does not always pass: ${failed}`);
            delete instrumented.mutantCoverage?.perTest[id];
            continue;
          }
          times = { ...times, [id]: timeSpentMs };
          const base = { id, name, fileName, timeSpentMs };
          results.push(
            failed === null
              ? { ...base, status: TestStatus.Success }
              : { ...base, status: TestStatus.Failed, failureMessage: failed },
          );
        }
        await close();
        instrumented.currentTestId = undefined;
      }
      writeFileSync(timesFile, JSON.stringify(times));
      const { mutantCoverage = { static: {}, perTest: {} } } = instrumented;
      return { status: DryRunStatus.Complete, tests: results, mutantCoverage };
    },

    async mutantRun({ activeMutant, testFilter, hitLimit }) {
      if (!isInPart(activeMutant)) {
        return { status: MutantRunStatus.Error, errorMessage: "of another part" };
      }
      // Stryker starts another process in the place of one that ends.
      if (spoiled) process.exit(1);
      times = JSON.parse(readFileSync(timesFile, "utf8"));
      const chosen = testFilter
        ? tests.filter(({ id }) => testFilter.includes(id))
        : tests;
      instrumented.hitCount = 0;
      instrumented.hitLimit = hitLimit;
      const start = performance.now();
      let nrOfTests = 0;
      const { fileName } = activeMutant;
      for (const [file, own] of inFiles(chosen, fileName)) {
        if (performance.now() - start > longestSearch) break;
        nrOfTests += own.length;
        const seen = await seenBy(own, activeMutant.id);
        const overrun = determineHitLimitReached(instrumented.hitCount, hitLimit);
        if (overrun || seen?.error === late) {
          spoiled = true;
          const reason = overrun?.reason ?? `${seen?.test.id} did not end`;
          return { status: MutantRunStatus.Timeout, reason };
        }
        if (!seen) continue;
        const sight = sightOf(fileName, file);
        sights.set(sight, (sights.get(sight) ?? 0) + 1);
        const { id } = seen.test;
        spoiled = (await seenBy([seen.test], undefined)) !== null;
        return {
          status: MutantRunStatus.Killed,
          ...{ killedBy: [id], failureMessage: told(seen.error), nrOfTests },
        };
      }
      return { status: MutantRunStatus.Survived, nrOfTests };
    },
  };
}

export const strykerPlugins = [
  declareFactoryPlugin(PluginKind.TestRunner, "in-process", createRunner),
];
