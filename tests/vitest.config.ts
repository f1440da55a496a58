import { readdirSync, readFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const root = fileURLToPath(new URL("..", import.meta.url));

/** As in `soak.ts`, which Vite would not find from here without a complaint. */
const soaking = process.env.SOAK === "1";

/** Every file of tests; in the long run those that repeat themselves more often then. */
function testFiles() {
  const files = readdirSync(new URL(".", import.meta.url), { recursive: true });
  return files
    .map((file) => `tests/${file}`)
    .filter((file) => /\.test\.tsx?$/.test(file))
    .filter(
      (file) => !soaking || /from "[./]+\/soak"/.test(readFileSync(root + file, "utf8")),
    );
}

/** Where classes are kept, by tests that ask for a PostgreSQL. */
const stores = /^tests\/(app|kept)\//;

/** What a file of tests leaves in its process, or must not find there: mocks, a GPU, data. */
const traces =
  /\bvi\.(?!waitFor)|@vitest-environment|@tensorflow|node-gpu|node-worker|process\.env|missingFile/;
const leavesTraces = (file: string) => traces.test(readFileSync(root + file, "utf8"));

const tests = testFiles();
const plain = tests.filter((file) => !stores.test(file));

export default defineConfig({
  root,
  resolve: { alias: { "@": root } },
  test: {
    // As in journeys: what passes at the second try alone is marked in the list.
    retry: process.env.CI ? 1 : 0,
    testTimeout: soaking ? 600_000 : 120_000,
    // One more than cores: some always wait, for a database, a disk or another process.
    maxWorkers: availableParallelism() + 1,
    // TensorFlow.js ships ES modules that Node takes for CommonJS unless Vite reads them.
    server: { deps: { inline: [/@tensorflow/] } },
    projects: [
      // Those that leave no traces load what they share once for all, not once each.
      {
        extends: true,
        test: {
          name: "plain",
          isolate: false,
          include: plain.filter((file) => !leavesTraces(file)),
        },
      },
      {
        extends: true,
        test: { name: "alone", include: plain.filter(leavesTraces) },
      },
      {
        extends: true,
        test: {
          name: "server",
          isolate: false,
          include: tests.filter((file) => stores.test(file) && !leavesTraces(file)),
          globalSetup: ["tests/postgres-setup.ts"],
        },
      },
      {
        extends: true,
        test: {
          name: "server alone",
          include: tests.filter((file) => stores.test(file) && leavesTraces(file)),
          globalSetup: ["tests/postgres-setup.ts"],
        },
      },
    ],
  },
});
