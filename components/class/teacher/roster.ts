// A list of learners, pasted or from a file, read into names with ids and sections. It may
// be what a spreadsheet, Canvas or Moodle exports, with or without titles.
import { learnerName } from "@/labs/assignment/learner-name";
import { nameKey } from "@/labs/assignment/name-key";
import { readCsv } from "@/labs/data/read-csv";

/** The uses of a column, in words. */
export const columnUses = {
  name: "name",
  first: "first name",
  last: "last name",
  id: "id",
  section: "section",
  none: "not used",
} as const;

export type ColumnUse = keyof typeof columnUses;

/** The rows of a list, and the likely use of each of its columns. */
export type RosterTable = { rows: readonly string[][]; uses: readonly ColumnUse[] };

/** Of several columns that fit a use, the one that is named first here is taken. */
const titles: readonly [ColumnUse, RegExp][] = [
  ["first", /^(first|given) ?names?$/],
  ["last", /^((last|family) ?names?|surname)$/],
  ["name", /^((full|student|learner) ?)?name$|^(student|learner|pupil)s?$/],
  ["id", /^sis ?user ?id$/],
  ["id", /^(student ?)?(id ?)?(number|no\.?)$|^student ?id$/],
  ["id", /^id$/],
  ["id", /^(sis ?)?login( ?id)?$|^user ?name$/],
  ["id", /^e-?mail( ?address)?$/],
  ["section", /^(sections?|groups?|class|form)$/],
];

/** The uses that a row of titles tells; null where it has none of names. */
function usesIn(row: readonly string[]): ColumnUse[] | null {
  const plain = row.map((cell) =>
    cell.toLowerCase().replaceAll("_", " ").replace(/\s+/g, " ").trim(),
  );
  const uses: ColumnUse[] = row.map(() => "none");
  for (const [use, title] of titles) {
    const at = plain.findIndex((cell, at) => uses[at] === "none" && title.test(cell));
    if (at >= 0 && !uses.includes(use)) uses[at] = use;
  }
  // The one column that has whole names is enough.
  const whole = uses.includes("name");
  const named = whole || uses.includes("first") || uses.includes("last");
  const halves: readonly ColumnUse[] = ["first", "last"];
  return named ? uses.map((use) => (whole && halves.includes(use) ? "none" : use)) : null;
}

/** So many different cells in a hundred are names, not sections. */
const different = 70;

/** The likely uses of columns without titles: names first, then ids, then sections. */
function likelyUses(rows: readonly string[][]): ColumnUse[] {
  const width = Math.max(0, ...rows.map(({ length }) => length));
  const columns = Array.from({ length: width }, (_, at) =>
    rows.map((row) => row[at] ?? ""),
  );
  const isId = (cells: readonly string[]) => cells.some((cell) => /[\d@]/.test(cell));
  const [, second] = columns;
  const halves =
    second &&
    rows.length > 1 &&
    !isId(second) &&
    (100 * new Set(second).size) / rows.length >= different;
  const uses: ColumnUse[] = halves ? ["last", "first"] : ["name"];
  for (const cells of columns.slice(uses.length)) {
    if (!uses.includes("id") && isId(cells)) uses.push("id");
    else uses.push(uses.includes("section") ? "none" : "section");
  }
  return uses;
}

/** Reads a list of learners, or says in one sentence why not. */
export function readRoster(text: string): RosterTable | { problem: string } {
  const read = readCsv(text);
  if ("problem" in read) return read;
  const [first = [], ...rest] = read.rows;
  const told = usesIn(first);
  if (!told) return { rows: read.rows, uses: likelyUses(read.rows) };
  if (rest.length === 0) return { problem: "The list has titles and no learner." };
  return { rows: rest, uses: told };
}

/** A learner to be added; null where nothing is told. */
type RosterEntry = {
  name: string;
  studentId: string | null;
  section: string | null;
};

/** Canvas has the most points of each column in a row among its learners. */
const noLearner = /^\s*points possible\s*$/i;

/**
 * The learners of a table by the uses of its columns, and a sentence for each row that names
 * nobody. Of a name that stands twice the first counts.
 */
export function rosterOf({ rows, uses }: RosterTable): {
  entries: RosterEntry[];
  problems: string[];
} {
  const entries: RosterEntry[] = [];
  const problems: string[] = [];
  const known = new Set<string>();
  const cell = (row: readonly string[], use: ColumnUse) =>
    uses.includes(use) ? (row[uses.indexOf(use)] ?? "").trim() : "";
  rows.forEach((row, at) => {
    const halves = `${cell(row, "first")} ${cell(row, "last")}`.trim();
    const typed = uses.includes("name") ? cell(row, "name") : halves;
    if (noLearner.test(typed)) return;
    const name = learnerName(typed);
    if (name === null) {
      problems.push(`Row ${at + 1} has no name that can be used, so it is left out.`);
      return;
    }
    const key = nameKey(name);
    if (known.has(key)) {
      problems.push(`“${name}” stands twice: the second is left out.`);
      return;
    }
    known.add(key);
    const studentId = cell(row, "id") || null;
    entries.push({ name, studentId, section: cell(row, "section") || null });
  });
  return { entries, problems };
}
