import { expect, test } from "vitest";
import { boardFile } from "@/components/class/teacher/board-csv";
import { gradebookOf } from "@/components/class/teacher/grades";
import { mergedBoard } from "@/components/class/teacher/merged-board";
import { quizStandings } from "@/components/class/teacher/quiz-standings";
import { parseCsvRecords } from "@/tests/parse-csv";
import {
  assignmentOf,
  boardMessage,
  learnerOf,
  markOf,
  outcomeOf,
  receiptOf,
} from "./board-message";

const link =
  "/labs/network?assignment=1&title=Circle&goal=loss_0.95&samples=60&passes=40";

const addressOf = (path: string) => `https://course.example/folder${path}`;

test("the CSV has a line for each receipt, and no cell that a spreadsheet computes", () => {
  const receipt = (id: string, learner: string) => ({
    id,
    learner,
    assignment: "circle",
    received: Date.UTC(2026, 10, 23, 12),
    outcome: null,
  });
  const outcome = {
    verdict: "not met",
    says: "Test loss below 0.95: not met, “1”",
    testLoss: 1,
    accuracy: 0.5,
    pass: 40,
    device: "cpu",
  } as const;
  const board = mergedBoard(
    null,
    boardMessage({
      assignments: [assignmentOf("circle", link)],
      learners: [
        learnerOf("ada", { name: '=HYPERLINK("https://evil.example")', section: "+A" }),
        learnerOf("bob", { name: "Bob, the second" }),
        learnerOf("eve"),
      ],
      receipts: [
        { ...receipt("1", "ada"), outcome },
        receipt("2", "ada"),
        receipt("3", "bob"),
      ],
    }),
  );
  const grades = gradebookOf(board, new Map());
  const day = new Date(2026, 10, 23);
  const lines = boardFile(board, grades, addressOf, day).text.trim().split("\r\n");
  expect(lines).toHaveLength(4);
  expect(lines[0]).toMatch(/^\ufeff?learner,id,section,assignment,lab,verdict/);
  expect(lines.slice(1).join("\n")).not.toMatch(/(^|,)"?[=+@-]/m);
  expect(lines[3]).toContain('"Bob, the second",,,Circle');
  expect(lines.join("\n")).toContain("being checked");
  expect(lines.join("\n")).toContain(addressOf(link));
});

test("a quiz that was started has a line with its score and its start", () => {
  const quizLink = "/labs/network?assignment=1&title=Graded&quiz=pass-count.mean-loss";
  const assignments = [assignmentOf("quiz", quizLink)];
  const learners = [learnerOf("ada", { name: "=1+1" }), learnerOf("bob")];
  const board = mergedBoard(null, boardMessage({ assignments, learners }));
  const question = {
    kind: "blank",
    idea: "passes",
    asks: "A ___",
    ...{ section: "", hints: [], accepts: ["a"], misses: [], right: "r", wrong: "w" },
  } as const;
  const whose = { learner: "ada", assignment: "quiz" };
  const standings = quizStandings(
    {
      scores: [
        {
          ...{ ...whose, question: "pass-count", try: 1, text: "=a" },
          ...{ right: true, at: 5, took: null },
        },
      ],
      starts: [{ ...whose, started: Date.UTC(2026, 10, 23, 12), handed: null }],
      questions: [
        { ...question, id: "pass-count" },
        { ...question, id: "mean-loss" },
      ],
    },
    assignments,
  );
  const { text } = boardFile(board, gradebookOf(board, standings), addressOf, new Date());
  const [titles, line, ...more] = text.trim().split("\r\n");
  expect(more).toEqual([]);
  expect(titles).toContain("quiz: right,quiz: questions,quiz started at (UTC)");
  expect(line).toMatch(/^"?'=1\+1"?,,,Graded,/);
  expect(line).toContain(",1,2,2026-11-23T12:00:00.000Z,");
});

test("each line tells what was changed, whether it is late, the points and the mark", () => {
  const due = "2026-12-01T12:00Z";
  const worth = `${link}&points=4&due=${due}`;
  const at = (time: string) => Date.parse(time);
  const changed = "Data Spiral → Two clouds; Learning rate 0.03 → 0.1";
  const board = mergedBoard(
    null,
    boardMessage({
      assignments: [assignmentOf("circle", worth)],
      learners: [
        learnerOf("ada", { studentId: "s-7", section: "B" }),
        learnerOf("bob"),
        learnerOf("cem"),
      ],
      receipts: [
        receiptOf("receipt-of-ada-1", {
          received: at("2026-12-01T13:00Z"),
          outcome: outcomeOf("confirmed", { met: [true], changed }),
        }),
        receiptOf("receipt-of-bob-1", {
          learner: "bob",
          received: at("2026-12-01T13:00Z"),
          outcome: outcomeOf("not met", { met: [false] }),
        }),
      ],
      extensions: [{ assignment: "circle", learner: "bob", due: "2026-12-05" }],
      marks: [
        markOf({ learner: "bob", verdict: "accepted", comment: "=well done" }),
        markOf({ learner: "cem", points: 2.5, comment: "On paper" }),
      ],
    }),
  );
  const { text } = boardFile(board, gradebookOf(board, new Map()), addressOf, new Date());
  const [ada, bob, cem] = parseCsvRecords(text.replace("\ufeff", ""));
  expect(ada).toMatchObject({
    ...{ learner: "ada", id: "s-7", section: "B", changed, late: "late" },
    ...{ points: "4", "points of": "4", "teacher’s verdict": "" },
    "check and run": "https://course.example/folder/receipt#class=c/receipt-of-ada-1",
  });
  expect(bob).toMatchObject({
    ...{ changed: "", late: "", points: "4", verdict: "not met" },
    ...{ "teacher’s verdict": "accepted", comment: "'=well done" },
  });
  expect(cem).toMatchObject({
    ...{ learner: "cem", verdict: "nothing handed in", points: "2.5" },
    comment: "On paper",
  });
});
