import { expect, test } from "vitest";
import { startsOf, windowsOf } from "@/labs/network/convolution";
import {
  convolutionLayers,
  initialWeights,
  layered,
  workOf,
} from "@/labs/network/network";
import { networkOf } from "@/labs/run/plan";
import { plainRun } from "@/labs/run/run";
import { forward, matrixOf, stagesOf } from "@/labs/training/forward";

const shape = { kernels: 3, kernelSize: 3, stride: 1, pool: 2 };

test("kernels of 3 × 3 look at 6 × 6 places of a digit, whose means are 3 × 3", () => {
  const run = { ...plainRun, data: "digits", layers: [16], ...shape } as const;
  const { layers, size } = networkOf(run);
  expect(layers.map(({ kind }) => kind)).toEqual([
    "convolution",
    "mean",
    "dense",
    "dense",
  ]);
  expect(layers.map(({ inputs, outputs }) => [inputs, outputs])).toEqual([
    [64, 108],
    [108, 27],
    [27, 16],
    [16, 10],
  ]);
  expect(size).toBe(30 + 28 * 16 + 170);
  expect(workOf({ layers, size })).toBe(108 * 10 + 27 * 5 + 28 * 16 + 170);
});

test("sizes are cut down to what there is, and places that fill no pool are left out", () => {
  const long = { kernels: 2, kernelSize: 9, stride: 4, pool: 100 };
  const all = windowsOf({ across: 30, down: 1 }, long);
  expect(all.looks).toMatchObject({ across: 6, down: 1, width: 9, height: 1 });
  expect(all.means).toMatchObject({ across: 1, width: 6, beside: 2 });
  const some = windowsOf({ across: 30, down: 1 }, { ...long, pool: 4 });
  expect(some.looks.across).toBe(4);
  const tiny = windowsOf({ across: 4, down: 1 }, long);
  expect(tiny.looks).toMatchObject({ across: 1, width: 4 });
  expect(tiny.means).toBeNull();
  const square = windowsOf({ across: 5, down: 4 }, { ...long, kernelSize: 3, stride: 1 });
  expect(startsOf(square.looks)).toEqual([0, 1, 2, 5, 6, 7]);
});

test("a convolution and its means, checked by hand", () => {
  const before = convolutionLayers(
    { across: 5, down: 1 },
    { kernels: 1, kernelSize: 2, stride: 1, pool: 2 },
    "relu",
  );
  const network = layered(5, [], [], 1, before);
  // relu(right − left + 1) at four places, their means by twos, and 1 × one + 2 × other.
  const weights = Float64Array.of(-1, 1, 1, 1, 2, 0.5);
  const stages = stagesOf(network, weights, 1);
  forward(stages, matrixOf(Float64Array.of(0, 1, -3, 0, 2), 5), 1);
  expect(stages.map(({ values }) => [...values.data])).toEqual([
    [2, 0, 4, 3],
    [1, 3.5],
    [8.5],
  ]);
});

test("the weights of a kernel begin as wide as Glorot has them for a window", () => {
  const network = networkOf({ ...plainRun, data: "waves", ...shape, kernelSize: 16 });
  const weights = initialWeights(network, 3);
  const [first] = network.layers;
  const own = weights.subarray(0, first!.biasesAt);
  expect(own).toHaveLength(48);
  const limit = Math.sqrt(6 / (16 + 16 * 3));
  const widest = Math.max(...own.map(Math.abs));
  expect(widest).toBeLessThanOrEqual(limit);
  expect(widest).toBeGreaterThan(0.8 * limit);
});
