import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { series } from "@/labs/catalog/series-lab";
import { sampleOf } from "@/labs/data/sample";
import { numberColumns, withSeries } from "@/labs/forecast/own-series";
import { formatRun, longestLink } from "@/labs/run/link";
import { parseRun } from "@/labs/run/open-link";

const readings = (text: string) => {
  const read = numberColumns(text);
  if ("problem" in read) throw new Error(read.problem);
  return read.map(({ how, columns }) => [
    how,
    ...columns.map(({ name, values }) => [name, ...values]),
  ]);
};
/** The only reading, or why there is none. */
const read = (text: string) => {
  const found = numberColumns(text);
  if ("problem" in found) return found.problem;
  expect(found).toHaveLength(1);
  return readings(text)[0]?.slice(1);
};

test.each([
  ["1\n2\n3", [["column 1", 1, 2, 3]]],
  ["price\n1\n2", [["price", 1, 2]]],
  ["date,price\n2001-01-01,1.5\n2001-02-01,2", [["price", 1.5, 2]]],
  [
    "jahr;preis\r\n2001;1,5\r\n2002;2,25\r\n",
    [
      ["jahr", 2001, 2002],
      ["preis", 1.5, 2.25],
    ],
  ],
  [
    "2019;2020\n1,5;1,6\n1,7;1,8",
    [
      ["2019", 1.5, 1.7],
      ["2020", 1.6, 1.8],
    ],
  ],
  ["Wert\n1,5\n2,25\n3,75", [["Wert", 1.5, 2.25, 3.75]]],
  ["1,05\n2,25\n3,75", [["column 1", 1.05, 2.25, 3.75]]],
  ["1,5\n2\n3,75", [["column 1", 1.5, 2, 3.75]]],
  [
    "a\tb\n1.001\t0,5\n2.002\t0,6",
    [
      ["a", 1001, 2002],
      ["b", 0.5, 0.6],
    ],
  ],
  ["name,x\na,1.001\nb,1.002", [["x", 1.001, 1.002]]],
  ["a\n1 234,5\n1 235,25", [["a", 1234.5, 1235.25]]],
  ["1.234;2.25", [["column 1", 1.234, 2.25]]],
  ["1, 2, 3, 4", [["column 1", 1, 2, 3, 4]]],
  ["1 2 3 4", [["column 1", 1, 2, 3, 4]]],
  ["1,5; 2,5; 3,5", [["column 1", 1.5, 2.5, 3.5]]],
  ["temp,1,2", [["temp", 1, 2]]],
  ["\n\n1e3\n-2\n", [["column 1", 1000, -2]]],
])("%j holds its columns of numbers", (text, columns) => {
  expect(read(text)).toEqual(columns);
});

test.each([
  [
    "1,001",
    [
      ["“1,001” is 1001", 1001],
      ["“1,001” is 1.001", 1.001],
    ],
  ],
  [
    'x,name\n"1,001",a\n"1,002",b',
    [
      ["“1,001” is 1001", 1001, 1002],
      ["“1,001” is 1.001", 1.001, 1.002],
    ],
  ],
  [
    "5\n1.001",
    [
      ["“1.001” is 1.001", 5, 1.001],
      ["“1.001” is 1001", 5, 1001],
    ],
  ],
  [
    "1001\n1,014",
    [
      ["“1,014” is 1014", 1001, 1014],
      ["“1,014” is 1.014", 1001, 1.014],
    ],
  ],
  [
    "1,5\n2,25",
    [
      ["“1,5” is 1 and 5", 1, 2],
      ["“1,5” is 1.5", 1.5, 2.25],
    ],
  ],
  [
    "2020\n1.5\n1.7",
    [
      ["2020 stands above", 1.5, 1.7],
      ["2020 is a value", 2020, 1.5, 1.7],
    ],
  ],
  [
    "1,5, 2,5",
    [
      ["“1,5” is 1.5", 1.5, 2.5],
      ["a comma parts two values", 1, 5, 2, 5],
    ],
  ],
])("where two readings of %j remain, both are given", (text, ways) => {
  const firsts = readings(text).map(([how, column]) => [
    how,
    ...(column?.slice(1) ?? []),
  ]);
  expect(firsts).toEqual(ways);
});

test.each([
  ["series-thousands-one-column.csv", 975, 1300],
  ["series-german-thousands.csv", 975, 1300],
  ["series-sep-line.csv", 97.5, 130],
])("%s is read as it is meant", async (file, first, last) => {
  const text = await readFile(`tests/inputs/${file}`, "utf8");
  const [, column] = readings(text)[0] ?? [];
  expect(readings(text)).toHaveLength(1);
  expect(column).toHaveLength(27);
  expect([column?.[1], column?.at(-1)]).toEqual([first, last]);
});

