import { sine } from "@/labs/arithmetic/elementary";
import { counted, countText, quoted } from "@/labs/arithmetic/number-text";
import { streamKey, streams, uniform } from "@/labs/arithmetic/random";
import { most } from "@/labs/data/dataset";
import { type Csv, numberIn, readCsv } from "@/labs/data/read-csv";
import { formatRun, longestLink } from "@/labs/run/link";
import type { Run } from "@/labs/run/run";

// A reader's text as a time series that fits into a link.

/** A column of a table in which every cell is a number. */
export type NumberColumn = { name: string; values: readonly number[] };

type Problem = { problem: string };

/** A single line of several values, each put on a line of its own. */
function stacked(text: string): string {
  const line = text.trim();
  if (line.includes("\n") || line.includes('"')) return text;
  // Between semicolons a comma is a decimal one; alone on a line it would separate.
  if (line.includes(";")) return line.replaceAll(",", ".").replaceAll(";", "\n");
  return line.replace(/[,\s]+/g, "\n");
}

function columnsOf({ rows, separator }: Csv): NumberColumn[] | Problem {
  const width = Math.max(...rows.map(({ length }) => length));
  const read = Array.from({ length: width }, (_, column) =>
    rows.map((row) => numberIn(row[column] ?? "", separator)),
  );
  const whole = (column: number, from: number) =>
    rows.length > from && read[column]!.slice(from).every((value) => value !== null);
  const all = Array.from({ length: width }, (_, column) => column);
  const named = all.some((column) => read[column]![0] === null && whole(column, 1));
  const from = named ? 1 : 0;
  const columns = all.filter((column) => whole(column, from));
  if (columns.length > 0) {
    return columns.map((column) => ({
      name: (named && rows[0]?.[column]) || `column ${column + 1}`,
      values: read[column]!.slice(from).filter((value) => value !== null),
    }));
  }
  const numbers = (column: number) =>
    read[column]!.filter((value) => value !== null).length;
  const fullest = all.reduce((best, column) =>
    numbers(column) >= numbers(best) ? column : best,
  );
  if (numbers(fullest) === 0) return { problem: "There is no number in it." };
  const bad = read[fullest]!.findIndex((value, row) => row > 0 && value === null);
  const cell = rows[bad]?.[fullest] ?? "";
  const what = cell === "" ? "is empty" : `is ${quoted(cell)}, which is no number`;
  const where = width > 1 ? ` of column ${fullest + 1}` : "";
  return { problem: `Row ${bad + 1}${where} ${what}.` };
}

/** The columns of a text that hold nothing but numbers, a name above them aside. */
export function numberColumns(text: string): NumberColumn[] | Problem {
  const csv = readCsv(text);
  if ("problem" in csv) {
    const line = readCsv(stacked(text));
    return "problem" in line ? csv : columnsOf(line);
  }
  const alone = csv.rows.length === 1 ? readCsv(stacked(text)) : csv;
  return columnsOf("problem" in alone ? csv : alone);
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
