import { expect, test } from "vitest";
import { sampleOf } from "@/labs/data/sample";
import { plainRun, type Run } from "@/labs/run/run";

const point = { x: 1, y: 2, target: 1 };

test("examples are shared by all runs whose settings decide the same ones", () => {
  const other: Run = {
    ...plainRun,
    layers: [8],
    activations: ["relu"],
    loss: "hinge",
    optimizer: "adam",
    rate: 1,
    regularization: "l2",
    decay: 0.1,
    drop: 0.1,
    batch: 1,
    passes: 1,
    edits: [{ at: 0, value: 1 }],
    device: "cpu",
  };
  expect(sampleOf(other)).toBe(sampleOf(plainRun));
});

const plane: readonly Partial<Run>[] = [
  { data: "xor" },
  { noise: 0.1 },
  { split: 0.6 },
  { samples: 100 },
  { outliers: [point] },
  { inputs: ["xx"] },
  { seed: 8 },
];

test.each(plane)("other examples are drawn for %o", (change) => {
  expect(sampleOf({ ...plainRun, ...change })).not.toEqual(sampleOf(plainRun));
});

test("own points, an own series and its window decide their examples", () => {
  const own: Run = { ...plainRun, data: "own", own: [point, { ...point, target: 0 }] };
  const moved = { ...own, own: [point, { ...point, x: 2 }] };
  expect(sampleOf(moved)).not.toEqual(sampleOf(own));
  const values: Run = { ...plainRun, data: "values", window: 1, values: [1, 2, 4, 3, 9] };
  expect(sampleOf({ ...values, window: 2 })).not.toEqual(sampleOf(values));
  const other = { ...values, values: [1, 2, 4, 3, 5] };
  expect(sampleOf(other)).not.toEqual(sampleOf(values));
});
