import { expect, test } from "vitest";
import {
  copiesIn,
  drawPoints,
  featuresAt,
  heldSet,
  sampleOf,
  scaledNames,
  testRows,
} from "@/labs/data/sample";
import { resolveConflicts } from "@/labs/run/conflicts";
import { parseRun } from "@/labs/run/open-link";
import { plainRun, type Run } from "@/labs/run/run";
import { provideData } from "../provide-data";

provideData();

const point = { x: 1, y: 2, target: 1 };

test("examples are shared by all runs whose settings decide the same ones", () => {
  const other: Run = {
    ...plainRun,
    layers: [8],
    activations: ["relu"],
    initialization: "zeros",
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
  { validation: 0.2 },
  { samples: 100 },
  { outliers: [point] },
  { inputs: ["xx"] },
  { scaling: "standard" },
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

test("standardised inputs have mean 0 and deviation 1 over what trains, whatever the unit", () => {
  const run: Run = { ...plainRun, inputs: ["xx", "y"], scaling: "standard", split: 0.3 };
  const { features, train } = sampleOf(run);
  for (const at of [0, 1]) {
    const column = Array.from({ length: train }, (_, row) => features[2 * row + at] ?? 0);
    const mean = column.reduce((sum, value) => sum + value, 0) / train;
    const square = column.reduce((sum, value) => sum + value ** 2, 0) / train;
    expect(mean).toBeCloseTo(0, 6);
    expect(square).toBeCloseTo(1, 6);
  }
});

test("a hundred times the first input leaves the others, here and at any place", () => {
  const run: Run = { ...plainRun, scaling: "hundred" };
  const [plain, scaled] = [sampleOf(plainRun).features, sampleOf(run).features];
  expect(scaled[0]).toBeCloseTo(100 * (plain[0] ?? 0), 3);
  expect(scaled[1]).toBe(plain[1]);
  expect([...featuresAt(run, [{ x: 0.5, y: -1 }])]).toEqual([50, -1]);
  expect(scaledNames(run)).toEqual(["x × 100", "y"]);
});

test("an input that never changes is standardised to 0", () => {
  const own = [0, 1, 2, 3].map((y) => ({ x: 2, y, target: y % 2 }));
  const run: Run = { ...plainRun, data: "own", own, scaling: "standard" };
  const { features } = sampleOf(run);
  expect([0, 2, 4, 6].map((at) => features[at])).toEqual([0, 0, 0, 0]);
  const [at = 1, up] = featuresAt(run, [{ x: 2, y: 9 }]);
  expect(at).toBe(0);
  expect(up).toBeGreaterThan(1);
});

const three: readonly Partial<Run>[] = [
  { data: "spiral", outliers: [point] },
  { data: "co2", window: 12 },
  { data: "digits", samples: 200 },
  { data: "vowels" },
];

test.each(three)(
  "a validation share parts three sets of %o, in their order",
  (change) => {
    const whole: Run = { ...plainRun, split: 0.6, ...change };
    const two = sampleOf(whole);
    const sample = sampleOf({ ...whole, validation: 0.2 });
    const { train, held, closed, features, targets } = sample;
    const others = two.targets.length - whole.outliers.length;
    const width = two.features.length / two.targets.length;
    expect(heldSet(whole)).toBe("test");
    expect(heldSet({ validation: 0.2 })).toBe("validation");
    expect(train).toBe(two.train);
    expect(held).toBe(Math.round(0.2 * others));
    expect(closed?.targets).toHaveLength(two.held - held);
    expect(features).toHaveLength((train + held) * width);
    expect([...features, ...(closed?.features ?? [])]).toEqual([...two.features]);
    expect([...targets, ...(closed?.targets ?? [])]).toEqual([...two.targets]);
    expect(testRows(sample)).toEqual(closed);
    expect(testRows(two).targets).toHaveLength(two.held);
  },
);

test("a link from before there was validation has two sets", () => {
  const { run, refused } = parseRun("split=0.6", plainRun);
  expect(refused).toEqual([]);
  expect(run.validation).toBe(0);
  expect(sampleOf(run)).toMatchObject({ train: 180, held: 120, closed: null });
});

test("however few examples there are, each set has one", () => {
  for (const split of [0.1, 0.5, 0.9, 0.07]) {
    for (const validation of [0.01, 0.4, 0.8]) {
      const wish: Run = { ...plainRun, samples: 10, split, validation };
      const { run } = resolveConflicts(wish, plainRun);
      const { train, held, closed } = drawPoints(run);
      const tests = heldSet(run) === "test" ? held : closed;
      expect(Math.min(train.length, held.length, tests.length)).toBeGreaterThan(0);
      expect(run.split + run.validation).toBeLessThanOrEqual(0.901);
    }
  }
  const own = [point, { ...point, target: 0 }, { ...point, x: 2 }];
  const few: Run = { ...plainRun, data: "own", own, validation: 0.1 };
  expect(resolveConflicts(few, plainRun).refused).toEqual([]);
  expect(sampleOf(few)).toMatchObject({ train: 1, held: 1 });
  const two = resolveConflicts({ ...few, own: own.slice(1) }, plainRun);
  expect(two.refused).toMatchObject([{ key: "valid" }]);
  expect(two.run.validation).toBe(0);
});

test("what would leave nothing to test gives way with a sentence", () => {
  const { run, refused } = parseRun("split=0.8&valid=0.4", plainRun);
  expect(run).toMatchObject({ split: 0.8, validation: 0.1 });
  expect(refused[0]?.says).toMatch(/no tenth to test/);
  const series = "data=values&window=2&values=1*2*3*4*6";
  const base: Run = { ...plainRun, data: "co2" };
  expect(parseRun(series, base).refused).toEqual([]);
  expect(parseRun(`${series}&valid=0.2`, base).refused[0]?.says).toMatch(/6 values/);
});

test("test examples that also train are counted, of a closed test set too", () => {
  const at = (x: number, target = 0) => ({ x, y: 0, target });
  const own = [at(1), at(2), at(2, 1), at(3)];
  const copies = (points: Run["own"], change: Partial<Run> = {}) =>
    copiesIn(sampleOf({ ...plainRun, data: "own", own: points, ...change }));
  expect(copies(own)).toBe(0);
  expect(copies(Array.from({ length: 8 }, () => at(1)))).toBe(4);
  expect(
    copies(
      Array.from({ length: 10 }, () => at(1)),
      { validation: 0.2 },
    ),
  ).toBe(3);
  // As many of each pair stand on both sides as the seed says.
  const twice = copies([...own, ...own]);
  const { train, held } = drawPoints({ ...plainRun, data: "own", own: [...own, ...own] });
  const both = held.filter(({ x, target }) =>
    train.some((other) => other.x === x && other.target === target),
  );
  expect([twice, twice > 0]).toEqual([both.length, true]);
  expect(copiesIn(sampleOf(plainRun))).toBe(0);
});
