import { expect, test } from "vitest";
import { readingAt } from "@/components/lab/network/decision-map";
import {
  drawnWeights,
  layout,
  lineOf,
  nearestWeight,
} from "@/components/lab/network/diagram-layout";
import { placeAfter, placeUnder } from "@/components/lab/plane/plane-place";
import { networkSvg } from "@/components/lab/take-away/network-svg";
import { layered } from "@/labs/network/network";
import { networkOf, startWeights } from "@/labs/run/plan";
import { plainRun, type Run } from "@/labs/run/run";
import { planeMaps, winnersOf } from "@/labs/training/plane-maps";

const network = layered(2, [3], ["tanh"], 1);
const all = drawnWeights(network, layout(network));

test("each weight between drawn neurons has one line, at its place among the weights", () => {
  expect(all.map(({ at }) => at)).toEqual([0, 1, 2, 3, 4, 5, 9, 10, 11]);
  const wide = layered(64, [20], ["tanh"], 1);
  const summarised = drawnWeights(wide, layout(wide, true));
  expect(summarised.map(({ at }) => at)).toEqual(
    Array.from({ length: 16 }, (_, row) => 64 * 20 + 20 + row),
  );
});

test("the line under a pointer is found where the line is drawn", () => {
  for (const one of all) {
    // The middle of a level S is the mean of its ends; a point near its start is its start.
    const middle = { x: (one.from.x + one.to.x) / 2, y: (one.from.y + one.to.y) / 2 };
    const close = all.filter(({ from, to }) => from.y + to.y === one.from.y + one.to.y);
    expect(close).toContain(nearestWeight(all, middle, 1));
    expect(lineOf(one)).toContain(`M${one.from.x} ${one.from.y}C`);
  }
  expect(nearestWeight(all, { x: 1, y: 50 }, 100)).toBeNull();
  expect(nearestWeight(all, { x: 30, y: -40 }, 5)).toBeNull();
});

test("a pointer and the arrow keys reach places of the plane, to two decimals", () => {
  const currentTarget = {
    getBoundingClientRect: () => ({ left: 10, top: 20, width: 600, height: 600 }),
  };
  expect(placeUnder({ clientX: 10, clientY: 20, currentTarget })).toEqual({
    x: -3,
    y: 3,
  });
  expect(placeUnder({ clientX: 311, clientY: 320, currentTarget })).toEqual({
    x: 0.01,
    y: 0,
  });
  const right = { key: "ArrowRight", shiftKey: false };
  expect(placeAfter(right, { x: 0.2, y: 0 })).toEqual({ x: 0.3, y: 0 });
  expect(placeAfter({ ...right, shiftKey: true }, { x: 2.8, y: 0 })).toEqual({
    x: 3,
    y: 0,
  });
  expect(placeAfter({ key: "a", shiftKey: false }, { x: 0, y: 0 })).toBeNull();
});

test("a reading gives the network's exact number and the class it stands for", () => {
  const linear: Run = { ...plainRun, layers: [] };
  const weights = Float32Array.of(2, -1, 0.5);
  expect(readingAt(linear, weights, { x: 1, y: 0.25 }, null)).toBe(
    "At x 1.00, y 0.25 the network puts out 2.250: blue.",
  );
  expect(readingAt(linear, weights, { x: -1, y: 0 }, { column: 0, row: 1 })).toBe(
    "At x −1.00, y 0.00 the network puts out −1.500: orange. Input y: 0.000.",
  );
  const none = weights.slice().fill(Number.NaN);
  expect(readingAt(linear, none, { x: 0, y: 0 }, null)).toBe(
    "At x 0.00, y 0.00 what the network puts out is not a number.",
  );
  const several: Run = { ...plainRun, data: "arms", layers: [] };
  const scores = Float32Array.of(1, 0, -1, 0, 0, 0, 0, 0.5, 0);
  expect(readingAt(several, scores.slice().fill(Number.NaN), { x: 2, y: 0 }, null)).toBe(
    "At x 2.00, y 0.00 the scores are orange not a number, blue not a number, green not a number: no class.",
  );
  expect(readingAt(several, scores, { x: 2, y: 0 }, null)).toBe(
    "At x 2.00, y 0.00 the scores are orange 2.000, blue 0.500, green −2.000: orange.",
  );
});

test("the class that wins a place is the one with the highest score there", () => {
  const run: Run = { ...plainRun, data: "arms", layers: [] };
  const maps = planeMaps(run, Float32Array.of(1, 0, -1, 0, 0, 0, 0, 0.5, 0));
  const scores = maps.layers.at(-1) ?? [];
  expect(scores).toHaveLength(3);
  const { classes, margins } = winnersOf(scores);
  classes.forEach((one, at) => {
    const here = scores.map((map) => map[at] ?? 0);
    const [first = 0, second = 0] = here.toSorted((a, b) => b - a);
    expect(here[one]).toBe(first);
    expect(margins[at]).toBeCloseTo(first - second, 5);
  });
  expect(new Set(classes)).toEqual(new Set([0, 1, 2]));
});

test("the network's picture has a line for each weight and a square for each neuron", () => {
  const run: Run = { ...plainRun, layers: [4] };
  const weights = startWeights(run);
  const picture = {
    run,
    weights,
    onPlane: true,
    mapOf: () => null,
    title: `a < b & "c"`,
  };
  const svg = networkSvg(picture);
  expect(svg.match(/<path /g)).toHaveLength(12);
  expect(svg.match(/<g>/g)).toHaveLength(7);
  expect(svg).toContain("a &lt; b &amp; &quot;c&quot;");
  expect(svg).toContain("x → Layer 1, neuron 1: ");
  expect(networkOf(run).size).toBe(17);
});
