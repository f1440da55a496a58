// Tables of numbers as people bring them. What separates the cells, which sign stands before
// the decimals and whether the first line holds names is decided together, by what the
// columns hold; where several readings remain, each is given.

import { quoted } from "../arithmetic/number-text";
import { type Decimal, decimals, decimalTold, numberIn, numbersIn } from "./numbers";
import { type Csv, readCsv } from "./read-csv";

export type Column = {
  /** As the first line names it; empty where it does not. */
  name: string;
  cells: readonly string[];
  /** Null where a cell is no number. */
  numbers: readonly number[] | null;
};

/** A table as it can be read. */
export type Table = {
  /** The rows of cells below the names. */
  rows: readonly (readonly string[])[];
  /** How many lines hold names: none or one. */
  named: 0 | 1;
  columns: readonly Column[];
  /** What sets this reading apart from others, as in “1,001” is 1001. */
  how: string;
};

type Problem = { problem: string };

const isNumber = (cell: string) => decimalTold([cell]) !== null;

/** A first line of words stands above what is read by the rest. */
const namesAbove = ({ rows }: Csv) =>
  rows.length > 1 && rows[0]?.every((cell) => !isNumber(cell));

/** The same text with each line as a cell, where all lines can be numbers with commas. */
function linesOf(text: string, csv: Csv): Csv | null {
  const { rows, separator, told } = csv;
  if (separator !== "," || told || rows.every(({ length }) => length < 2)) return null;
  const lines = readCsv(text, "");
  if ("problem" in lines) return null;
  const body = lines.rows.slice(namesAbove(lines) ? 1 : 0).flat();
  return body.every(isNumber) ? lines : null;
}

/** Whether a comma that could separate the cells of rows cannot do so. */
function cannotSeparate(csv: Csv): boolean {
  const names = namesAbove(csv) ? 1 : 0;
  const [first] = csv.rows;
  const body = csv.rows.slice(names);
  const width = names ? first?.length : body[0]?.length;
  return body.some(
    (row) => row.length !== width || row.slice(1).some((cell) => /^0\d/.test(cell)),
  );
}

/** The texts of cells that a text can stand for: one, or two. */
export function cellsOf(text: string): readonly Csv[] | Problem {
  const csv = readCsv(text);
  if ("problem" in csv) return csv;
  const lines = linesOf(text, csv);
  if (!lines) return [csv];
  if (cannotSeparate(csv)) return [lines];
  // Names above as many columns tell that there are so many.
  return namesAbove(csv) ? [csv] : [csv, lines];
}

/** Whole numbers above decimals are names where each is one more, and may be where years. */
function namesOfNumbers({ rows }: Csv): "no" | "likely" | "maybe" {
  const [first = [], ...body] = rows;
  if (body.length < 2 || !first.every((cell) => /^\d{1,4}$/.test(cell))) return "no";
  const fractions = body.every(
    (row) =>
      row.length === first.length && row.every((cell) => /^[^.,]*\d[.,]\d+$/.test(cell)),
  );
  if (!fractions) return "no";
  const counting = first.every((cell, at) => Number(cell) === Number(first[0]) + at);
  if (counting && first.length > 1) return "likely";
  return first.every((cell) => /^(1[89]|20)\d\d$/.test(cell)) ? "maybe" : "no";
}

/** How many lines of names a table may have. */
function namedLines(csv: Csv): readonly (0 | 1)[] {
  const [first = [], ...body] = csv.rows;
  const above = first.some(
    (cell, at) =>
      body.length > 0 &&
      !isNumber(cell) &&
      decimalTold(body.map((row) => row[at] ?? "")) !== null,
  );
  if (above) return [1];
  return { no: [0] as const, likely: [1] as const, maybe: [1, 0] as const }[
    namesOfNumbers(csv)
  ];
}

/** How the decimals of each column may be written; null for a column of words. */
function signsOf(csv: Csv, columns: readonly (readonly string[])[]) {
  const told = columns.map(decimalTold);
  const proofs = decimals.filter((decimal) => told.includes(decimal));
  // Commas that part the cells leave points to the decimals; those within quotes do not tell.
  const parted = csv.separator === "," && columns.length > 1;
  const within = columns.some(
    (cells, at) => told[at] === "unsure" && cells.some((cell) => cell.includes(",")),
  );
  if (proofs.length === 0 && parted && !within) proofs.push(".");
  const [proof] = proofs;
  const choices = told.includes("unsure") && proofs.length !== 1 ? decimals : [proof];
  return choices.map((choice = ".") =>
    told.map((one) => (one === "unsure" ? choice : one === "alike" ? "." : one)),
  );
}

/** Every way to read rows of cells as a table. */
function tablesIn(csv: Csv, others: boolean): Table[] {
  const width = csv.rows.reduce((most, { length }) => Math.max(most, length), 0);
  const lines = namedLines(csv);
  return lines.flatMap((named) => {
    const rows = csv.rows.slice(named);
    const all = Array.from({ length: width }, (_, at) =>
      rows.map((row) => row[at] ?? ""),
    );
    const names = named ? (csv.rows[0] ?? []) : [];
    const signs = signsOf(csv, all);
    return signs.map((sign) => {
      const of = csv.rows[0]?.join(" and ");
      const says = [
        lines.length > 1 ? `${of} ${named ? "stands above" : "is a value"}` : "",
        signs.length > 1 || others ? asRead(csv, all, sign) : "",
      ];
      const columns = all.map((cells, at) => {
        const decimal = sign[at];
        return {
          name: names[at] ?? "",
          cells,
          numbers: decimal ? numbersIn(cells, decimal) : null,
        };
      });
      return { rows, named, columns, how: says.filter(Boolean).join(", ") };
    });
  });
}

/** What the first text that can be read in two ways is read as: “1,001” is 1001. */
function asRead(
  { rows, separator }: Csv,
  columns: readonly (readonly string[])[],
  signs: readonly (Decimal | null)[],
): string {
  const at = columns.findIndex((cells) => decimalTold(cells) === "unsure");
  const cell = columns[at]?.find((one) => /[.,]/.test(one));
  const lone = columns[0]?.find((one) => one.includes(","));
  const [text, sign] = cell ? [cell, signs[at]] : [lone, signs[0]];
  if (text && sign) return `${quoted(text)} is ${numberIn(text, sign)}`;
  const row = rows.find(({ length }) => length > 1);
  if (!row) return "a comma parts two values";
  return `${quoted(row.join(separator))} is ${row.join(" and ")}`;
}

/** Every way to read texts of cells; without a word on it where there is but one. */
export function tablesOf(csvs: readonly Csv[]): readonly Table[] {
  return csvs.flatMap((csv) => tablesIn(csv, csvs.length > 1));
}
