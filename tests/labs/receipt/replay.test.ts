// A receipt's run trained again: how it compares, bit by bit, and what it costs.
import { expect, test } from "vitest";
import { labs } from "@/labs/catalog/labs";
import { arithmeticOf } from "@/labs/receipt/arithmetic";
import type { Receipt } from "@/labs/receipt/receipt";
import { replaying, replayWork } from "@/labs/receipt/replay";
import { parseRun } from "@/labs/run/open-link";
import { planOf } from "@/labs/run/plan";
import type { Run } from "@/labs/run/run";
import { assignmentOf, trainReceipt } from "./train-receipt";

const link = "/labs/network?assignment=1&goal=loss_9&samples=60&layers=3&passes=40";

const receipt = trainReceipt(link, "Ada");

const runOf = ({ link, seed, run }: Receipt) =>
  parseRun(run, { ...assignmentOf(link).run, seed }).run;

/** The replay to its end, or until it was asked so often whether to go on. */
function replayed(made: Receipt, asked = Number.POSITIVE_INFINITY, run = runOf(made)) {
  const task = planOf(run);
  const training = arithmeticOf(made)?.begin(task.plan, task.examples);
  if (!training) throw new Error("Nothing trains it.");
  const steps = replaying(made, task, training);
  const shares: number[] = [];
  for (let step = steps.next(true); ; step = steps.next(shares.length < asked)) {
    if (step.done) return { ...step.value, shares };
    shares.push(step.value);
  }
}

const onGpu = { kind: "webgpu", name: "A GPU" } as const;

const withWeight = (made: Receipt, at: number, change: (weight: number) => number) => ({
  ...made,
  weights: made.weights.map((weight, index) => (index === at ? change(weight) : weight)),
});

const withLoss = (made: Receipt, at: number, change: (loss: number) => number) => ({
  ...made,
  curve: made.curve.map((one, index) =>
    index === at ? { ...one, heldLoss: change(one.heldLoss) } : one,
  ),
});

const withTrainLoss = (made: Receipt, at: number, change: (loss: number) => number) => ({
  ...made,
  curve: made.curve.map((one, index) =>
    index === at ? { ...one, trainLoss: change(one.trainLoss) } : one,
  ),
});

/** The next number that f32 has. */
function nextUp(value: number): number {
  const numbers = new Float32Array([value]);
  const bits = new Uint32Array(numbers.buffer);
  bits[0] = (bits[0] ?? 0) + 1;
  return numbers[0] ?? 0;
}

test("the same bits are said to be identical, whatever trained them", () => {
  for (const device of [receipt.device, onGpu]) {
    const { exact, finding, curve, weights } = replayed({ ...receipt, device });
    expect(exact).toBe(true);
    expect(finding).toEqual({
      ...{ about: "replay", verdict: "good" },
      says: "Replayed, identical: training it again gave the same bits.",
    });
    expect(curve).toEqual(receipt.curve);
    expect(weights).toEqual(receipt.weights);
  }
});

test.each<[Receipt, string]>([
  [withWeight(receipt, 0, nextUp), "weight 1"],
  [withWeight(receipt, 4, nextUp), "weight 5"],
  [withLoss(receipt, 0, nextUp), "the loss after pass 0"],
  [withTrainLoss(receipt, 0, nextUp), "the loss after pass 0"],
  [withLoss(receipt, 7, nextUp), "the loss after pass 7"],
  [withLoss(withWeight(receipt, 4, nextUp), 3, nextUp), "the loss after pass 3"],
])("on the CPU one bit accuses, and its place is named: %#", (made, where) => {
  const { exact, finding } = replayed(made);
  expect([exact, finding.verdict]).toEqual([false, "bad"]);
  expect(finding.says).toContain(`Replayed, and it differs from ${where} on, though`);
});

test.each<[Receipt, "good" | "unsure", string]>([
  [withWeight(receipt, 4, nextUp), "good", "agrees within 0.0001 %"],
  [withWeight(receipt, 4, (one) => one * 1.005), "good", "agrees within 0.5 %"],
  [withLoss(receipt, 7, (one) => one * 1.005), "good", "agrees within 0.5 %"],
  [withWeight(receipt, 4, (one) => one * 1.02), "unsure", "it differs: 2 % at most"],
  [withLoss(receipt, 7, (one) => one * 1.02), "unsure", "it differs: 2 % at most"],
  [withWeight(receipt, 4, () => Number.NaN), "unsure", "it differs: without bound"],
  [{ ...receipt, weights: receipt.weights.slice(1) }, "unsure", "it differs: "],
])("a GPU's rounding is allowed up to a hundredth: %#", (made, verdict, says) => {
  const { exact, finding } = replayed({ ...made, device: onGpu });
  expect([exact, finding.verdict]).toEqual([false, verdict]);
  expect(finding.says).toContain(says);
});

