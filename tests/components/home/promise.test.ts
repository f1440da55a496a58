import { expect, test } from "vitest";
import { promise, promised, promisedLoss, promisedRun } from "@/components/home/promise";
import { claimNamed } from "@/labs/catalog/labs";
import { judge } from "@/labs/claim/outcome";
import { trained } from "../../labs/trained";
import { times } from "../../soak";

const seeds = Array.from({ length: times(6, 20) }, (_, at) => promisedRun.seed + at);

test.each(seeds)("the home page’s promise holds with seed %i", (seed) => {
  expect(judge(promise, trained({ ...promisedRun, seed })).held).toBe(true);
});

test("the promise is a claim of the lab, and would fail one layer", () => {
  expect(claimNamed(promised)).toBe(promise);
  expect(promisedLoss).toBe(0.2);
  const flat = trained({ ...promisedRun, layers: [8] });
  expect(judge(promise, flat).held).toBe(false);
});
