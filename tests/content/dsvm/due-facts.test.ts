import { expect, test } from "vitest";
import { factsDue } from "@/content/dsvm/due-facts";
import { gpuSizes } from "@/content/dsvm/gpu-sizes";
import { isRetired } from "@/content/dsvm/retired";
import { type Source, sources, writtenDate } from "@/content/sources";

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

test("every source has a public address and a day it was read, and any date is one", () => {
  for (const { url, dated, checkedOn } of Object.values<Source>(sources)) {
    expect(url).toMatch(/^https:\/\//);
    expect(checkedOn).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    if (dated === undefined) continue;
    expect(dated).toMatch(/^\d{4}(-\d{2}){0,2}$/);
    expect(checkedOn >= dated.slice(0, 10)).toBe(true);
  }
});

test("a source that bears no date is called undated", () => {
  expect(writtenDate(undefined)).toBe("undated");
  expect(writtenDate("2024-04-26")).toBe("26 April 2024");
});

const size = { name: "A", gpu: "T4", figures: null, source: "azure-nc-t4" } as const;
const read = { title: "t", publisher: "p", url: "https://a.b/", dated: "2026" };
const due = (today: string) =>
  factsDue(today, [{ ...size, checkedOn: "2026-01-01", retiredOn: "2026-05-01" }], {
    s: { ...read, checkedOn: "2026-01-10" },
  }).map(({ what, why }) => `${what}: ${why}`);

test("a retirement is due from half a year before it, and after it until it is checked", () => {
  expect(due("2026-01-02")).toEqual(["GPU size A: retires on 2026-05-01, in 119 days"]);
  expect(due("2026-05-02")).toEqual([
    "GPU size A: retired on 2026-05-01, after its last check",
  ]);
  const far = factsDue(
    "2026-01-02",
    [{ ...size, checkedOn: "2026-01-01", retiredOn: "2026-12-01" }],
    {},
  );
  expect(far).toEqual([]);
  const checked = factsDue(
    "2026-06-01",
    [{ ...size, checkedOn: "2026-05-02", retiredOn: "2026-05-01" }],
    {},
  );
  expect(checked).toEqual([]);
});

test("a fact read more than 180 days ago is due", () => {
  expect(due("2026-07-09")).toEqual([
    "GPU size A: last checked on 2026-01-01, 189 days ago",
    "GPU size A: retired on 2026-05-01, after its last check",
  ]);
  expect(due("2026-07-10")).toContain(
    "source s: last checked on 2026-01-10, 181 days ago",
  );
});

test("every fact of the course comes due in time", () => {
  const all = Object.keys(sources).length + gpuSizes.length;
  expect(factsDue("2100-01-01").length).toBeGreaterThanOrEqual(all);
});
