import { expect, test } from "vitest";
import {
  durationText,
  largestProduct,
  squareSide,
  widened,
} from "@/labs/measure/measurement";
import { networkOf, planOf } from "@/labs/run/plan";
import { plainRun } from "@/labs/run/run";

// The figures that the lesson on GPUs works out by hand.
test("the largest product of the lesson's two networks is the one that it counts", () => {
  const small = { network: networkOf({ ...plainRun, layers: [8] }), batch: 10 };
  expect(largestProduct(small)).toEqual({ rows: 10, inputs: 2, outputs: 8, count: 160 });
  const wide = { network: networkOf({ ...plainRun, layers: [64, 64] }), batch: 300 };
  expect(largestProduct(wide).count).toBe(1_228_800);
  expect(squareSide(largestProduct(wide)) ** 3).toBeCloseTo(1_228_800, 3);
});

test("a widened plan has two hidden layers, and its inputs and outputs", () => {
  const { plan } = planOf({ ...plainRun, layers: [3, 5, 2], activations: ["relu"] });
  const { network, batch } = widened(plan, 16);
  expect(network.layers.map(({ inputs, outputs }) => [inputs, outputs])).toEqual([
    [2, 16],
    [16, 16],
    [16, 1],
  ]);
  expect(network.layers.map(({ activation }) => activation)).toEqual([
    "relu",
    "relu",
    "linear",
  ]);
  expect(network.size).toBe(2 * 16 + 16 + 16 * 16 + 16 + 16 + 1);
  expect(batch).toBe(plan.batch);
});

test("a time is written in the unit that suits it", () => {
  const texts = [12_345, 1000, 999.9, 123, 12.34, 1, 0.0123, 0.000_05].map(durationText);
  expect(texts).toEqual([
    "12 s",
    "1 s",
    "1 s",
    "123 ms",
    "12 ms",
    "1 ms",
    "12 µs",
    "50 ns",
  ]);
});
