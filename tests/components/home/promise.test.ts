import { expect, test } from "vitest";
import { promise, promised, promisedLoss, promisedRun } from "@/components/home/promise";
import { claimNamed } from "@/labs/catalog/labs";
import { judge } from "@/labs/claim/outcome";
import { heldOn, seedCount, spreadOf } from "@/labs/claim/spread";
import { trained } from "../../labs/trained";

test("the home page’s promise holds with every seed that claims are trained on", () => {
  expect(heldOn(promise, spreadOf(promised) ?? [])).toBe(seedCount);
});

test("the promise is a claim of the lab, and would fail one layer", () => {
  expect(claimNamed(promised)).toBe(promise);
  expect(promisedLoss).toBe(0.2);
  const flat = trained({ ...promisedRun, layers: [8] });
  expect(judge(promise, flat).held).toBe(false);
});
