// Receipts as a table for spreadsheets.
import { csvText } from "@/labs/arithmetic/csv";
import { singleText } from "@/labs/arithmetic/number-text";
import { localDay } from "@/labs/assignment/assignment";
import {
  checkOf,
  deviceText,
  type ListedReceipt,
  learnerOf,
  pointsOf,
  reasonOf,
  standingOf,
} from "./listed-receipt";

/** One line; what is left out, or null, is an empty cell. */
export type CsvRow = {
  learner: string;
  /** As the class's list has them. */
  studentId?: string | null;
  section?: string | null;
  /** Its title. */
  assignment?: string;
  lab?: string | null;
  verdict?: string;
  why?: string;
  /** The settings that the learner changed, in words. */
  changed?: string;
  /** "late" after the due date. */
  late?: string;
  /** Earned by all of the learner's work that the table tells of, and the most of it. */
  points?: number | null;
  pointsOf?: number | null;
  /** A teacher's verdict, and the comment on it. */
  mark?: string | null;
  comment?: string | null;
  /** The settings of the examples that the assignment leaves open although they judge. */
  open?: string;
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
  /** A link that opens the check, and from there the run. */
  check?: string | null;
  /** A link of the assignment. */
  link?: string | null;
  /** The link that judged, where it is not the receipt's own word. */
  judging?: string | null;
  /** How the receipt's link differs from that. */
  differs?: string;
  file?: string;
};

const titles: Record<keyof CsvRow, string> = {
  learner: "learner",
  studentId: "id",
  section: "section",
  assignment: "assignment",
  lab: "lab",
  verdict: "verdict",
  why: "what decided",
  changed: "changed",
  late: "late",
  points: "points",
  pointsOf: "points of",
  mark: "teacher’s verdict",
  comment: "comment",
  open: "left open",
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
  check: "check and run",
  link: "assignment link",
  judging: "judged by",
  differs: "how its link differs",
  file: "file",
};

const keys = Object.keys(titles) as readonly (keyof CsvRow)[];

const moments: readonly (keyof CsvRow)[] = ["made", "received", "quizStarted"];

function cell(row: CsvRow, key: keyof CsvRow): string | number {
  const value = row[key] ?? "";
  if (typeof value === "string") return value;
  if (moments.includes(key)) return new Date(value).toISOString();
  return key === "testLoss" ? Number(singleText(value)) : value;
}

/**
 * Writes rows as CSV, a line each under a line of titles. Columns that no row has are left
 * out. It begins with a byte order mark, without which Excel misreads names.
 */
export function csvOf(rows: readonly CsvRow[]): string {
  const used = keys.filter((key) => rows.some((row) => row[key] !== undefined));
  const cells = rows.map((row) => used.map((key) => cell(row, key)));
  return `\ufeff${csvText([used.map((key) => titles[key]), ...cells], "\r\n")}`;
}

/** The name of a file of receipts: "receipts-2026-11-23.csv". */
export const csvName = (of: string, now: Date) => `${of}-${localDay(now)}.csv`;

/** The receipts of the table as lines; `site` begins every link, as in "https://example.org". */
export function csvRows(
  receipts: readonly ListedReceipt[],
  addressOf: (path: string) => string,
): CsvRow[] {
  return receipts.map((receipt) => {
    const { summary, file } = receipt;
    const check = checkOf(receipt);
    const points = pointsOf(receipt);
    return {
      learner: learnerOf(receipt),
      assignment: summary?.title ?? "",
      lab: summary?.lab ?? null,
      verdict: standingOf(receipt),
      why: reasonOf(receipt),
      changed: check?.changed ?? "",
      open: check?.open.join(", ") ?? "",
      ...(points && { points: points.earned, pointsOf: points.most }),
      testLoss: check?.testLoss ?? null,
      accuracy: check?.accuracy ?? null,
      passes: summary?.passes ?? null,
      neurons: summary?.neurons ?? null,
      device: summary && deviceText[summary.device.kind],
      deviceName: summary?.device.name ?? null,
      seed: summary?.seed ?? null,
      made: summary?.at ?? null,
      run: summary && addressOf(summary.run),
      link: summary && addressOf(summary.assignment),
      judging: summary?.judging ? addressOf(summary.judging.link) : null,
      differs: summary?.differs.join("; ") ?? "",
      file,
    };
  });
}
