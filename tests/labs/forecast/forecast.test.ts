import { expect, test } from "vitest";
import { series } from "@/labs/catalog/series-lab";
import { outcomeOf } from "@/labs/claim/outcome";
import {
  bestBaseline,
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
    expect(inLoss(one.baselines[0].errors.root)).toBeCloseTo(squared.naiveTestLoss, 4);
    const absolute = trained({ ...short, data, loss: "absolute" });
    const two = forecastOf(absolute);
    expect(two.network.errors.mean / two.change).toBeCloseTo(absolute.testLoss, 4);
    expect(two.baselines[0].errors.mean / two.change).toBeCloseTo(
      absolute.naiveTestLoss,
      4,
    );
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
  const { first, levels, network, baselines } = forecastOf(untrained(own));
  const [naive, ...others] = baselines;
  expect([first, levels]).toEqual([6, values]);
  expect(network.levels).toEqual([7, 9, 10, 12]);
  expect(naive.levels).toEqual([7, 9, 10, 12]);
  expect(naive.errors.mean).toBe((2 + 1 + 2 + 1) / 4);
  expect(naive.errors.root).toBe(Math.sqrt((4 + 1 + 4 + 1) / 4));
  expect(others).toEqual([]);
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

test("a series that repeats its changes every 12 months is told by both calendar rules", () => {
  const values = Array.from({ length: 80 }, (_, at) => (at % 12) ** 2 + at);
  const run = { ...own, values, window: 2 };
  const { baselines, levels, first } = forecastOf(untrained(run), true);
  const [naive, ...calendar] = baselines;
  expect(calendar.map(({ id }) => id)).toEqual(["seasonal", "calendar"]);
  for (const rule of calendar) {
    expect(rule.errors.mean).toBeCloseTo(0, 10);
    expect(rule.levels[0]).toBeCloseTo(levels[first] ?? 0, 10);
  }
  expect(naive.errors.mean).toBeGreaterThan(5);
});

test("a series without dates has no season unless it is said to be monthly", () => {
  const values = Array.from({ length: 80 }, (_, at) => (at % 12) ** 2 + at);
  const long = untrained({ ...own, values, window: 12 });
  expect(forecastOf(long).baselines).toHaveLength(1);
  expect(forecastOf(long, true).baselines).toHaveLength(3);
  // Less than a year of changes before the test part.
  expect(forecastOf(untrained(own), true).baselines).toHaveLength(1);
});

test("the mean change of a month knows the training part alone", () => {
  // One unit more a year: the last year's change is off by 1, the mean by half the years.
  const values = [0];
  for (let at = 0; at < 60; at += 1) values.push(values.at(-1)! + Math.floor(at / 12));
  const run = { ...own, values, split: 0.8, window: 1 };
  const [, seasonal, calendar] = forecastOf(untrained(run), true).baselines;
  expect(seasonal?.errors).toEqual({ mean: 1, root: 1 });
  expect(calendar?.errors.mean).toBeCloseTo(2.5, 10);
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

/** The loss of each baseline of the series lab, in percent of the naive rule's. */
const shares = (data: "co2" | "share") => {
  const { baselines } = forecastOf(untrained({ ...series.start, data }));
  const [naive] = baselines;
  return baselines.map(({ errors }) =>
    Number((100 * (errors.root / naive.errors.root) ** 2).toFixed(1)),
  );
};

test("the baselines have the losses that lesson and lab tell", () => {
  expect(shares("co2")).toEqual([100, 14.2, 9.1]);
  expect(shares("share")).toEqual([100, 196.4, 113.4]);
});

test("the best baseline is the one with the least mean square error", () => {
  const co2 = untrained({ ...series.start, data: "co2" });
  expect(bestBaseline(forecastOf(co2)).id).toBe("calendar");
  const share = untrained({ ...series.start, data: "share" });
  expect(bestBaseline(forecastOf(share)).id).toBe("naive");
});

test("a closed test part is neither drawn nor judged", () => {
  const { first, levels, set, network } = forecastOf(
    untrained({ ...own, split: 0.5, validation: 0.2 }),
  );
  // Eight examples: four train, two validate; the other two are the latest values.
  expect([first, set]).toEqual([6, "validation"]);
  expect(levels).toEqual(values.slice(0, 8));
  expect(network.levels).toHaveLength(2);
});
