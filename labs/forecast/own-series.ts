import { sine } from "@/labs/arithmetic/elementary";
import { counted, countText, quoted } from "@/labs/arithmetic/number-text";
import { streamKey, streams, uniform } from "@/labs/arithmetic/random";
import { most } from "@/labs/data/dataset";
import { decimals, numberIn } from "@/labs/data/numbers";
import type { Csv } from "@/labs/data/read-csv";
import { cellsOf, type Table, tablesOf } from "@/labs/data/table";
import { formatRun, longestLink } from "@/labs/run/link";
import type { Run } from "@/labs/run/run";

// A reader's text as a time series that fits into a link.

/** A column of a table in which every cell is a number. */
export type NumberColumn = { name: string; values: readonly number[] };

/** The columns of numbers of a text, as it can be read. */
export type SeriesReading = {
  columns: readonly NumberColumn[];
  /** What sets this reading apart from others. */
  how: string;
};

type Problem = { problem: string };

const noNumber: Problem = { problem: "There is no number in it." };

/** How the values of a single line may be set apart, most likely first. */
const apart = [/;/, /\t/, /,\s+/, /(?<!,)\s+(?!,)/, /,/];

/** A single line of several values, each as a row; several where it can be parted otherwise. */
function stacked(text: string): readonly Csv[] {
  const line = text.trim();
  if (/[\n"]/.test(line)) return [];
  const partings = apart
    .filter((sign) => sign.test(line))
    .map((sign) => line.split(sign));
  const [first] = partings;
  const commas = line.includes(",") ? line.split(",") : null;
  const other = commas && first && commas.length > first.length ? [commas] : [];
  return [...partings.slice(0, 1), ...other]
    .map((cells) => cells.map((cell) => cell.trim()).filter((cell) => cell !== ""))
    .filter((cells) => !cells.some((cell) => /^0\d/.test(cell)))
    .map((cells) => ({ rows: cells.map((cell) => [cell]), separator: "", told: false }));
}

/** The columns of nothing but numbers. */
const columnsIn = ({ columns }: Table): NumberColumn[] =>
  columns.flatMap(({ name, numbers }, at) =>
    numbers ? [{ name: name || `column ${at + 1}`, values: numbers }] : [],
  );

/** Why a table has no column of numbers: the cell that spoils the fullest one. */
function problemIn({ columns, named }: Table): Problem {
  const wrong = columns.map(({ cells }) =>
    cells.map((cell) => decimals.every((decimal) => numberIn(cell, decimal) === null)),
  );
  const numbers = (column: number) => wrong[column]?.filter((is) => !is).length ?? 0;
  const all = columns.map((_, column) => column);
  const fullest = all.reduce((best, column) =>
    numbers(column) >= numbers(best) ? column : best,
  );
  if (numbers(fullest) === 0) return noNumber;
  const bad = wrong[fullest]?.findIndex((is, row) => is && row + named > 0) ?? -1;
  const where = columns.length > 1 ? ` of column ${fullest + 1}` : "";
  if (bad < 0) return { problem: `The numbers${where} are written in several ways.` };
  const cell = columns[fullest]?.cells[bad] ?? "";
  const what = cell === "" ? "is empty" : `is ${quoted(cell)}, which is no number`;
  return { problem: `Row ${bad + named + 1}${where} ${what}.` };
}

/**
 * The columns of a text that hold nothing but numbers, a name above them aside; in each way
 * in which it can be read.
 */
export function numberColumns(text: string): readonly SeriesReading[] | Problem {
  const csvs = cellsOf(text);
  const known = "problem" in csvs ? [] : csvs;
  const alone = known.every(({ rows }) => rows.length === 1) ? stacked(text) : [];
  const tables = tablesOf(alone.length > 0 ? alone : known);
  const readings = tables
    .map((table) => ({ columns: columnsIn(table), how: table.how }))
    .filter(({ columns }) => columns.length > 0);
  if (readings.length > 0) return readings;
  if ("problem" in csvs) return csvs;
  const [table] = tables;
  return table ? problemIn(table) : noNumber;
}

/** The longest link that a series may make, so that other settings fit in, too. */
const roomyLink = longestLink - 1000;

/** Powers of a thousand to divide by, so that the field can write the values. */
function thousandsOf(values: readonly number[]): number {
  const largest = Math.max(...values.map(Math.abs));
  if (largest === 0 || (largest < 9e5 && largest >= 1e-3)) return 0;
  return Math.max(Math.floor(Math.log10(largest) / 3), -96);
}

/** Both written out, as 1e-9 × 1e9 is not 1 in binary. */
const scaled = (value: number, thousands: number) =>
  thousands < 0 ? value * 10 ** (-3 * thousands) : value / 10 ** (3 * thousands);

function rounded(value: number, digits: number): number {
  const round = Number(value.toPrecision(digits));
  return Math.abs(round) < 1e-30 ? 0 : round;
}

/** The run with a series of its own, and what had to be done to the values, in words. */
type Taken = { run: Run; says: string };

/** `run` with these values as its data, or why they are no series to train on. */
export function withSeries(
  run: Run,
  base: Run,
  values: readonly number[],
): Taken | Problem {
  const { window } = run;
  if (values.length < window + 3) {
    const are = values.length === 1 ? "is" : "are";
    return {
      problem: `There ${are} ${counted(values.length, "value")}: with ${counted(window, "change")} seen, ${window + 3} values are needed.`,
    };
  }
  const kept = values.slice(-most.values);
  const thousands = thousandsOf(kept);
  for (let digits = 9; digits > 2; digits -= 1) {
    const written = kept.map((value) => rounded(scaled(value, thousands), digits));
    if (written.every((value) => value === written[0])) {
      return { problem: `All ${kept.length} values are equal: no change to predict.` };
    }
    const next: Run = { ...run, data: "values", values: written };
    if (formatRun(next, base).length > roomyLink) continue;
    const exact = written.every((value, at) => value === scaled(kept[at]!, thousands));
    const all = kept.length === values.length;
    const parts = [
      all
        ? `All ${countText(kept.length)} values are taken`
        : `The latest ${countText(kept.length)} of ${countText(values.length)} values are taken`,
      thousands === 0 ? "" : `in units of 10^${3 * thousands}`,
      exact ? "" : `rounded to ${digits} significant digits, to fit into the link`,
    ];
    return { run: next, says: `${parts.filter(Boolean).join(", ")}.` };
  }
  return { problem: "The values do not fit into a link." };
}

// Series to try where the reader has none at hand: one that can be told in advance, one
// that nobody can.

const count = 240;

/** Twelve waves, their height to two decimals: each value follows from those before. */
function wave(): number[] {
  const at = (step: number) => 10 * sine((2 * Math.PI * step) / 20);
  return Array.from({ length: count }, (_, step) => Math.round(100 * at(step)) / 100);
}

/** One step up or down at each toss of a coin: no rule tells the next. */
function coinWalk(): number[] {
  const draw = uniform(streamKey(1, streams.data));
  let level = 0;
  return Array.from({ length: count }, () => {
    level += draw() < 0.5 ? -1 : 1;
    return level;
  });
}

/** Every example by its name, made when it is asked for. */
export const exampleSeries = {
  wave: { label: "A wave", values: wave },
  walk: { label: "A walk by coin toss", values: coinWalk },
} as const;
