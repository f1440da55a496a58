// Lists, at the end of a run, the journeys that passed only when tried again: each of them
// is a fault of the test or of the site, to be mended.
import { stripVTControlCharacters } from "node:util";
import type { Reporter, TestCase } from "@playwright/test/reporter";

/** What went wrong first, in one line and without the colours of a terminal. */
const faultOf = ({ results }: TestCase) =>
  stripVTControlCharacters(results[0]?.errors[0]?.message ?? "").split("\n", 1)[0];

/** Playwright calls it with `new`. */
export default function flakyReporter(): Reporter {
  const flaky: TestCase[] = [];
  return {
    onTestEnd(test) {
      if (test.outcome() === "flaky") flaky.push(test);
    },
    onEnd() {
      if (flaky.length === 0) return;
      console.log(`\nFLAKY: ${flaky.length} passed only when tried again.`);
      for (const test of flaky) {
        const [, project, , ...titles] = test.titlePath();
        const { file, line } = test.location;
        console.log(`  [${project}] ${titles.join(" › ")}\n    ${file}:${line}`);
        console.log(`    ${faultOf(test)}`);
      }
    },
  };
}
