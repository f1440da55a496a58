// Where faults are planted, and the tests that should see them, by the group whose share
// is told. Components (.tsx) and the databases' drivers are left out: journeys and the tests
// of lost, full and read-only databases watch those, neither of which can run per fault.

import { readdirSync } from "node:fs";

export type Group = {
  /** Globs of the files that get faults, from the root. */
  mutate: readonly string[];
  /** The folders or files of tests that are run. */
  tests: readonly string[];
  /** Of those, the ones that are not. */
  without?: readonly string[];
  /** "vitest" where they need a page: see `runner.ts` for the other. */
  runner?: "vitest";
};

export const groups: Readonly<Record<string, Group>> = {
  receipts: {
    mutate: ["labs/receipt/*.ts"],
    tests: ["tests/labs/receipt/", "tests/kept/receipts.test.ts"],
    // Node takes the ES modules of TensorFlow.js for CommonJS.
    without: ["tests/labs/receipt/gpu-receipt.test.ts"],
  },
  links: {
    mutate: ["labs/run/link.ts", "labs/assignment/*.ts"],
    tests: [
      ...["tests/labs/assignment/", "tests/labs/run/", "tests/kept/links.test.ts"],
      ...["attacks", "borrowed", "check"].map(
        (name) => `tests/labs/receipt/${name}.test.ts`,
      ),
    ],
  },
  kinds: {
    mutate: ["content/quiz/kinds/*.ts", "!content/quiz/kinds/*-file.ts"],
    tests: ["tests/content/quiz/"],
    // Time zones hold for processes; and all of the course's questions, for a hundred seeds
    // each, take longer than all other tests together.
    without: [
      "tests/content/quiz/schedule.test.ts",
      "tests/content/quiz/lesson-questions.test.ts",
    ],
  },
  files: {
    mutate: ["content/quiz/kinds/*-file.ts"],
    tests: ["tests/content/exchange/", "tests/content/quiz/question-file.test.ts"],
  },
  class: {
    mutate: [
      "content/class/*.ts",
      // It runs in a thread, of whose steps Stryker is not told.
      ...["app/server/*.ts", "!app/server/check-worker.ts"],
      "app/server/store/sql-*.ts",
      "app/server/store/store-fault.ts",
    ],
    tests: ["tests/app/", "tests/content/class/"],
    // Their processes, disks and repetitions take longer than all other tests together.
    without: [
      "tests/app/api/random-requests.test.ts",
      "tests/app/api/rate-limits.test.ts",
      "tests/app/server/check-turns.test.ts",
      ...["law", "rivals", "crash", "lost", "full", "readonly", "busy"].map(
        (name) => `tests/app/server/store/store-${name}.test.ts`,
      ),
      "tests/app/server/store/postgres/",
    ],
  },
  outbox: {
    mutate: ["components/class/learner/*.ts", "components/class/graded/*.ts"],
    tests: ["tests/components/class/learner/", "tests/components/class/graded/"],
    runner: "vitest",
  },
};

/** The files of tests of a group, from the root. */
export function testFilesOf(name: string): readonly string[] {
  const { tests = [], without = [] } = groups[name] ?? {};
  return readdirSync("tests", { recursive: true })
    .map((file) => `tests/${file}`)
    .filter((file) => /\.test\.tsx?$/.test(file))
    .filter((file) => tests.some((start) => file.startsWith(start)))
    .filter((file) => !without.some((start) => file.startsWith(start)))
    .sort();
}
