import { expect, test } from "vitest";
import { network } from "@/labs/catalog/network-lab";
import type { Claim } from "@/labs/claim/claim";
import { boundsOf } from "@/labs/claim/claim-bound";
import { outsetOf } from "@/labs/claim/outcome";

const outset = {
  first: { pass: 0, trainLoss: 1.1, heldLoss: 1.2 },
  held: "test",
  naiveTestLoss: 0.5,
} as const;
const last = { pass: 9, trainLoss: 0.1, heldLoss: 0.4 };
const boundOf = (expects: Claim["expects"], at = last) =>
  boundsOf({ id: "", says: "", link: "", expects }, outset, at);

test("a claim on a loss is drawn where it lies", () => {
  expect(boundOf({ of: "trainLoss", ends: "below", bound: 0.15 })).toEqual([
    { loss: 0.15, label: "claim: below 0.15" },
  ]);
  expect(boundOf({ of: "testLoss", ends: "above", bound: 0.25 })).toEqual([
    { loss: 0.25, label: "claim: test loss above 0.25" },
  ]);
  expect(boundOf({ of: "trainLoss", stays: "above", bound: 0.8, from: 0 })).toEqual([
    { loss: 0.8, label: "claim: stays above 0.8" },
  ]);
});

test("a share of the naive loss is drawn as the loss that it comes to", () => {
  expect(boundOf({ of: "naiveShare", ends: "below", bound: 60 })).toEqual([
    { loss: 0.3, label: "claim: test loss below 0.3" },
  ]);
});

test("a gap is a bound above the train loss, once there is one", () => {
  const gap = { of: "gap", ends: "above", bound: 0.2 } as const;
  expect(boundOf(gap, outset.first)).toEqual([]);
  expect(boundOf(gap)).toEqual([{ loss: 0.1 + 0.2, label: "claim: test loss above" }]);
});

test("a claim on accuracy or divergence has no loss to draw", () => {
  expect(boundOf({ of: "testAccuracy", ends: "above", bound: 90 })).toEqual([]);
  expect(boundOf({ of: "divergence" })).toEqual([]);
});

test("an untrained run is known by its first losses", () => {
  const { first, naiveTestLoss } = outsetOf(network.start);
  expect(first.pass).toBe(0);
  expect(first.trainLoss).toBeGreaterThan(0.5);
  // Two classes of targets −1 and 1 under the squared loss.
  expect(naiveTestLoss).toBe(1);
});

test("a run that validates has no line for the loss of its closed test set", () => {
  const validates = { ...outset, held: "validation" } as const;
  const drawn = (expects: Claim["expects"]) =>
    boundsOf({ id: "", says: "", link: "", expects }, validates, last);
  expect(drawn({ of: "testLoss", ends: "below", bound: 0.2 })).toEqual([]);
  expect(drawn({ of: "naiveShare", ends: "below", bound: 20 })).toEqual([]);
  expect(drawn({ of: "validationLoss", ends: "below", bound: 0.2 })).toEqual([
    { loss: 0.2, label: "claim: validation loss below 0.2" },
  ]);
  expect(drawn({ of: "gap", ends: "above", bound: 0.2 })).toMatchObject([
    { label: "claim: validation loss above" },
  ]);
});
