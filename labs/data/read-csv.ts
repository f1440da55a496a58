import { countText } from "@/labs/arithmetic/number-text";

// Text that separates values by comma, semicolon or tab, read into rows of cells.
// Quotes as in RFC 4180: a quoted cell may hold separators, line ends and doubled quotes.

/** The most that is read; a text beyond one of these is refused as a whole. */
export const csvLimits = { rows: 10_000, columns: 50, cell: 200 };

/** In the order in which a tie is decided: a comma may also be a decimal one. */
const separators = ["\t", ";", ","] as const;

/** Rows of trimmed cells, without those that are empty throughout. */
export type Csv = {
  rows: string[][];
  /** The sign between the cells; an empty one where each line is a cell. */
  separator: string;
  /** Whether the text names its separator. */
  told: boolean;
};

type CsvProblem = { problem: string };

/** A cell, and where the character behind it stands; or what is wrong with it. */
type CellRead = { cell: string; end: number; wrong?: string };

function quotedCell(text: string, from: number, separator: string): CellRead {
  let end = from + 1;
  while (end < text.length && (text[end] !== '"' || text[end + 1] === '"')) {
    end += text[end] === '"' ? 2 : 1;
  }
  const cell = text.slice(from + 1, end).replaceAll('""', '"');
  if (end >= text.length)
    return { cell: "", end, wrong: "opens a quote that never closes" };
  end += 1;
  while (text[end] === " ") end += 1;
  const closed = end >= text.length || text[end] === "\n" || text[end] === separator;
  return closed ? { cell, end } : { cell, end, wrong: "goes on behind a closing quote" };
}

function plainCell(text: string, from: number, separator: string): CellRead {
  let end = from;
  while (end < text.length && text[end] !== separator && text[end] !== "\n") end += 1;
  return { cell: text.slice(from, end).trim(), end };
}

function cellAt(text: string, at: number, separator: string): CellRead {
  let from = at;
  while (text[from] === " ") from += 1;
  const read = (text[from] === '"' ? quotedCell : plainCell)(text, from, separator);
  const long = read.cell.length > csvLimits.cell;
  return long
    ? { ...read, wrong: `has a cell of over ${csvLimits.cell} characters` }
    : read;
}

/** Reads the first `mostRows` rows; more than `csvLimits.rows` are a problem. */
function rowsOf(
  text: string,
  separator: string,
  mostRows: number,
): { rows: string[][] } | CsvProblem {
  const rows: string[][] = [];
  let row: string[] = [];
  let line = 1;
  let at = 0;
  while (at <= text.length && rows.length < mostRows) {
    const { cell, end, wrong } = cellAt(text, at, separator);
    if (wrong) return { problem: `Line ${line} ${wrong}.` };
    row.push(cell);
    if (row.length > csvLimits.columns) {
      return { problem: `Line ${line} has more than ${csvLimits.columns} columns.` };
    }
    if (text[end] !== separator) {
      if (row.some((one) => one !== "")) rows.push(row);
      row = [];
      line += 1;
    }
    for (const letter of cell) if (letter === "\n") line += 1;
    at = end + 1;
    if (rows.length > csvLimits.rows) {
      return {
        problem: `It has more than ${countText(csvLimits.rows)} rows.`,
      };
    }
  }
  return { rows };
}

/** How many of the first rows have the same number of columns, where that is over one. */
function evenness(text: string, separator: string): number {
  const read = rowsOf(text, separator, 50);
  if ("problem" in read) return 0;
  const seen = new Map<number, number>();
  for (const { length } of read.rows) {
    if (length > 1) seen.set(length, (seen.get(length) ?? 0) + 1);
  }
  return Math.max(0, ...seen.values());
}

// No text has these; a picture, a workbook or an archive is full of them.
// biome-ignore lint/suspicious/noControlCharactersInRegex: it is what is looked for.
const control = /[\0-\x08\x0B\x0C\x0E-\x1F]/;

/** A first line such as "sep=;", as spreadsheets write it: the sign between the cells. */
const separatorLine = /^"?sep=([^\n"])"?\n/i;

const nothing: CsvProblem = { problem: "There is nothing to read: it is empty." };

/** A text with its line ends alike, or why it is none. */
function plainText(given: string): string | CsvProblem {
  if (control.test(given))
    return { problem: "This is not plain text: save the table as CSV and try again." };
  const text = given.replace(/^\uFEFF/, "").replace(/\r\n?/g, "\n");
  if (text.trim() === "") return nothing;
  return text;
}

/**
 * Reads separated text whole or says in one sentence why not. The separator is the one
 * asked for, or that its first line names, or that splits the most of the first 50 rows
 * alike. Rows may differ in their lengths.
 */
export function readCsv(given: string, asked?: string): Csv | CsvProblem {
  const text = plainText(given);
  if (typeof text !== "string") return text;
  const [line = "", named] = separatorLine.exec(text) ?? [];
  let best = asked ?? named ?? ",";
  let most = 0;
  for (const separator of best === "," && !named ? separators : []) {
    const even = evenness(text, separator);
    if (even > most) [best, most] = [separator, even];
  }
  const read = rowsOf(text.slice(line.length), best, Number.POSITIVE_INFINITY);
  if ("problem" in read) return read;
  if (read.rows.length === 0) return nothing;
  return { rows: read.rows, separator: best, told: named !== undefined };
}
