import { expect, test } from "vitest";
import { boardFile } from "@/components/class/teacher/board-csv";
import { mergedBoard } from "@/components/class/teacher/merged-board";
import { quizStandings } from "@/components/class/teacher/quiz-standings";

const link =
  "/labs/network?assignment=1&title=Circle&goal=loss_0.95&samples=60&passes=40";

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
  const board = mergedBoard(null, {
    class: { id: "c", name: "Biology", code: "K7QM-3XTP", created: 1, expires: 2 },
    now: 10,
    assignments: [{ id: "circle", link, created: 1 }],
    learners: [
      { id: "ada", name: '=HYPERLINK("https://evil.example")', joined: 1 },
      { id: "bob", name: "Bob, the second", joined: 2 },
      { id: "eve", name: "Eve", joined: 3 },
    ],
    receipts: [
      { ...receipt("1", "ada"), outcome },
      receipt("2", "ada"),
      receipt("3", "bob"),
    ],
  });
  const lines = boardFile(
    board,
    new Map(),
    "https://course.example",
    new Date(2026, 10, 23),
  )
    .text.trim()
    .split("\r\n");
  expect(lines).toHaveLength(4);
  expect(lines[0]).toMatch(/^\ufeff?learner,assignment,lab,verdict/);
  expect(lines.slice(1).join("\n")).not.toMatch(/(^|,)"?[=+@-]/m);
  expect(lines[3]).toContain('"Bob, the second",Circle');
  expect(lines.join("\n")).toContain("being checked");
  expect(lines.join("\n")).toContain(`https://course.example${link}`);
});

test("a quiz that was started has a line with its score and its start", () => {
  const quizLink = "/labs/network?assignment=1&title=Graded&quiz=pass-count.mean-loss";
  const assignments = [{ id: "quiz", link: quizLink, created: 1 }];
  const board = mergedBoard(null, {
    class: { id: "c", name: "Biology", code: "K7QM-3XTP", created: 1, expires: 2 },
    now: 10,
    assignments,
    learners: [
      { id: "ada", name: "=1+1", joined: 1 },
      { id: "bob", name: "Bob", joined: 2 },
    ],
    receipts: [],
  });
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
      starts: [{ ...whose, started: Date.UTC(2026, 10, 23, 12) }],
      questions: [
        { ...question, id: "pass-count" },
        { ...question, id: "mean-loss" },
      ],
    },
    assignments,
  );
  const { text } = boardFile(board, standings, "https://a.example", new Date());
  const [titles, line, ...more] = text.trim().split("\r\n");
  expect(more).toEqual([]);
  expect(titles).toContain("quiz: right,quiz: questions,quiz started at (UTC)");
  expect(line).toMatch(/^"?'=1\+1"?,Graded,/);
  expect(line).toContain(",1,2,2026-11-23T12:00:00.000Z,");
});
