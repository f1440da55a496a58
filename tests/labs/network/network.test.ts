import { expect, test } from "vitest";
import { datasets, kindOf } from "@/labs/data/datasets";
import { inputsOf } from "@/labs/data/input";
import { drawPoints } from "@/labs/data/sample";
import { initialWeights } from "@/labs/network/network";
import { networkOf, startWeights } from "@/labs/run/plan";
import { plainRun, type Run } from "@/labs/run/run";
import { forward, matrixOf, stagesOf } from "@/labs/training/forward";
import { planeMaps } from "@/labs/training/plane-maps";
import { startOf } from "@/labs/training/start";

test("a 2-4-1 network has 17 weights, laid out without gaps", () => {
  const { layers, size } = networkOf({ ...plainRun, layers: [4] });
  expect(size).toBe(17);
  expect(layers.map(({ weightsAt, biasesAt }) => [weightsAt, biasesAt])).toEqual([
    [0, 8],
    [12, 16],
  ]);
});

test("each hidden layer has its activation, the last goes on, the output is linear", () => {
  const named = (activations: Run["activations"]) =>
    networkOf({ ...plainRun, layers: [3, 2, 2], activations }).layers.map(
      ({ activation }) => activation,
    );
  expect(named(["relu"])).toEqual(["relu", "relu", "relu", "linear"]);
  expect(named(["relu", "sine"])).toEqual(["relu", "sine", "sine", "linear"]);
  expect(named(["relu", "sine", "elu", "tanh"])).toEqual([
    "relu",
    "sine",
    "elu",
    "linear",
  ]);
});

test("initial weights keep Glorot's limits, biases are zero, a seed decides them", () => {
  const network = networkOf({ ...plainRun, layers: [8, 8] });
  const weights = initialWeights(network, 3);
  for (const { inputs, outputs, weightsAt, biasesAt } of network.layers) {
    const limit = Math.sqrt(6 / (inputs + outputs));
    const here = weights.subarray(weightsAt, biasesAt);
    expect(Math.max(...here.map(Math.abs))).toBeLessThanOrEqual(limit);
    expect(new Set(here).size).toBe(here.length);
    expect([...weights.subarray(biasesAt, biasesAt + outputs)]).toEqual(
      Array(outputs).fill(0),
    );
  }
  expect(initialWeights(network, 3)).toEqual(weights);
  expect(initialWeights(network, 4)).not.toEqual(weights);
});

test("each initialization reaches as far as its record says, from the same draws", () => {
  const network = networkOf({ ...plainRun, layers: [8, 8] });
  const glorot = initialWeights(network, 3);
  const close = (one: Float32Array, factor: number) =>
    one.forEach((weight, at) => {
      expect(weight).toBeCloseTo(factor * (glorot[at] ?? 0), 5);
    });
  close(initialWeights(network, 3, "large"), 10);
  close(initialWeights(network, 3, "small"), 0.1);
  expect(initialWeights(network, 3, "zeros").every((one) => Object.is(one, 0))).toBe(
    true,
  );
  const he = initialWeights(network, 3, "he");
  for (const { inputs, outputs, weightsAt } of network.layers) {
    const longer = Math.sqrt((inputs + outputs) / inputs);
    expect(he[weightsAt]).toBeCloseTo(longer * (glorot[weightsAt] ?? 0), 5);
  }
});

test("a run starts from the weights that its initialization draws", () => {
  const run = { ...plainRun, initialization: "zeros", edits: [] } as const;
  expect(startWeights(run).every((weight) => weight === 0)).toBe(true);
  expect(startWeights({ ...run, edits: [{ at: 3, value: 2 }] })[3]).toBe(2);
});

