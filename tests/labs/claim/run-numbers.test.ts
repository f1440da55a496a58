import { expect, test } from "vitest";
import type { Lab } from "@/labs/catalog/lab";
import { labs } from "@/labs/catalog/labs";
import type { Outcome } from "@/labs/claim/outcome";
import { runNumbers } from "@/labs/claim/run-numbers";
import { parseRun } from "@/labs/run/open-link";
import { provideData } from "../provide-data";
import { trained } from "../trained";

provideData();

const curve = (losses: readonly (readonly [train: number, test: number])[]): Outcome => ({
  passes: losses.map(([trainLoss, heldLoss], pass) => ({ pass, trainLoss, heldLoss })),
  diverged: false,
  held: "test",
  testLoss: losses.at(-1)?.[1] ?? 0,
  testAccuracy: 0.93,
  naiveTestLoss: 2,
  judged: null,
});

const falling = [
  [1, 1.2],
  [0.5, 0.4],
  [0.6, 0.5],
  [0.6, 0.7],
  [0.7, 0.9],
] as const;

test("a curve gives its ends, its lowest points, and how often it rose", () => {
  expect(runNumbers(curve(falling))).toEqual({
    trainLoss: 0.7,
    testLoss: 0.9,
    validationLoss: 0,
    firstTrainLoss: 1,
    firstTestLoss: 1.2,
    lowestTrainLoss: 0.5,
    lowestTestLoss: 0.4,
    lowestValidationLoss: 0,
    rises: 2,
    passes: 4,
    diverged: 0,
    testAccuracy: 93,
    naiveShare: 45,
  });
});

test("of a run that validates, the test loss is known at its end alone", () => {
  const outcome: Outcome = { ...curve(falling), held: "validation", testLoss: 0.8 };
  expect(runNumbers(outcome)).toMatchObject({
    testLoss: 0.8,
    validationLoss: 0.9,
    firstTestLoss: 0,
    lowestTestLoss: 0,
    lowestValidationLoss: 0.4,
    naiveShare: 40,
  });
});

test("a run that diverged has the losses of its last finite pass", () => {
  const broken = curve([
    [1, 1],
    [40, 50],
    [Number.NaN, Number.POSITIVE_INFINITY],
  ]);
  expect(runNumbers({ ...broken, diverged: true })).toMatchObject({
    trainLoss: 40,
    testLoss: 50,
    rises: 1,
    passes: 1,
    diverged: 1,
  });
});

test("all numbers are finite, whatever the run", () => {
  const nothing: Outcome = {
    passes: [],
    diverged: true,
    held: "validation",
    testLoss: Number.NaN,
    testAccuracy: Number.NaN,
    naiveTestLoss: 0,
    judged: null,
  };
  const runs = Object.values<Lab>(labs).map((lab) => parseRun("passes=2", lab.start).run);
  const wild = parseRun("lr=5&passes=20", labs.loss.start).run;
  for (const outcome of [nothing, ...[...runs, wild].map(trained)]) {
    for (const [name, value] of Object.entries(runNumbers(outcome))) {
      expect([name, Number.isFinite(value)]).toEqual([name, true]);
    }
  }
});
