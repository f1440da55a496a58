import { expect, test } from "vitest";
import {
  fineness,
  frameAround,
  levels,
  lossSurface,
  lowest,
  type Surface,
} from "@/labs/landscape/loss-surface";
import { weightName, weightsInto } from "@/labs/landscape/weight-name";
import { networkOf, planOf } from "@/labs/run/plan";
import { plainRun, type Run } from "@/labs/run/run";
import { createGradient } from "@/labs/training/gradient";
import { createTraining } from "@/labs/training/loops";
import { meanLosses } from "@/labs/training/score";

const run: Run = { ...plainRun, samples: 60, loss: "crossentropy", layers: [3] };

function trained(run: Run) {
  const { plan, sample: examples, state } = planOf(run);
  createTraining(plan, examples).train(state, 1, 4, new Float32Array(8));
  const weights = state.slice(0, plan.network.size);
  const { trainLoss } = meanLosses(plan, examples, weights);
  return { plan, examples, weights, trainLoss };
}

function surfaceAround(half: number, side: number) {
  const { plan, examples, weights, trainLoss } = trained(run);
  const axes = [1, 9] as const;
  const frame = { x: weights[1]!, y: weights[9]!, half };
  const effort = { side, most: 1e9 };
  const surface = lossSurface(plan, examples, weights, axes, frame, effort);
  return { surface, plan, examples, weights, trainLoss };
}

const at = ({ losses, side }: Surface, column: number, row: number) =>
  losses[row * side + column]!;

test("the middle of a surface around the weights has their train loss", () => {
  const { surface, trainLoss } = surfaceAround(1.5, 21);
  expect(at(surface, 10, 10)).toBeCloseTo(trainLoss, 12);
  expect(surface.examples).toBe(30);
});

test("a surface falls and rises along each axis as its gradient says", () => {
  const { surface, plan, examples, weights } = surfaceAround(1e-4, 3);
  const { train } = plan;
  const gradient = createGradient(
    plan,
    examples.targets,
    Float64Array.from(weights),
    train,
  );
  gradient.places.set(Array.from({ length: train }, (_, at) => at));
  gradient.inputs.data.set(examples.features.subarray(0, 2 * train));
  gradient.add(train, 1 / train, 0);
  const across = (at(surface, 2, 1) - at(surface, 0, 1)) / 2e-4;
  const up = (at(surface, 1, 0) - at(surface, 1, 2)) / 2e-4;
  expect(across).toBeCloseTo(gradient.sum[1]!, 6);
  expect(up).toBeCloseTo(gradient.sum[9]!, 6);
  expect(Math.abs(across)).toBeGreaterThan(1e-3);
  expect(Math.abs(up)).toBeGreaterThan(1e-3);
});

test("the lowest place is where the surface is lowest", () => {
  const losses = Float64Array.of(5, 4, 3, Number.NaN, 9, 9, 9, 9, 1.5);
  const surface = { frame: { x: 10, y: 20, half: 2 }, side: 3, losses, examples: 1 };
  expect(lowest(surface)).toEqual({ x: 12, y: 18, loss: 1.5 });
});

test("a large network has a coarser surface from fewer examples, never none", () => {
  const of = (layers: readonly number[], most: number) =>
    fineness(networkOf({ ...plainRun, layers }), 1000, { side: 41, most });
  expect(of([4], 1e9)).toEqual({ side: 41, examples: 1000 });
  const wide = of([64, 64, 64, 64, 64, 64], 2e8);
  expect(wide.side).toBe(17);
  expect(wide.examples).toBeGreaterThanOrEqual(24);
  expect(wide.examples).toBeLessThan(50);
});

test("fewer examples are spread evenly over all that train", () => {
  const { plan, examples, weights } = trained({ ...run, layers: [] });
  const frame = { x: 0, y: 0, half: 1 };
  const of = (most: number) =>
    lossSurface(plan, examples, weights, [0, 1], frame, { side: 5, most });
  const all = of(1e9);
  const some = of(1);
  expect(all.examples).toBe(30);
  expect(some.examples).toBe(24);
  all.losses.forEach((loss, place) => {
    expect(Math.abs(loss - some.losses[place]!)).toBeLessThan(0.3 * loss + 0.1);
  });
});

test("a frame holds its whole path at every zoom out, and the path's end at every zoom in", () => {
  const path = [
    { x: 0, y: 0 },
    { x: 7, y: 1 },
    { x: -3.3, y: 2 },
  ];
  for (const zoom of [0, -1, -2]) {
    const frame = frameAround(path, zoom);
    for (const { x, y } of path) {
      expect(Math.abs(x - frame.x)).toBeLessThan(frame.half);
      expect(Math.abs(y - frame.y)).toBeLessThan(frame.half);
    }
  }
  for (const zoom of [1, 2, 5]) {
    const frame = frameAround(path, zoom);
    expect(frame.half).toBe(frameAround(path, 0).half / 2 ** zoom);
    expect(Math.abs(-3.3 - frame.x)).toBeLessThan(frame.half);
    expect(Math.abs(2 - frame.y)).toBeLessThan(frame.half);
  }
  expect(frameAround([{ x: 5, y: 5 }], 0).half).toBeGreaterThanOrEqual(0.5);
});

test("levels rise from the lowest loss to the highest, in even shares of a wide range", () => {
  const wide = levels(Float64Array.of(0.01, 1, 10, Number.POSITIVE_INFINITY), 9);
  expect(wide[0]).toBeGreaterThan(0.01);
  expect(wide.at(-1)).toBeLessThan(10);
  expect([...wide].sort((one, other) => one - other)).toEqual(wide);
  expect(wide.at(4)).toBeCloseTo(0.32, 2);
  expect(levels(Float64Array.of(1, 2), 3)).toEqual([1.3, 1.5, 1.8]);
  expect(levels(Float64Array.of(-2, 0, 1), 2)).toEqual([-1, 0]);
  expect(levels(Float64Array.of(-4, -2), 3)).toEqual([-3.5, -3, -2.5]);
  expect(levels(Float64Array.of(2, 2), 9)).toEqual([]);
  expect(levels(Float64Array.of(Number.NaN), 9)).toEqual([]);
});

test("every weight and bias has a name of its own, and is found by its place", () => {
  const named: Run = { ...plainRun, data: "arms", inputs: ["x", "xy"], layers: [2] };
  const network = networkOf(named);
  const names = Array.from({ length: network.size }, (_, at) =>
    weightName(named, network, at),
  );
  expect(new Set(names).size).toBe(network.size);
  expect(names.slice(0, 5)).toEqual([
    "x → layer 1 neuron 1",
    "x → layer 1 neuron 2",
    "xy → layer 1 neuron 1",
    "xy → layer 1 neuron 2",
    "bias of layer 1 neuron 1",
  ]);
  expect(names.at(-1)).toBe("bias of output green");
  expect(weightsInto(named, network, 1, 2).map(({ name }) => name)).toEqual([
    "layer 1 neuron 1 → output green",
    "layer 1 neuron 2 → output green",
    "bias of output green",
  ]);
  const linear = { ...plainRun, layers: [] };
  expect(weightName(linear, networkOf(linear), 0)).toBe("x → output");
});
