import { expect, test } from "vitest";
import { sampleOf } from "@/labs/data/sample";
import { monthlySeries, monthText, timeSeriesOf } from "@/labs/data/series";
import { plainRun } from "@/labs/run/run";
import { provideData } from "../provide-data";

provideData();

test("a series begins after its last missing month, whatever stood before", () => {
  const text =
    "Date,a\n2000-11-01,1\n2001-01-01,2\n2001-02-01,\n2001-03-01,4\n2001-04-01,5";
  expect(monthlySeries(text, "cm")).toEqual({ levels: [4, 5], from: 24_014, unit: "cm" });
  expect(monthText(24_014)).toBe("Mar 2001");
  const whole = "date,b\nDec 1 1999,1\nJan 1 2000,2\n";
  expect(monthlySeries(whole, "")).toEqual({ levels: [1, 2], from: 23_999, unit: "" });
  expect(() => monthlySeries("Date,a\nsoon,1", "")).toThrow("“soon” is no date.");
});

// Source of the values: the record itself; Scripps CO2 Program.
test("the CO₂ record is taken from May 1964 to April 2020, without a gap", () => {
  const { levels, from } = timeSeriesOf({ data: "co2", values: [] });
  expect(monthText(from!)).toBe("May 1964");
  expect(levels).toHaveLength(672);
  expect(monthText(from! + levels.length - 1)).toBe("Apr 2020");
  expect(levels.at(-1)).toBe(416.18);
});

test("the share's series is whole: 123 months from January 2000", () => {
  const { levels, from, unit } = timeSeriesOf({ data: "share", values: [] });
  expect(monthText(from!)).toBe("Jan 2000");
  expect(levels).toHaveLength(123);
  expect([levels[0], levels.at(-1), unit]).toEqual([39.81, 28.8, "dollars"]);
});

test("an example holds the latest changes, and its target the next one", () => {
  const values = [1, 2, 4, 7, 11, 16, 22];
  const run = { ...plainRun, data: "values", values, window: 2, split: 0.5 } as const;
  const { features, targets, train, held } = sampleOf(run);
  expect([train, held]).toEqual([2, 2]);
  // The changes are 1 … 6; the training part has seen the first four.
  const unit = Math.sqrt((1 + 4 + 9 + 16) / 4);
  const told = (numbers: Float32Array) =>
    [...numbers].map((one) => Math.round(one * unit));
  expect(told(targets)).toEqual([3, 4, 5, 6]);
  expect(told(features)).toEqual([1, 2, 2, 3, 3, 4, 4, 5]);
});

test("what comes after the training part changes nothing in it", () => {
  const values = Array.from({ length: 40 }, (_, at) => Math.sin(at) + at / 9);
  const run = { ...plainRun, data: "values", values, window: 3 } as const;
  const before = sampleOf(run);
  const seen = before.train + 3 + 1;
  const altered = values.map((value, at) => (at < seen ? value : 100 * value));
  const after = sampleOf({ ...run, values: altered });
  expect(after.targets.slice(0, after.train)).toEqual(
    before.targets.slice(0, before.train),
  );
  expect(after.features.slice(0, 3 * after.train)).toEqual(
    before.features.slice(0, 3 * before.train),
  );
  expect(after.targets.at(-1)).not.toBe(before.targets.at(-1));
});
