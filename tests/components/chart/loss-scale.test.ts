import { expect, test } from "vitest";
import type { LossCurve } from "@/components/chart/loss-curves";
import {
  joinedWords,
  labelPlaces,
  lossPath,
  lossScale,
  passTicks,
} from "@/components/chart/loss-scale";

const curveOf = (losses: readonly number[]): LossCurve => ({
  id: "a",
  label: "",
  held: "test",
  passes: losses.map((trainLoss, pass) => ({ pass, trainLoss, heldLoss: 1 })),
});
const names = ["trainLoss"] as const;
const plain = { names, shown: [], most: undefined, logarithmic: false };
const topOf = (losses: readonly number[]) =>
  lossScale({ ...plain, curves: [curveOf(losses)] }).top;

test("the axis ends at a round number just above the first loss, in two to five steps", () => {
  for (let exponent = -6; exponent < 6; exponent += 0.037) {
    const loss = 10 ** exponent;
    const { top, ticks } = lossScale({ ...plain, curves: [curveOf([loss])] });
    expect(top).toBeGreaterThanOrEqual(loss * 0.999);
    expect(top).toBeLessThan(1.51 * loss);
    expect(ticks.length).toBeGreaterThan(2);
    expect(ticks.length).toBeLessThan(7);
    expect(ticks.at(-1)).toBeCloseTo(top, 9);
    expect(ticks.every((tick) => String(tick).length < 11)).toBe(true);
  }
  expect(topOf([0.98])).toBe(1);
  expect(topOf([1.02])).toBe(1.2);
  expect(topOf([0])).toBe(1);
});

test("more passes only raise the axis, and a run that blows up leaves it", () => {
  const losses = [1, 0.5, 0.2, 1.1, 0.1, 2, 0.05];
  const tops = losses.map((_, at) => topOf(losses.slice(0, at + 1)));
  expect(tops).toEqual(tops.toSorted((one, other) => one - other));
  expect(topOf([1, 1e30])).toBe(4);
});

test("a loss that is no finite number leaves the axis as it is, and no line", () => {
  for (const none of [Number.NaN, Number.POSITIVE_INFINITY]) {
    for (const logarithmic of [false, true]) {
      const scale = lossScale({ ...plain, curves: [curveOf([none])], logarithmic });
      expect(scale.ticks.every(Number.isFinite)).toBe(true);
      const places = { span: 10, place: scale.place };
      const path = lossPath(curveOf([none, 0.5]), "trainLoss", places, [100, 100]);
      expect(path).not.toMatch(/NaN|Infinity/);
    }
    expect(topOf([none])).toBe(1);
  }
});

test("negative losses lie on the axis: it begins at a round number below them", () => {
  for (let exponent = -4; exponent < 4; exponent += 0.037) {
    const size = 10 ** exponent;
    for (const losses of [[-size], [size, -0.3 * size], [0.04 * size, -size]]) {
      const { ticks, place } = lossScale({ ...plain, curves: [curveOf(losses)] });
      const [bottom = 0, top = 0] = [ticks[0], ticks.at(-1)];
      expect(bottom).toBeLessThanOrEqual(Math.min(...losses));
      expect(ticks).toContain(0);
      expect(place(bottom)).toBeCloseTo(0, 9);
      expect(place(top)).toBeCloseTo(1, 9);
      expect(top - bottom).toBeLessThan(
        2 * (Math.max(0, ...losses) - Math.min(...losses)),
      );
      expect(ticks.length).toBeGreaterThan(2);
      expect(ticks.length).toBeLessThan(7);
    }
  }
  const falls = lossScale({ ...plain, curves: [curveOf([-1, -1e30])] });
  expect(falls.ticks[0]).toBe(-1e30);
  expect(topOf([-1, 1e30])).toBe(4);
  const bound = lossScale({ ...plain, curves: [curveOf([0.5])], shown: [-0.5] });
  expect(bound.place(-0.5)).toBeCloseTo(0, 9);
  const fixed = lossScale({ ...plain, curves: [curveOf([0.5, -0.5])], most: 1.3 });
  expect(fixed.place(1.3)).toBe(1);
  expect(fixed.place(-0.5)).toBeCloseTo(0, 9);
});

test("a negative loss has no logarithm: the axis stays linear", () => {
  const curves = [curveOf([1, -0.5])];
  const scale = lossScale({ ...plain, curves, logarithmic: true });
  expect(scale.logarithmic).toBe(false);
  expect(scale.ticks).toEqual(lossScale({ ...plain, curves }).ticks);
  expect(
    lossScale({ ...plain, curves: [curveOf([1, 0])], logarithmic: true }),
  ).toMatchObject({ logarithmic: true, top: 1 });
});

