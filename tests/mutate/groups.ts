// Where faults are planted, and the tests that should see them, by the group whose share
// is told. Components (.tsx) and the databases' drivers are left out: journeys and the tests
// of lost, full and read-only databases watch those, neither of which can run per fault.

export type Group = {
  /** Globs of the files that get faults, from the root. */
  mutate: readonly string[];
  /** The folders or files of tests that are run. */
  tests: readonly string[];
  /** Of those, the ones that are not. */
  without?: readonly string[];
};

export const groups: Readonly<Record<string, Group>> = {
  receipts: {
    mutate: ["labs/receipt/*.ts"],
    tests: ["tests/labs/receipt/", "tests/kept/receipts.test.ts"],
  },
  links: {
    mutate: ["labs/run/link.ts", "labs/assignment/*.ts"],
    tests: ["tests/labs/assignment/", "tests/labs/run/", "tests/kept/links.test.ts"],
  },
  kinds: {
    mutate: ["content/quiz/kinds/*.ts"],
    tests: ["tests/content/quiz/", "tests/content/exchange/"],
    // Its time zones hold for processes, and faults are planted in threads.
    without: ["tests/content/quiz/schedule.test.ts"],
  },
  class: {
    mutate: [
      "content/class/*.ts",
      "app/server/*.ts",
      "app/server/store/sql-*.ts",
      "app/server/store/store-fault.ts",
    ],
    tests: ["tests/app/", "tests/content/class/"],
  },
  outbox: {
    mutate: ["components/class/learner/*.ts", "components/class/graded/*.ts"],
    tests: ["tests/components/class/learner/", "tests/components/class/graded/"],
  },
};