test("a line that names the separator alone holds nothing", () => {
  for (const text of ["sep=;\n", "sep=;\n\n;;\n", ",,,\n,,,"]) {
    expect(read(text)).toBe("There is nothing to read: it is empty.");
  }
});

test("a line of very many values is a series, too", () => {
  const many = readings("1,".repeat(300_000)).map(([, column]) => column?.length);
  expect(many).toContain(300_001);
});

test("a line of 300 values is a series, too", () => {
  const line = Array.from({ length: 300 }, (_, at) => at).join(", ");
  expect(read(line)).toEqual([
    ["column 1", ...Array.from({ length: 300 }, (_, at) => at)],
  ]);
});

test.each([
  ["", "There is nothing to read: it is empty."],
  ["once upon a time", "There is no number in it."],
  ["1\n2\nthree\n4", "Row 3 is “three”, which is no number."],
  ["a,b\nx,1\ny,Infinity\nz,3", "Row 3 of column 2 is “Infinity”, which is no number."],
  ["a,b\nx,1\ny,\nz,3", "Row 3 of column 2 is empty."],
  ["1.5\n1,5", "The numbers are written in several ways."],
  ["1\n1e999", "Row 2 is “1e999”, which is no number."],
  ["PK\x03\x04\0\0", "This is not plain text: save the table as CSV and try again."],
])("%j is refused in one sentence", (text, says) => {
  expect(read(text)).toBe(says);
});

const base = series.start;
const taken = (values: readonly number[], window = 3) =>
  withSeries({ ...base, window }, base, values);
const says = (values: readonly number[], window = 3) => {
  const result = taken(values, window);
  return "problem" in result ? result.problem : result.says;
};
const runOf = (values: readonly number[], window = 3) => {
  const result = taken(values, window);
  if ("problem" in result) throw new Error(result.problem);
  return result.run;
};
const wave = (count: number, size = 1) =>
  Array.from({ length: count }, (_, at) => size * (2 + Math.sin(at)));

test("too few values and equal values are no series", () => {
  expect(says([1])).toBe("There is 1 value: with 3 changes seen, 6 values are needed.");
  expect(says([1, 2, 3, 4, 5])).toBe(
    "There are 5 values: with 3 changes seen, 6 values are needed.",
  );
  expect(says([1, 2, 3, 4, 5, 7])).toBe("All 6 values are taken.");
  expect(says([1, 2, 1], 1)).toBe(
    "There are 3 values: with 1 change seen, 4 values are needed.",
  );
  expect(says(Array(20).fill(4))).toBe("All 20 values are equal: no change to predict.");
  expect(says(Array(20).fill(0))).toBe("All 20 values are equal: no change to predict.");
});

test("the latest 600 of more values are kept", () => {
  const values = Array.from({ length: 1200 }, (_, at) => at * at);
  expect(says(values.map((one) => one / 100))).toMatch(
    /^The latest 600 of 1,200 values are taken/,
  );
  expect(runOf(values.map((one) => one / 100)).values).toHaveLength(600);
  expect(runOf(values.map((one) => one / 100)).values.at(-1)).toBe(14376.01);
});

test.each([
  ["large", wave(40, 1e9), "in units of 10^9"],
  ["huge", wave(40, 1e305), "in units of 10^303"],
  ["small", wave(40, 1e-5), "in units of 10^-6"],
  ["tiny", wave(40, 1e-310), "in units of 10^-288"],
  ["long", wave(40), "rounded to 9 significant digits, to fit into the link"],
])("%s values are written so that the link can hold them", (_, values, note) => {
  expect(says(values)).toContain(note);
  const run = runOf(values);
  expect(run.values.every(Number.isFinite)).toBe(true);
  expect(parseRun(formatRun(run, base), base)).toEqual({ run, refused: [] });
  const { features, targets } = sampleOf(run);
  expect([...features, ...targets].every(Number.isFinite)).toBe(true);
});

test("any 600 values make a link that is read back, whatever their sizes", () => {
  const odd = Array.from(
    { length: 600 },
    (_, at) => -Math.sin(at) * 10 ** ((at % 40) - 20),
  );
  const ends = Array.from({ length: 600 }, (_, at) =>
    at % 2 ? 899_999.123456789 : 1e-9,
  );
  const tiny = wave(600, -1e-10).with(0, 1);
  expect(says(tiny)).toContain("rounded to 8 significant digits");
  for (const values of [wave(600), wave(600, 1e-3 / 2), odd, ends, tiny]) {
    const run = runOf(values, 36);
    const link = formatRun(run, base);
    expect(link.length).toBeLessThan(longestLink - 900);
    expect(parseRun(link, base)).toEqual({ run, refused: [] });
  }
});
