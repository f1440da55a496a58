// The reader's own points of the plane: read from a CSV, written as one.

import { most, type Point, planeRadius } from "@/labs/data/dataset";
import { csvText } from "../arithmetic/csv";
import { counted, numberText, quoted } from "../arithmetic/number-text";
import { type Csv, numberIn, readCsv } from "./read-csv";

/** A number with as many decimals as a point of a link has. */
export const twoDecimals = (value: number) => Math.round(100 * value) / 100 || 0;

/** Points as a table gave them, and what the reader should know of the reading. */
type PointsRead = {
  points: readonly Point[];
  /** The label of each class, in order of appearance. */
  labels: readonly string[];
  /** Sentences about what was changed on the way. */
  says: readonly string[];
};

type Problem = { problem: string };

type Row = { x: number; y: number; label: string };

const known: readonly (readonly string[])[] = [
  ["x"],
  ["y"],
  ["label", "class", "target", "colour", "color"],
];

/** Where x, y and the label stand, and whether the first row only names them. */
function columnsOf({ rows, separator }: Csv) {
  const [first = []] = rows;
  const named = first.map((cell) => cell.toLowerCase());
  const found = known.map((names) => named.findIndex((cell) => names.includes(cell)));
  if (found.every((at) => at >= 0)) return { columns: found, header: true };
  const words = first.slice(0, 2).every((cell) => numberIn(cell, separator) === null);
  return { columns: [0, 1, 2], header: words && rows.length > 1 };
}

function rowsIn(csv: Csv): readonly Row[] | Problem {
  const { columns, header } = columnsOf(csv);
  const read: Row[] = [];
  for (const [index, cells] of csv.rows.entries()) {
    const name = `Row ${index + 1}`;
    if (cells.length !== 3) {
      const count = counted(cells.length, "column");
      return { problem: `${name} has ${count}: three are needed, x, y and label.` };
    }
    if (index === 0 && header) continue;
    const [left = "", right = "", label = ""] = columns.map((at) => cells[at]);
    const x = numberIn(left, csv.separator);
    const y = numberIn(right, csv.separator);
    if (x === null || y === null) {
      const [axis, cell] = x === null ? ["x", left] : ["y", right];
      const what = cell === "" ? "nothing" : quoted(cell);
      return { problem: `${name} has ${what} for ${axis}, where a number is needed.` };
    }
    if (label === "") return { problem: `${name} has no label.` };
    read.push({ x, y, label });
  }
  return read;
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

/** Reads a table of x, y and label, or says in one sentence why not. */
export function pointsFromCsv(given: string): PointsRead | Problem {
  const csv = readCsv(given);
  if ("problem" in csv) return csv;
  const rows = rowsIn(csv);
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
  };
}

/** Points as CSV, the classes by their names. */
export function pointsCsv(points: readonly Point[], classes: readonly string[]): string {
  const rows = points.map(({ x, y, target }) => [x, y, classes[target] ?? ""]);
  return csvText([["x", "y", "label"], ...rows]);
}
