import { expect, test } from "vitest";
import { network } from "@/labs/catalog/network-lab";
import type { Claim } from "@/labs/claim/claim";
import { heldOn, seedCount, seedsFrom, spreadOf, spreadText } from "@/labs/claim/spread";
import spreads from "@/labs/claim/spreads.json";
import { everyClaim, problemOf, trainSpread } from "@/tests/claims/claim-runs";
import { provideData } from "../provide-data";

provideData();

const spreadClaims = everyClaim.filter(({ claim }) => !claim.worked);

test("every claim but worked arithmetic has a spread, in the order of the course", () => {
  expect(Object.keys(spreads)).toEqual(spreadClaims.map(({ name }) => name));
});

test.each(spreadClaims)("$name holds on the seeds that it speaks of", (named) => {
  const spread = spreadOf(named.name) ?? [];
  expect(spread).toHaveLength(seedCount);
  expect(problemOf(named.claim, spread)).toBeNull();
});

test("a claim of worked arithmetic names its seed", () => {
  const worked = everyClaim.filter(({ claim }) => claim.worked);
  expect(worked.length).toBeGreaterThan(0);
  for (const { claim, run } of worked) {
    expect(claim.says).toContain(`seed ${run.seed}`);
  }
});

test("a claim is tried on its own seed and on 19 others", () => {
  for (const own of [1, 7, 20, 21, 4_000_000_000]) {
    const seeds = seedsFrom(own);
    expect(seeds[0]).toBe(own);
    expect(new Set(seeds).size).toBe(20);
  }
});

const below = (bound: number, says = "It ends below."): Claim => ({
  id: "a",
  says,
  link: "",
  expects: { of: "trainLoss", ends: "below", bound },
});
const ramp = Array.from({ length: 20 }, (_, at) => (at + 1) / 100);

test("a claim needs 18 of 20 seeds and a margin, or says on how many it holds", () => {
  expect(problemOf(below(0.3), ramp)).toBeNull();
  expect(problemOf(below(0.181), ramp)).toMatch("too near");
  expect(problemOf(below(0.195), ramp)).toBeNull();
  expect(problemOf(below(0.15), ramp)).toMatch("on 14 of 20 seeds");
  expect(problemOf(below(0.15, "It does on 14 of 20 seeds."), ramp)).toBeNull();
  expect(problemOf(below(0.15, "It does on 15 of 20 seeds."), ramp)).toMatch("14 of 20");
  expect(problemOf(below(0.15), ramp.toReversed())).toMatch("own seed");
  expect(problemOf(below(0.3), [0.1, null, null, null, ...ramp.slice(4)])).toMatch("17");
});

test("a spread in words", () => {
  expect(heldOn(below(0.15), [...ramp, null])).toBe(14);
  expect(spreadText(below(0.15), ramp)).toBe("train loss 0.01 to 0.2 (bound 0.15)");
  expect(spreadText(below(0.15), [0.1, null, 0.1])).toBe(
    "train loss 0.1 (bound 0.15); 1 diverged",
  );
  expect(spreadText(below(0.15), [null])).toBe("1 diverged");
  const diverges: Claim = { ...below(1), expects: { of: "divergence" } };
  expect(spreadText(diverges, [3, 4, null])).toBe(
    "the weights overflowed after pass 3 to 4; 1 came to their end",
  );
});

test("what is kept of a spread follows from the claim's run", () => {
  const named = spreadClaims.find(({ name }) => name === "network/four-neurons");
  if (!named) throw new Error("no such claim");
  const other = { ...named, run: { ...network.start, rate: 0.02 } };
  expect(trainSpread(other, 1)).not.toEqual(spreadOf(named.name)?.slice(0, 1));
});
