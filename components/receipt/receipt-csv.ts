import Papa from "papaparse";
import { singleText } from "@/labs/single-text";
import { type Row, standingOf } from "./listed-receipt";
import { checkOf, deviceText, nameOf, whyOf } from "./receipt-columns";

// Receipts as a table for spreadsheets. The only importer of papaparse.

/** One line; what is left out, or null, is an empty cell. */
export type CsvRow = {
  learner: string;
  /** Its title. */
  assignment?: string;
  lab?: string | null;
  verdict?: string;
  why?: string;
  testLoss?: number | null;
  /** 0 to 1. */
  accuracy?: number | null;
  passes?: number | null;
  neurons?: number | null;
  device?: string | null;
  deviceName?: string | null;
  seed?: number | null;
  /** Milliseconds since 1970, as the receipt says. */
  made?: number | null;
  /** Milliseconds since 1970, when a class received it. */
  received?: number | null;
  /** Of a graded quiz: questions answered right, and asked. */
  quizRight?: number;
  quizCount?: number;
  /** Milliseconds since 1970, by the server's clock. */
  quizStarted?: number;
  /** A link of the learner's run. */
  run?: string | null;
  /** A link of the assignment. */
  link?: string | null;
  file?: string;
};

const titles: Record<keyof CsvRow, string> = {
  learner: "learner",
  assignment: "assignment",
  lab: "lab",
  verdict: "verdict",
  why: "what decided",
  testLoss: "test loss",
  accuracy: "accuracy (0 to 1)",
  passes: "passes",
  neurons: "neurons",
  device: "device",
  deviceName: "device name",
  seed: "seed",
  made: "made at (UTC, as it says)",
  received: "received at (UTC)",
  quizRight: "quiz: right",
  quizCount: "quiz: questions",
  quizStarted: "quiz started at (UTC)",
  run: "run",
  link: "assignment link",
  file: "file",
};

const keys = Object.keys(titles) as readonly (keyof CsvRow)[];

/**
 * What spreadsheets take for the beginning of a formula; full-width signs too. The
 * library's own pattern misses a cell with a line break in it.
 */
const formula = /^[=+\-@\t\r\n＝＋－＠]/u;

const moments: readonly (keyof CsvRow)[] = ["made", "received", "quizStarted"];

function cell(row: CsvRow, key: keyof CsvRow): string | number {
  const value = row[key] ?? "";
  if (typeof value === "string") return value;
  if (moments.includes(key)) return new Date(value).toISOString();
  return key === "testLoss" ? Number(singleText(value)) : value;
}

/**
 * Writes rows as CSV (RFC 4180), a line each under a line of titles. Columns that no row
 * has are left out; cells that a spreadsheet would take for formulas begin with an
 * apostrophe. It begins with a byte order mark, without which Excel misreads names.
 */
export function csvOf(rows: readonly CsvRow[]): string {
  const used = keys.filter((key) => rows.some((row) => row[key] !== undefined));
  const data = rows.map((row) => used.map((key) => cell(row, key)));
  const fields = used.map((key) => titles[key]);
  return `\ufeff${Papa.unparse({ fields, data }, { escapeFormulae: formula })}\r\n`;
}

/** The name of a file of receipts: "receipts-2026-11-23.csv". */
export function csvName(of: string, now: Date): string {
  const two = (value: number) => String(value).padStart(2, "0");
  const day = [now.getFullYear(), two(now.getMonth() + 1), two(now.getDate())];
  return `${of}-${day.join("-")}.csv`;
}

// The rows of the table as lines of a CSV file.

/** `site` begins every link, as in "https://example.org". */
export function csvRows(rows: readonly Row[], site: string): CsvRow[] {
  return rows.map((row) => {
    const { about, file } = row;
    const check = checkOf(row);
    return {
      learner: nameOf(row),
      assignment: about?.title ?? "",
      lab: about?.lab ?? null,
      verdict: standingOf(row),
      why: whyOf(row),
      testLoss: check?.testLoss ?? null,
      accuracy: check?.accuracy ?? null,
      passes: about?.passes ?? null,
      neurons: about?.neurons ?? null,
      device: about && deviceText[about.device.kind],
      deviceName: about?.device.name ?? null,
      seed: about?.seed ?? null,
      made: about?.at ?? null,
      run: about && site + about.run,
      link: about && site + about.assignment,
      file,
    };
  });
}
