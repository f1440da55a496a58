// The reader's own points of the plane: read from a CSV, written as one.

import { most, type Point, planeRadius } from "@/labs/data/dataset";
import { csvText } from "../arithmetic/csv";
import { counted, numberText, quoted } from "../arithmetic/number-text";
import { decimals, numberIn } from "./numbers";
import { type Column, cellsOf, type Table, tablesOf } from "./table";

/** A number with as many decimals as a point of a link has. */
export const twoDecimals = (value: number) => Math.round(100 * value) / 100 || 0;

/** Points with each place and class once, in the order of their first. */
export function withoutCopies(points: readonly Point[]): readonly Point[] {
  const textOf = ({ x, y, target }: Point) => [x, y, target].join();
  return [...new Map(points.map((one) => [textOf(one), one])).values()];
}

/** Whether two tables hold the same points, however often each stands in them. */
export function samePoints(points: readonly Point[], others: readonly Point[]): boolean {
  const { length } = withoutCopies([...points, ...others]);
  return [points, others].every((table) => withoutCopies(table).length === length);
}

/** Points as a table gave them, and what the reader should know of the reading. */
export type PointsRead = {
  points: readonly Point[];
  /** The label of each class, in order of appearance. */
  labels: readonly string[];
  /** Sentences about what was changed on the way. */
  says: readonly string[];
  /** What sets this reading apart from others. */
  how: string;
};

type Problem = { problem: string };

type Row = { x: number; y: number; label: string };

const known: readonly (readonly string[])[] = [
  ["x"],
  ["y"],
  ["label", "class", "target", "colour", "color"],
];

/** Where x, y and the label stand in each row: as named, or by what the columns hold. */
function placesOf(columns: readonly Column[]): readonly (readonly number[])[] {
  const found = known.map((names) =>
    columns.findIndex(({ name }) => names.includes(name.toLowerCase())),
  );
  if (found.every((at) => at >= 0)) return [found];
  const all = columns.map((_, at) => at);
  const words = all.filter((at) => columns[at]?.numbers === null);
  const whole = all.filter((at) => isLabel(columns[at]?.numbers ?? []));
  const likely = words.length === 1 ? words : words.length === 0 ? whole : [];
  const labels = likely.length > 0 ? likely : all.slice(-1);
  return labels.map((label) => [...all.filter((at) => at !== label), label]);
}

/** Whether numbers can be labels: a few whole ones that come again. */
function isLabel(numbers: readonly number[]): boolean {
  const different = new Set(numbers).size;
  const few = different > 1 && different <= most.classes && different < numbers.length;
  return few && numbers.every(Number.isInteger);
}

function rowsIn({ rows, named, columns }: Table, places: readonly number[]) {
  const [xs, ys, labels] = places.map((at) => columns[at]);
  const read: Row[] = [];
  for (const [index, cells] of rows.entries()) {
    const name = `Row ${index + named + 1}`;
    if (cells.length !== 3) {
      const count = counted(cells.length, "column");
      return { problem: `${name} has ${count}: three are needed, x, y and label.` };
    }
    const values = { x: xs?.numbers?.[index], y: ys?.numbers?.[index] };
    for (const [axis, column] of [["x", xs] as const, ["y", ys] as const]) {
      if (values[axis] !== undefined) continue;
      const cell = column?.cells[index] ?? "";
      if (decimals.some((decimal) => numberIn(cell, decimal) !== null)) continue;
      const what = cell === "" ? "nothing" : quoted(cell);
      return { problem: `${name} has ${what} for ${axis}, where a number is needed.` };
    }
    const label = labels?.cells[index] ?? "";
    if (label === "") return { problem: `${name} has no label.` };
    const { x = Number.NaN, y = Number.NaN } = values;
    read.push({ x, y, label });
  }
  const mixed = [xs, ys].find((column) => column?.numbers === null);
  if (!mixed) return read;
  const axis = mixed === xs ? "x" : "y";
  return { problem: `The numbers for ${axis} are written in several ways.` };
}

const text = (value: number) => numberText(value, 4);

