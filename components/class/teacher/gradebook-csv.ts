// The grades of a class in the forms that gradebooks of other systems import: a row for
// each learner, a column for each assignment.
import { csvName } from "@/components/receipt/receipt-csv";
import { csvText } from "@/labs/arithmetic/csv";
import { mostPoints } from "@/labs/assignment/assignment";
import { assignmentIn, titleIn } from "../class-assignment";
import { gradeOf } from "../grade";
import { type Gradebook, workFor } from "./grades";
import type { Board } from "./merged-board";

type Cell = string | number;

type Form = {
  label: string;
  /** The columns before those of the assignments. */
  columns: readonly string[];
  /** Of one learner, in the order of `columns`. */
  cells(learner: Board["learners"][number]): readonly Cell[];
  /** Whether a row under the titles tells the most points. */
  possible: boolean;
  /** A title as this system takes it for one. */
  title(text: string): string;
};

/** Canvas takes such a column for a total of its own. */
const total = /(Current|Final) (Score|Points|Grade)|Override (Score|Grade|Status)/;

const isAddress = (text: string) => text.includes("@");

/** The systems whose gradebook takes such a file. */
const gradebookForms = {
  /**
   * Canvas finds a learner by the SIS id, then by the login, then by the name, and takes a
   * number in brackets at a title's end for the assignment's id. Source:
   * https://community.canvaslms.com/t5/Instructor-Guide/How-do-I-import-grades-in-the-Gradebook/ta-p/807
   */
  canvas: {
    label: "Canvas",
    columns: ["Student", "ID", "SIS User ID", "SIS Login ID", "Section"],
    cells: ({ name, studentId, section }) => [
      name,
      "",
      studentId ?? "",
      studentId ?? "",
      section ?? "",
    ],
    possible: true,
    title: (text) =>
      (total.test(text) ? text.replace(" ", "\u00a0") : text).replace(
        /\((\d+)\)$/,
        "[$1]",
      ),
  },
  /**
   * Moodle asks which column identifies a learner: the id number or the address. Source:
   * https://docs.moodle.org/405/en/Grade_import
   */
  moodle: {
    label: "Moodle",
    columns: ["Full name", "ID number", "Email address", "Group"],
    cells: ({ name, studentId, section }) => {
      const id = studentId ?? "";
      return [name, isAddress(id) ? "" : id, isAddress(id) ? id : "", section ?? ""];
    },
    possible: false,
    title: (text) => text,
  },
} as const satisfies Record<string, Form>;

export type GradebookForm = keyof typeof gradebookForms;

/** Titles of which no two are the same, as each names a column. */
function columnTitles(titles: readonly string[]): string[] {
  const counts = new Map<string, number>();
  return titles.map((title) => {
    const count = (counts.get(title) ?? 0) + 1;
    counts.set(title, count);
    return count === 1 ? title : `${title} [${count}]`;
  });
}

/** Two places are all that these systems show. */
const rounded = (points: number) => Math.round(100 * points) / 100;

/** The grades as a file to import; learners who wait for approval are left out. */
export function gradebookFile(
  board: Board,
  grades: Gradebook,
  kind: GradebookForm,
  now: Date,
) {
  const form: Form = gradebookForms[kind];
  const columns = board.assignments.flatMap((one) => {
    const asked = assignmentIn(one.link);
    const title = form.title(titleIn(one.link));
    return asked ? [{ one, asked, title, most: mostPoints(asked) }] : [];
  });
  const titles = columnTitles(columns.map(({ title }) => title));
  const rows: Cell[][] = [[...form.columns, ...titles]];
  if (form.possible) {
    const [first = "", ...rest] = form.columns.map((_, at) =>
      at === 0 ? "    Points Possible" : "",
    );
    rows.push([first, ...rest, ...columns.map(({ most }) => rounded(most))]);
  }
  for (const learner of board.learners) {
    if (learner.waiting) continue;
    const own = grades(learner.id);
    const points = columns.map(({ one, asked }) => {
      const earned = gradeOf(asked, workFor(one, own))?.earned ?? null;
      return earned === null ? "" : rounded(earned);
    });
    rows.push([...form.cells(learner), ...points]);
  }
  return { name: csvName(`grades-${kind}`, now), text: csvText(rows, "\r\n") };
}
