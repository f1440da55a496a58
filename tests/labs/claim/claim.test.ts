import { expect, test } from "vitest";
import type { Lab } from "@/labs/catalog/lab";
import { labs } from "@/labs/catalog/labs";
import { type Claim, claimedRun } from "@/labs/claim/claim";
import { judge, type Outcome } from "@/labs/claim/outcome";
import type { Pass } from "@/labs/training/training";
import { everyClaim } from "@/tests/claims/claim-runs";
import { provideData } from "../provide-data";
import { trained } from "../trained";

provideData();

const worked = everyClaim.filter(({ claim }) => claim.worked);

test.each(worked)("$name: $claim.says", ({ claim, run }) => {
  expect(judge(claim, trained(run))).toMatchObject({ held: true });
});

test("the ids of a lab's claims differ, and each lab has two claims", () => {
  for (const [id, lab] of Object.entries<Lab>(labs)) {
    expect(lab.id).toBe(id);
    expect(lab.claims.length).toBeGreaterThan(1);
    expect(new Set(lab.claims.map((claim) => claim.id)).size).toBe(lab.claims.length);
  }
});

test.each(everyClaim)("“$name” says the figures that are checked", ({ claim, run }) => {
  const { expects, says } = claim;
  const { passes } = run;
  if (expects.of === "divergence")
    return expect(says).toMatch(/diverge|overflow|number/i);
  const figures = says.match(/\d[\d,]*(\.\d+)?/g) ?? [];
  expect(figures).toContain(String(expects.bound));
  if (/pass/.test(says)) expect(figures).toContain(String(passes));
  if (expects.of === "testAccuracy" || expects.of === "naiveShare") {
    expect(says).toMatch(new RegExp(`${expects.ends}.* (%|percent)`));
  }
  if (!("of" in expects) || !/Loss$/.test(expects.of)) return;
  expect(says).toContain(expects.of.replace("Loss", " loss"));
  expect(says).toContain("stays" in expects ? expects.stays : expects.ends);
});

const plainOutcome: Outcome = {
  passes: [],
  diverged: false,
  held: "test",
  testLoss: 0.4,
  testAccuracy: 0.9,
  naiveTestLoss: 0.8,
  judged: null,
};
const curve = (...losses: number[]): Pass[] =>
  losses.map((loss, index) => ({ pass: index, trainLoss: loss, heldLoss: loss + 0.1 }));
const claim = (expects: Claim["expects"]): Claim => ({
  id: "a",
  says: "",
  link: "",
  expects,
});
const held = (expects: Claim["expects"], outcome: Partial<Outcome>) =>
  judge(claim(expects), { ...plainOutcome, ...outcome }).held;

test("a claim that does not hold is judged so", () => {
  const outcome = { passes: curve(1, 0.5, 0.3), diverged: false };
  const of = "trainLoss";
  expect(held({ of, ends: "below", bound: 0.31 }, outcome)).toBe(true);
  expect(held({ of, ends: "below", bound: 0.3 }, outcome)).toBe(false);
  expect(held({ of, ends: "above", bound: 0.3 }, outcome)).toBe(false);
  expect(held({ of, stays: "above", bound: 0.4, from: 0 }, outcome)).toBe(false);
  expect(held({ of, stays: "below", bound: 0.6, from: 0 }, outcome)).toBe(true);
  expect(held({ of: "gap", ends: "above", bound: 0.05 }, outcome)).toBe(true);
  expect(held({ of: "gap", ends: "above", bound: 0.2 }, outcome)).toBe(false);
  expect(held({ of: "divergence" }, outcome)).toBe(false);
  expect(held({ of: "testAccuracy", ends: "above", bound: 89 }, outcome)).toBe(true);
  expect(held({ of: "testAccuracy", ends: "above", bound: 91 }, outcome)).toBe(false);
  expect(held({ of: "naiveShare", ends: "below", bound: 51 }, outcome)).toBe(true);
  expect(held({ of: "naiveShare", ends: "below", bound: 49 }, outcome)).toBe(false);
  expect(held({ of, ends: "below", bound: 9 }, { ...outcome, diverged: true })).toBe(
    false,
  );
  expect(held({ of: "divergence" }, { ...outcome, diverged: true })).toBe(true);
});

test("a claim with an illegal link names what is wrong", () => {
  const wrong: Claim = { ...claim({ of: "divergence" }), link: "lr=fast" };
  expect(() => claimedRun(wrong, labs.network.start)).toThrow("Learning rate");
});

test("a claim on the test loss of a run that validates looks at its closed examples", () => {
  const run = { ...labs.network.start, passes: 3, split: 0.5, validation: 0.3 };
  const outcome = trained(run);
  const told = trained({ ...run, validation: 0 });
  expect(outcome.held).toBe("validation");
  expect(outcome.testLoss).not.toBe(outcome.passes.at(-1)?.heldLoss);
  const [seen, all] = [outcome, told].map(({ passes }) => passes.at(-1)!);
  expect(seen?.trainLoss).toBe(all?.trainLoss);
  // 90 examples validate, 60 test: together they are the 150 of two sets.
  const mean = (90 * (seen?.heldLoss ?? 0) + 60 * outcome.testLoss) / 150;
  expect(mean).toBeCloseTo(all?.heldLoss ?? 0, 5);
  const bound = outcome.testLoss + 1e-9;
  expect(held({ of: "testLoss", ends: "below", bound }, outcome)).toBe(true);
  const low = seen?.heldLoss ?? 0;
  expect(held({ of: "validationLoss", ends: "above", bound: low - 1e-9 }, outcome)).toBe(
    true,
  );
});

test("a rise is told from the lowest validation loss", () => {
  const passes = curve(1, 0.4, 0.5, 0.9);
  const outcome = { passes, held: "validation" } as const;
  expect(held({ of: "rise", ends: "above", bound: 0.49 }, outcome)).toBe(true);
  expect(held({ of: "rise", ends: "above", bound: 0.51 }, outcome)).toBe(false);
  expect(held({ of: "rise", ends: "below", bound: 0.51 }, outcome)).toBe(true);
  const { saw } = judge(claim({ of: "rise", ends: "above", bound: 0.1 }), {
    ...plainOutcome,
    ...outcome,
  });
  expect(saw).toBe("validation loss 1 after pass 3, and 0.5 after pass 1");
});