test.each<[Receipt, "bad" | "unsure", string]>([
  [receipt, "unsure", "after pass 10 of 40 (25 %). As far as it came, its losses agree."],
  [withLoss(receipt, 7, nextUp), "bad", "its losses differ."],
  [withLoss(receipt, 12, nextUp), "unsure", "its losses agree."],
  [{ ...withLoss(receipt, 7, nextUp), device: onGpu }, "unsure", "its losses agree."],
  [
    { ...withLoss(receipt, 7, (one) => one * 2), device: onGpu },
    "unsure",
    "its losses differ.",
  ],
])("a replay that is stopped judges what it saw: %#", (made, verdict, says) => {
  const { exact, finding, curve, weights } = replayed(made, 11);
  expect([exact, weights, finding.verdict]).toEqual([false, null, verdict]);
  expect(finding.says).toContain("Not replayed to its end: it was stopped");
  expect(finding.says).toContain(says);
  expect(curve.map(({ pass }) => pass)).toEqual(
    Array.from({ length: 11 }, (_, at) => at),
  );
});

test("a small run is looked after once at each pass that the receipt tells", () => {
  const { shares } = replayed(trainReceipt(link, "Ada", { passes: 94 }));
  expect(shares).toEqual(Array.from({ length: 47 }, (_, at) => (2 * at) / 94));
});

test("a large run is looked after at every pass", () => {
  // About 6.4 million multiplications a pass: two of them would be too many at once.
  const set = { layers: [64, 64], samples: 580, passes: 94 };
  const small = trainReceipt(link, "Ada", { passes: 94 });
  const large: Run = { ...runOf(small), ...set };
  const { shares, curve } = replayed(small, 4, large);
  expect(shares).toEqual([0, 1 / 94, 2 / 94, 3 / 94]);
  expect(curve.map(({ pass }) => pass)).toEqual([0, 2]);
});

const { start } = labs.network;

/** By the first arithmetic. */
const workOf = (run: Run) => replayWork({ kernel: 1 }, run);

const ownPoint = { x: 0, y: 0, target: 1 };

test("the work of a replay is known before, by weights, examples and steps", () => {
  // Two inputs, three neurons, one score: 13 weights in 4 neurons.
  const run: Run = {
    ...start,
    samples: 60,
    layers: [3],
    passes: 40,
    batch: 10,
    split: 0.5,
  };
  const [evaluated, step] = [4 * 60 * (13 + 12 * 4 + 30), 40 * 13 + 100];
  expect(workOf(run)).toBe(40 * (evaluated + 3 * step));
  expect(workOf({ ...run, passes: 80 })).toBe(2 * workOf(run));
  expect(workOf({ ...run, split: 0.55 })).toBe(40 * (evaluated + 4 * step));
  // Three neurons, then two: 6 + 3, 6 + 2 and 2 + 1 weights.
  const deep = 4 * 60 * (20 + 12 * 6 + 30);
  expect(workOf({ ...run, layers: [3, 2] })).toBe(40 * (deep + 3 * 900));
});

test("a later arithmetic is quicker, and what nothing replays is no work", () => {
  expect(replayWork({ kernel: 2 }, start)).toBeCloseTo(workOf(start) / 5, 6);
  expect(replayWork({ kernel: 3 }, start)).toBe(0);
});

test("a reader's own formula counts by its parts, so that no replay is dearer than told", () => {
  const run: Run = { ...start, layers: [3], samples: 60, batch: 10, split: 0.5 };
  const nested: Run = {
    ...run,
    activations: [`=${"tanh(".repeat(19)}z${")".repeat(19)}`],
  };
  // As a formula takes a hundred parts and more for the network's 66 multiplications.
  expect(workOf(nested)).toBeGreaterThan(50 * workOf(run));
  expect(workOf({ ...run, loss: "=(s - t)^2" })).toBeGreaterThan(workOf(run));
  const made = trainReceipt(link, "Ada", { activations: nested.activations });
  const { exact, finding, shares } = replayed(made);
  expect([exact, finding.verdict]).toEqual([true, "good"]);
  expect(shares.length).toBeGreaterThan(1);
});

test("own points and values count as many as they are, and files as many as any has", () => {
  const perPass = (set: Partial<Run>) =>
    workOf({ ...start, layers: [3], batch: 3000, ...set }) / start.passes;
  const points = (count: number) =>
    perPass({ data: "own", own: Array.from({ length: count }, () => ownPoint) });
  const values = (count: number) =>
    perPass({ data: "values", values: Array.from({ length: count }, (_, at) => at) });
  for (const of of [points, values]) {
    expect(of(8) - of(4)).toBeGreaterThan(0);
    expect(of(8) - of(4)).toBe(of(12) - of(8));
  }
  expect(points(8)).toBe(perPass({ samples: 8 }));
  const file = labs.series.start.data;
  expect(perPass({ data: file, samples: 10 })).toBe(
    perPass({ data: file, samples: 500 }),
  );
  expect(perPass({ data: file })).toBeGreaterThan(4 * 2000 * 66);
});
