import { expect, test } from "vitest";
import {
  type GradebookForm,
  gradebookFile,
} from "@/components/class/teacher/gradebook-csv";
import { gradebookOf } from "@/components/class/teacher/grades";
import { mergedBoard } from "@/components/class/teacher/merged-board";
import type { BoardMessage } from "@/content/class/messages";
import { parseCsv } from "@/tests/parse-csv";
import {
  assignmentOf,
  boardMessage,
  learnerOf,
  markOf,
  outcomeOf,
  receiptOf,
} from "./board-message";

const linkOf = (title: string, rest = "&points=3-2") =>
  `/labs/network?assignment=1&title=${encodeURIComponent(title)}&goal=loss_0.9*neurons_4${rest}`;

function fileOf(message: Partial<BoardMessage>, form: GradebookForm) {
  const board = mergedBoard(null, boardMessage(message));
  const day = new Date(2026, 10, 23);
  return gradebookFile(board, gradebookOf(board, new Map()), form, day);
}

const rowsOf = (message: Partial<BoardMessage>, form: GradebookForm) =>
  parseCsv(fileOf(message, form).text);

const classOf = {
  assignments: [
    assignmentOf("circle", linkOf("Circle")),
    assignmentOf("bare", linkOf("Bare", "")),
  ],
  learners: [
    learnerOf("ada", { name: "Ada Lovelace", studentId: "s-1815", section: "2b" }),
    learnerOf("bob", { name: "Bob", studentId: "bob@school.example" }),
    learnerOf("eve", { waiting: true }),
  ],
  receipts: [
    receiptOf("1", { outcome: outcomeOf("not met", { met: [true, false] }) }),
    receiptOf("2", {
      assignment: "bare",
      outcome: outcomeOf("confirmed", { met: [true, true] }),
    }),
  ],
  marks: [markOf({ learner: "bob", points: 4.5 })],
};

test("Canvas gets its columns, a row of the points possible and a row for each learner", () => {
  expect(rowsOf(classOf, "canvas")).toEqual([
    ["Student", "ID", "SIS User ID", "SIS Login ID", "Section", "Circle", "Bare"],
    ["    Points Possible", "", "", "", "", "5", "1"],
    ["Ada Lovelace", "", "s-1815", "s-1815", "2b", "3", "1"],
    ["Bob", "", "bob@school.example", "bob@school.example", "", "4.5", ""],
  ]);
  const { name, text } = fileOf(classOf, "canvas");
  expect(name).toBe("grades-canvas-2026-11-23.csv");
  // A byte order mark would be read as a part of the first title.
  expect(text.startsWith("Student,ID,")).toBe(true);
});

test("Moodle gets id numbers and addresses apart, and no row that is no learner", () => {
  expect(rowsOf(classOf, "moodle")).toEqual([
    ["Full name", "ID number", "Email address", "Group", "Circle", "Bare"],
    ["Ada Lovelace", "s-1815", "", "2b", "3", "1"],
    ["Bob", "", "bob@school.example", "", "4.5", ""],
  ]);
});

test("assignments of one title have columns of their own, and no title is read as an id or a total", () => {
  const titles = ["Week (3)", "Week (3)", "Final Score of all", "Circle"];
  const assignments = titles.map((title, at) => assignmentOf(`a${at}`, linkOf(title)));
  const [canvas = []] = rowsOf({ assignments }, "canvas");
  const own = canvas.slice(5);
  expect(new Set(own).size).toBe(4);
  expect(own.filter((title) => /\(\d+\)$/.test(title))).toEqual([]);
  expect(own.filter((title) => /Final (Score|Grade|Points)/.test(title))).toEqual([]);
  const [moodle = []] = rowsOf({ assignments }, "moodle");
  expect(moodle.slice(4)).toEqual([
    "Week (3)",
    "Week (3) [2]",
    "Final Score of all",
    "Circle",
  ]);
});

test("no cell is computed by a spreadsheet, whatever learners and titles are called", () => {
  for (const form of ["canvas", "moodle"] as const) {
    const { text } = fileOf(
      {
        assignments: [assignmentOf("circle", linkOf("=1+1"))],
        learners: [learnerOf("ada", { name: "=cmd()", studentId: "+49", section: "@x" })],
      },
      form,
    );
    expect(text).not.toMatch(/(^|,)"?[=+@-]/m);
    expect(text).toContain("'=cmd()");
  }
});

test("shares of graded questions are rounded to two places", () => {
  const link = "/labs/network?assignment=1&title=Quiz&quiz=a.b.c&quizpoints=10";
  const board = mergedBoard(
    null,
    boardMessage({
      assignments: [assignmentOf("quiz", link)],
      learners: [learnerOf("ada")],
    }),
  );
  const quiz = { started: 1, handed: null, right: 1, count: 3, tries: [] };
  const standings = new Map([["ada", new Map([["quiz", quiz]])]]);
  const { text } = gradebookFile(
    board,
    gradebookOf(board, standings),
    "canvas",
    new Date(),
  );
  expect(parseCsv(text)[2]?.at(-1)).toBe("3.33");
});
