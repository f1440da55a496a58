import { expect, test } from "vitest";
import {
  errorsOf,
  type Forecast,
  type Rule,
  type RuleName,
} from "@/labs/forecast/forecast";
import { aheadText, verdictText, wordingOf } from "@/labs/forecast/forecast-in-words";

const levels = [1, 2, 3, 4, 5, 6, 7, 8];
const actual = levels.slice(4);
const rule = (id: RuleName, off: number): Rule => {
  const told = actual.map((value) => value + off);
  return { id, levels: told, errors: errorsOf(told, actual) };
};
const forecast = (network: number, seasonal: number | null = null): Forecast => ({
  levels,
  set: "test",
  first: 4,
  change: 1,
  network: rule("network", network),
  baselines: [
    rule("naive", 1),
    ...(seasonal === null ? [] : [rule("seasonal", seasonal), rule("calendar", 1.2)]),
  ],
});
const dated = wordingOf({ levels, from: 24_000, unit: "ppm" });
const plain = wordingOf({ levels, from: null, unit: "" });

test.each([
  [
    forecast(0.25),
    plain,
    "The network is off by 0.25 on average over 4 test values; “same as last time” by 1. It beats it: it came closer in 4 of 4 values.",
  ],
  [
    forecast(1.5, 0.1),
    dated,
    "The network is off by 1.5 ppm on average over 4 test months; “same as last time” by 1 ppm, “same change as 12 months ago” by 0.1 ppm, “mean change of that month of the year” by 1.2 ppm. The network does not beat the best rule, “same change as 12 months ago”: it came closer in only 0 of 4 months.",
  ],
  [
    forecast(0.98, 2),
    dated,
    "The network is off by 0.98 ppm on average over 4 test months; “same as last time” by 1 ppm, “same change as 12 months ago” by 2 ppm, “mean change of that month of the year” by 1.2 ppm. The network does not beat the best rule, “same as last time”, by any useful margin: it came closer in 4 of 4 months.",
  ],
  [
    forecast(0.5, 0.6),
    dated,
    "The network is off by 0.5 ppm on average over 4 test months; “same as last time” by 1 ppm, “same change as 12 months ago” by 0.6 ppm, “mean change of that month of the year” by 1.2 ppm. The network beats the best rule, “same change as 12 months ago”: it came closer in 4 of 4 months.",
  ],
  [
    forecast(Number.NaN),
    dated,
    "Some of the network’s forecasts are not numbers: there is nothing to judge.",
  ],
])("the verdict is a sentence (%#)", (told, wording, says) => {
  expect(verdictText(told, wording)).toBe(says);
});

test("closer most of the time and yet worse is told without a sneer", () => {
  const told = [5, 6, 7, 20];
  const network: Rule = { id: "network", levels: told, errors: errorsOf(told, actual) };
  expect(verdictText({ ...forecast(0), network }, plain)).toMatch(
    /by 1\. It does not beat it: it came closer in 3 of 4 values\.$/,
  );
});

test("forecasts that were fed back are judged where the record can, and only there", () => {
  const one = forecast(0);
  expect(aheadText(one, [7, 9, 9, 9], 6, 4, dated)).toBe(
    "On its own from Jul 2000, each forecast fed back as if it had come true, its 2 forecasts are off by 0.5 ppm on average; the last value before, kept throughout, by 1.5 ppm. 2 more go beyond the record: nobody can check them here.",
  );
  expect(aheadText(one, [7], 6, 4, plain)).toBe(
    "On its own from value 7, each forecast fed back as if it had come true, its 1 forecast is off by 0 on average; the last value before, kept throughout, by 1. Then it leaves all bounds and is cut.",
  );
  expect(aheadText(one, [], 6, 4, plain)).toBe(
    "On its own from value 7 the network leaves all bounds at once.",
  );
});

test("a forecast is told to one decimal more than its series has", () => {
  expect(plain.predicted(Math.PI)).toBe("3.1");
  expect(plain.level(8)).toBe("8");
  expect(wordingOf({ levels: [1.25, 3], from: null, unit: "" }).level(3)).toBe("3.00");
  expect(wordingOf({ levels: [1.25, 3], from: null, unit: "" }).predicted(Math.PI)).toBe(
    "3.142",
  );
});
