import { expect, test } from "vitest";
import { factsDue } from "@/content/facts";
import { gpuSizes, isRetired } from "@/content/gpu-sizes";
import { type Source, sources } from "@/content/sources";

test("a size is retired from its day on, and not the day before", () => {
  const size = gpuSizes.find(({ retiredOn }) => retiredOn === "2026-09-30");
  if (!size) throw new Error("no size retired on 2026-09-30");
  expect(isRetired(size, "2026-09-29")).toBe(false);
  expect(isRetired(size, "2026-09-30")).toBe(true);
  expect(isRetired(size, "2030-01-01")).toBe(true);
});

test("every size names a source, and every date is a date", () => {
  for (const { name, source, checkedOn, retiredOn } of gpuSizes) {
    expect(Object.hasOwn(sources, source), name).toBe(true);
    for (const date of [checkedOn, ...(retiredOn ? [retiredOn] : [])]) {
      expect(new Date(date).toISOString().slice(0, 10)).toBe(date);
    }
  }
});

test("every source has a public address, a date of its own and a day it was read", () => {
  for (const source of Object.values<Source>(sources)) {
    expect(source.url).toMatch(/^https:\/\//);
    expect(source.dated).toMatch(/^\d{4}(-\d{2}){0,2}$/);
    expect(source.checkedOn).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    expect(source.checkedOn >= source.dated.slice(0, 10)).toBe(true);
  }
});

test("a fact read half a year ago is due, one read yesterday is not", () => {
  const everything = Object.keys(sources).length;
  expect(factsDue("2026-11-24")).toEqual([]);
  expect(factsDue("2027-12-01").length).toBeGreaterThanOrEqual(everything);
});
