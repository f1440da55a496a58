import { expect, test } from "vitest";
import { boundaries } from "@/labs/landscape/boundary";
import { contours, type Heights } from "@/labs/landscape/contour";
import { networkOf } from "@/labs/run/plan";
import { plainRun } from "@/labs/run/run";
import { scoresOf } from "@/labs/training/score";

function gridOf(side: number, of: (x: number, y: number) => number): Heights {
  const values = Array.from({ length: side * side }, (_, at) =>
    of(at % side, Math.floor(at / side)),
  );
  return { values, width: side, height: side };
}

const pairs = (line: readonly number[]) =>
  Array.from({ length: line.length / 2 }, (_, k) => ({
    x: line[2 * k]!,
    y: line[2 * k + 1]!,
  }));

function length(line: readonly number[]) {
  const places = pairs(line);
  return places.reduce((sum, { x, y }, k) => {
    const before = places[k - 1];
    return before ? sum + Math.hypot(x - before.x, y - before.y) : 0;
  }, 0);
}

test("a slope has one straight line, where it crosses the level", () => {
  const lines = contours(
    gridOf(5, (x) => x),
    1.25,
  );
  expect(lines).toHaveLength(1);
  expect(lines[0]).toHaveLength(10);
  for (const { x } of pairs(lines[0]!)) expect(x).toBe(1.25);
});

test("the line of a cone is one closed ring, as long as its circle", () => {
  const lines = contours(
    gridOf(41, (x, y) => Math.hypot(x - 20, y - 20)),
    15,
  );
  expect(lines).toHaveLength(1);
  const [ring = []] = lines;
  expect(ring.slice(0, 2)).toEqual(ring.slice(-2));
  for (const { x, y } of pairs(ring)) {
    expect(Math.abs(Math.hypot(x - 20, y - 20) - 15)).toBeLessThan(0.02);
  }
  expect(length(ring)).toBeCloseTo(2 * Math.PI * 15, 0);
});

test("two tops have two rings, and a level above both has none", () => {
  const top = (x: number, y: number, at: number) =>
    Math.exp(-((x - at) ** 2 + (y - 20) ** 2) / 20);
  const grid = gridOf(41, (x, y) => top(x, y, 10) + top(x, y, 30));
  expect(contours(grid, 0.5)).toHaveLength(2);
  expect(contours(grid, 2)).toEqual([]);
});

test("in a saddle the middle decides which corners belong together", () => {
  const saddle = (middle: number): Heights => ({
    values: [1, middle, middle, 1],
    width: 2,
    height: 2,
  });
  const ends = (grid: Heights) =>
    contours(grid, 0).map((line) => pairs(line).map(({ x, y }) => x + y));
  // Low middle: each high corner is cut off alone. High middle: each low corner is.
  const spread = (sums: readonly number[]) => Math.max(...sums) - Math.min(...sums);
  expect(Math.max(...ends(saddle(-3)).map(spread))).toBeLessThan(0.01);
  expect(Math.min(...ends(saddle(-0.5)).map(spread))).toBeGreaterThan(0.5);
  expect(ends(saddle(-3))).toHaveLength(2);
  expect(ends(saddle(-0.5))).toHaveLength(2);
});

test("cells with numbers that are not finite are left out", () => {
  const grid = gridOf(5, (x, y) => (y === 4 ? Number.NaN : x));
  const [line = []] = contours(grid, 1.5);
  expect(Math.max(...pairs(line).map(({ y }) => y))).toBe(3);
});

test("a linear model's boundary is the line where its score is 0", () => {
  const run = { ...plainRun, layers: [] };
  const lines = boundaries(run, Float32Array.of(2, -1, 0.5));
  expect(lines).toHaveLength(1);
  for (const { x, y } of pairs(lines[0]!)) {
    expect(Math.abs(2 * x - y + 0.5)).toBeLessThan(1e-5);
    expect(Math.max(Math.abs(x), Math.abs(y))).toBeLessThanOrEqual(3);
  }
});

test("with several classes, the two that lead are level on every boundary", () => {
  const run = { ...plainRun, data: "arms", layers: [] } as const;
  const network = networkOf(run);
  const weights = Float32Array.from({ length: network.size }, (_, at) =>
    Math.sin(3 * at),
  );
  const lines = boundaries(run, weights);
  expect(lines.length).toBeGreaterThan(0);
  for (const { x, y } of lines.flatMap(pairs)) {
    const scores = scoresOf(network, weights, Float32Array.of(x, y));
    const [first = 0, second = 0] = [...scores].sort((one, other) => other - one);
    expect(first - second).toBeLessThan(0.05);
  }
});
