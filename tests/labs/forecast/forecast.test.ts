import { expect, test } from "vitest";
import { outcomeOf } from "@/labs/claim/outcome";
import {
  compared,
  errorsOf,
  fedBack,
  forecastOf,
  type Rule,
} from "@/labs/forecast/forecast";
import { compileTraining } from "@/labs/kernel/kernel";
import { networkOf, planOf } from "@/labs/run/plan";
import { plainRun, type Run } from "@/labs/run/run";
import { provideData } from "../provide-data";

provideData();

/** A run trained for some passes, with its last test loss. */
function trained(run: Run) {
  const { sample, plan, examples, state } = planOf(run);
  const curve = new Float32Array(2 * run.passes);
  compileTraining(plan, examples).train(state, 1, run.passes, curve);
  const weights = state.slice(0, plan.network.size);
  const { naiveTestLoss } = outcomeOf(run, [], weights, false);
  return { run, sample, weights, testLoss: curve.at(-1)!, naiveTestLoss };
}

const short: Run = {
  ...plainRun,
  split: 0.7,
  rate: 0.003,
  optimizer: "adam",
  passes: 20,
};

test.each(["co2", "share"] as const)(
  "the errors in units are the losses of the curve (%s)",
  (data) => {
    const squared = trained({ ...short, data });
    const one = forecastOf(squared);
    const inLoss = (error: number) => (error / one.change) ** 2;
    expect(inLoss(one.network.errors.root)).toBeCloseTo(squared.testLoss, 4);
    expect(inLoss(one.naive.errors.root)).toBeCloseTo(squared.naiveTestLoss, 4);
    const absolute = trained({ ...short, data, loss: "absolute" });
    const two = forecastOf(absolute);
    expect(two.network.errors.mean / two.change).toBeCloseTo(absolute.testLoss, 4);
    expect(two.naive.errors.mean / two.change).toBeCloseTo(absolute.naiveTestLoss, 4);
  },
);

// Worked out by hand.
const values = [3, 4, 6, 5, 8, 7, 9, 10, 12, 11];
const untrained = (run: Run) => {
  const { sample } = planOf(run);
  return { run, sample, weights: new Float32Array(networkOf(run).size) };
};
const own: Run = { ...plainRun, data: "values", values, window: 1, layers: [] };

test("a network that says 0 forecasts what was last, as the naive rule does", () => {
  const { first, levels, network, naive, seasonal } = forecastOf(untrained(own));
  expect([first, levels]).toEqual([6, values]);
  expect(network.levels).toEqual([7, 9, 10, 12]);
  expect(naive.levels).toEqual([7, 9, 10, 12]);
  expect(naive.errors.mean).toBe((2 + 1 + 2 + 1) / 4);
  expect(naive.errors.root).toBe(Math.sqrt((4 + 1 + 4 + 1) / 4));
  expect(seasonal).toBe(null);
});

test("a forecast that is fed back goes on from its own values", () => {
  const run = { ...own, layers: [] };
  const { sample } = untrained(run);
  // One weight and one bias: the next change is half the last one.
  const halving = { run, sample, weights: Float32Array.of(0.5, 0) };
  // The change before index 5 is 3: then 1.5, 0.75 …
  expect(fedBack(halving, 5, 3).map((one) => Number(one.toFixed(5)))).toEqual([
    9.5, 10.25, 10.625,
  ]);
  const { first, network } = forecastOf(halving);
  expect(fedBack(halving, first, 1)[0]).toBeCloseTo(network.levels[0]!, 10);
  expect(fedBack(halving, values.length, 12)).toHaveLength(12);
});

test("a forecast that runs away ends where it leaves all bounds", () => {
  const run = { ...own, layers: [] };
  const { sample } = untrained(run);
  const doubling = { run, sample, weights: Float32Array.of(2, 0) };
  const told = fedBack(doubling, values.length, 100);
  expect(told.length).toBeLessThan(10);
  expect(Math.min(...told)).toBeGreaterThan(-40);
  const broken = { run, sample, weights: Float32Array.of(Number.NaN, 0) };
  expect(fedBack(broken, values.length, 100)).toEqual([]);
});

test("a series that repeats its changes every 12 steps is told by the season alone", () => {
  const values = Array.from({ length: 80 }, (_, at) => (at % 12) ** 2 + at);
  const run = { ...own, values, window: 12 };
  const { seasonal, naive, levels, first } = forecastOf(untrained(run));
  expect(seasonal?.errors).toEqual({ mean: 0, root: 0 });
  expect(naive.errors.mean).toBeGreaterThan(5);
  expect(seasonal?.levels).toEqual(levels.slice(first));
});

test("one rule beats another only where both errors are clearly smaller", () => {
  const actual = [0, 0, 0, 0];
  const rule = (...levels: number[]): Rule => ({
    id: "naive",
    levels,
    errors: errorsOf(levels, actual),
  });
  const verdict = (one: Rule, other: Rule) => compared(one, other, actual).verdict;
  const plain = rule(1, -1, 1, -1);
  expect(verdict(rule(0.9, 0.9, 0.9, 0.9), plain)).toBe("beats");
  expect(verdict(rule(0.97, 0.97, 0.97, 0.97), plain)).toBe("draws");
  expect(verdict(plain, plain)).toBe("fails");
  expect(verdict(rule(1.1, 1.1, 1.1, 1.1), plain)).toBe("fails");
  // The mean is smaller, the root of the mean square is not.
  expect(verdict(rule(0, 0, 0, 3), plain)).toBe("draws");
  expect(compared(rule(0, 0, 0, 3), plain, actual)).toMatchObject({
    closer: 3,
    count: 4,
  });
  const broken = rule(Number.NaN, 0, 0, 0);
  expect(verdict(broken, plain)).toBe("fails");
});

test("on CO₂ the trained network is off by less than the season, and that less than naive", () => {
  const { network, naive, seasonal } = forecastOf(
    trained({ ...short, data: "co2", layers: [8], passes: 100 }),
  );
  expect(network.errors.mean).toBeLessThan(seasonal!.errors.mean);
  expect(seasonal!.errors.mean).toBeLessThan(naive.errors.mean / 2);
});