/** How a column comes onto the plane: as it is, or stretched to most of its width. */
function fitting(axis: "x" | "y", rows: readonly Row[]) {
  const values = rows.map((row) => row[axis]);
  const low = values.reduce((least, value) => Math.min(least, value));
  const high = values.reduce((greatest, value) => Math.max(greatest, value));
  const outside = Math.max(-low, high) > planeRadius;
  const narrow = high > low && high - low < 0.3;
  if (!outside && !narrow) return { of: (value: number) => value, says: [] };
  const reach = 0.9 * planeRadius;
  // Halves, lest the width of the column overflow.
  const width = high / 2 - low / 2;
  const share = (value: number) => (width === 0 ? 0.5 : (value / 2 - low / 2) / width);
  const why = outside
    ? `lies outside −${planeRadius} to ${planeRadius}`
    : "is too narrow for two decimals";
  const to =
    width === 0 ? "moved to 0" : `stretched to −${text(reach)} to ${text(reach)}`;
  return {
    of: (value: number) => reach * (2 * share(value) - 1),
    says: [`${axis} runs from ${text(low)} to ${text(high)} and ${why}, so it is ${to}.`],
  };
}

/** At most `most.own` rows, evenly spread, in each class as large a share as it had. */
function spread(rows: readonly Row[], labels: readonly string[]): readonly Row[] {
  if (rows.length <= most.own) return rows;
  const room = most.own - labels.length;
  const kept = new Set<Row>();
  for (const label of labels) {
    const ofClass = rows.filter((row) => row.label === label);
    const quota = Math.max(1, Math.floor((room * ofClass.length) / rows.length));
    for (let at = 0; at < quota; at += 1) {
      const row = ofClass[Math.floor((at * ofClass.length) / quota)];
      if (row) kept.add(row);
    }
  }
  return rows.filter((row) => kept.has(row));
}

/**
 * Reads a table of x, y and label in each way in which it can be read, or says in one
 * sentence why not.
 */
export function pointsFromCsv(given: string): readonly PointsRead[] | Problem {
  const csvs = cellsOf(given);
  if ("problem" in csvs) return csvs;
  const all = tablesOf(csvs).flatMap((table) => {
    const orders = placesOf(table.columns);
    return orders.map((places) => {
      const as =
        orders.length > 1 ? [`column ${(places.at(-1) ?? 0) + 1} is the label`] : [];
      return pointsOf(table, places, [table.how, ...as].filter(Boolean).join(", "));
    });
  });
  const read = all.filter((one): one is PointsRead => !("problem" in one));
  const [first] = all;
  return read.length > 0 || !first || !("problem" in first) ? read : first;
}

function pointsOf(
  table: Table,
  places: readonly number[],
  how: string,
): PointsRead | Problem {
  const rows = rowsIn(table, places);
  if ("problem" in rows) return rows;
  if (rows.length < 2)
    return { problem: "It needs two rows of x, y and label at least." };
  const labels = [...new Set(rows.map(({ label }) => label))];
  if (labels.length === 1) {
    const only = quoted(labels[0] ?? "");
    return {
      problem: `All rows have the label ${only}: two classes are needed at least.`,
    };
  }
  if (labels.length > most.classes) {
    const many = `It has ${labels.length} different labels`;
    return { problem: `${many}: at most ${most.classes} classes can be told apart.` };
  }
  const [x, y] = [fitting("x", rows), fitting("y", rows)];
  const kept = spread(rows, labels);
  const fewer =
    kept.length < rows.length
      ? [`Of ${rows.length} rows, ${kept.length} are kept, evenly spread.`]
      : [];
  return {
    points: kept.map((row) => ({
      x: twoDecimals(x.of(row.x)),
      y: twoDecimals(y.of(row.y)),
      target: labels.indexOf(row.label),
    })),
    labels,
    says: [...fewer, ...x.says, ...y.says],
    how,
  };
}

/** Points as CSV, the classes by their names. */
export function pointsCsv(points: readonly Point[], classes: readonly string[]): string {
  const rows = points.map(({ x, y, target }) => [x, y, classes[target] ?? ""]);
  return csvText([["x", "y", "label"], ...rows]);
}