test("forward computes a hand-checked network", () => {
  const network = networkOf({ ...plainRun, layers: [1], activations: ["relu"] });
  // relu(2x − y + 0.5), then 3 × it − 1.
  const weights = Float64Array.of(2, -1, 0.5, 3, -1);
  const stages = stagesOf(network, weights, 2);
  forward(stages, matrixOf(Float64Array.of(1, 1, -1, 0), 2), 2);
  expect(stages.map(({ values }) => [...values.data])).toEqual([
    [1.5, 0],
    [3.5, -1],
  ]);
});

const drawn = Object.keys(datasets).filter(
  (name) => name !== "own" && datasets[name as Run["data"]].on === "plane",
);

test.each(drawn)("%s: the same seed draws the same points", (name) => {
  const run: Run = { ...plainRun, data: name as Run["data"], noise: 0.1 };
  const { train, held, closed } = drawPoints(run);
  expect(drawPoints(run)).toEqual({ train, held, closed });
  expect(drawPoints({ ...run, seed: 8 }).train).not.toEqual(train);
  expect([train.length, held.length]).toEqual([150, 150]);
  const targets = [...train, ...held].map(({ target }) => target);
  if (kindOf(run) === "several") {
    for (const arm of [0, 1, 2]) {
      expect(targets.filter((target) => target === arm)).toHaveLength(100);
    }
  } else if (kindOf(run) === "classes") {
    // Classes take turns, but for the rare one: one in twenty.
    const blue = name === "rare" ? 15 : 150;
    expect(targets.filter((target) => target === 1)).toHaveLength(blue);
    expect(targets.filter((target) => target === -1)).toHaveLength(300 - blue);
  } else {
    expect(Math.max(...targets)).toBeGreaterThan(0.5);
    expect(Math.min(...targets)).toBeLessThan(-0.5);
  }
});

test("without noise the points stay on the plane that the maps show", () => {
  for (const data of ["circle", "xor", "spiral", "arms", "hills"] as const) {
    const { train } = drawPoints({ ...plainRun, data, samples: 1000, split: 0.9 });
    for (const { x, y } of train) {
      expect(Math.max(Math.abs(x), Math.abs(y))).toBeLessThanOrEqual(3);
    }
  }
});

test("the fewest points still leave one to train on and one to test with", () => {
  for (const split of [0.1, 0.9]) {
    const { train, held } = drawPoints({ ...plainRun, samples: 10, split });
    expect(train.length).toBeGreaterThanOrEqual(1);
    expect(held.length).toBeGreaterThanOrEqual(1);
  }
});

test("inputs stand row by row in the order of their names", () => {
  const rows = inputsOf([{ x: 2, y: 3 }], ["x", "y", "xx", "yy", "xy"]);
  expect([...rows]).toEqual([2, 3, 4, 9, 6]);
});

test("the loss before training is the mean over the points", () => {
  const run: Run = { ...plainRun, layers: [] };
  const { pass, weights, sample } = startOf(run);
  const { held } = sample.points!;
  const scores = held.map(({ x, y }) => x * weights[0]! + y * weights[1]!);
  const mean =
    scores.reduce((sum, score, at) => sum + (score - held[at]!.target) ** 2, 0) / 150;
  expect(pass.pass).toBe(0);
  expect(pass.heldLoss).toBeCloseTo(mean, 5);
});

test("a map's upper right corner is where x and y are largest", () => {
  const run: Run = { ...plainRun, layers: [] };
  const { side, inputs, layers } = planeMaps(run, Float32Array.of(1, 10, 0));
  const [x, y] = inputs;
  expect(x![side - 1]).toBeCloseTo(3 - 3 / side, 5);
  expect(y![side - 1]).toBeCloseTo(3 - 3 / side, 5);
  expect(layers[0]![0]![side - 1]).toBeCloseTo(11 * (3 - 3 / side), 3);
});

test("the largest network's maps stay affordable", () => {
  const run: Run = { ...plainRun, layers: [64, 64, 64, 64, 64, 64] };
  const network = networkOf(run);
  const { side } = planeMaps(run, new Float32Array(network.size));
  expect(side * side * network.size).toBeLessThan(2_000_000);
});