test("bounds, guesses and a fixed top decide where the axis ends", () => {
  const curves = [curveOf([0.5])];
  expect(lossScale({ ...plain, curves, shown: [2] }).top).toBe(2);
  expect(lossScale({ ...plain, curves, most: 1.3 }).top).toBe(1.3);
  expect(lossScale({ ...plain, curves: [curveOf([])] }).top).toBe(1);
});

test("a logarithmic axis goes from a power of ten to another, with few ticks", () => {
  const scaleOf = (losses: number[]) =>
    lossScale({ ...plain, curves: [curveOf(losses)], logarithmic: true });
  const { ticks, place } = scaleOf([0.9, 0.004]);
  expect(ticks).toEqual([0.001, 0.01, 0.1, 1]);
  expect([place(1), place(0.001)]).toEqual([1, 0]);
  expect(place(0.01)).toBeCloseTo(1 / 3, 9);
  expect(scaleOf([1e30, 0]).ticks.length).toBeLessThan(8);
  expect(scaleOf([1]).ticks).toEqual([0.1, 1]);
});

test("the ticks of the passes are round, end at the planned one, and have room", () => {
  expect(passTicks(300)).toEqual([0, 75, 150, 225, 300]);
  expect(passTicks(200)).toEqual([0, 50, 100, 150, 200]);
  expect(passTicks(137)).toEqual([0, 50, 100, 137]);
  expect(passTicks(1)).toEqual([0, 1]);
  for (let passes = 1; passes < 3000; passes += 1) {
    const ticks = passTicks(passes);
    expect(ticks.every(Number.isInteger)).toBe(true);
    expect(ticks[0]).toBe(0);
    expect(ticks.at(-1)).toBe(passes);
    expect(ticks.length).toBeLessThan(8);
    const gaps = ticks.slice(1).map((tick, at) => tick - (ticks[at] ?? 0));
    expect(Math.min(...gaps) / passes).toBeGreaterThan(0.09);
  }
});

test("however long a run, its line has few points, and no spike is lost", () => {
  for (const length of [2, 100, 240, 241, 500, 5001, 100_001]) {
    const losses = Array.from({ length }, (_, pass) => 0.5 + 0.1 * Math.sin(pass));
    losses[Math.floor(length / 2)] = 0.9;
    const scale = { span: length - 1, place: (loss: number) => loss };
    const path = lossPath(curveOf(losses), "trainLoss", scale, [1000, 100]);
    const points = path
      .slice(1)
      .split("L")
      .map((point) => point.split(" ").map(Number));
    expect(points.length).toBeLessThanOrEqual(Math.min(length, 240));
    expect(points[0]?.[0]).toBe(0);
    expect(points.at(-1)?.[0]).toBe(1000);
    expect(Math.min(...points.map(([, y = 0]) => y))).toBeCloseTo(10, 5);
    expect(points.every(([x = 0], at) => at === 0 || x >= (points[at - 1]?.[0] ?? 0)));
  }
});

test("labels stand over their lines, and never over each other or outside", () => {
  expect(labelPlaces([0.2, 0.6], 10)).toEqual([0.2, 0.6]);
  const cases = [[0.5, 0.5, 0.5], [1, 0.98, 0.95], [0, 0.01], [1.7], [0.9, 0.1, 0.92, 1]];
  for (const places of cases) {
    const found = labelPlaces(places, 10);
    const order = found.toSorted((one, other) => one - other);
    for (const [at, place] of order.entries()) {
      expect(place).toBeGreaterThan(-1e-9);
      expect(place).toBeLessThan(0.9 + 1e-9);
      if (at > 0) expect(place - (order[at - 1] ?? 0)).toBeGreaterThan(0.1 - 1e-9);
    }
  }
});

test("words over near lines become one, and repeat nothing", () => {
  const words = [
    { label: "claim: test loss below 0.2", share: 0.3 },
    { label: "claim: test loss above 0.1", share: 0.25 },
    { label: "claim: below 0.8", share: 0.8 },
  ];
  expect(joinedWords(words, 0.1)).toEqual([
    { label: "claim: test loss below 0.2 · above 0.1", share: 0.3 },
    { label: "claim: below 0.8", share: 0.8 },
  ]);
  expect(joinedWords(words, 0.01)).toHaveLength(3);
});
