import { expect, test } from "vitest";
import { gradeOf, pointsText } from "@/components/class/grade";
import {
  gradebookOf,
  sumOf,
  type Work,
  workFor,
} from "@/components/class/teacher/grades";
import { mergedBoard } from "@/components/class/teacher/merged-board";
import type { QuizStanding } from "@/components/class/teacher/quiz-standings";
import { readLink } from "@/labs/assignment/assignment-link";
import {
  assignmentOf,
  boardMessage,
  learnerOf,
  markOf,
  outcomeOf,
  receiptOf,
} from "./board-message";

const due = "2026-12-01T12:00Z";
const early = Date.parse("2026-12-01T11:00Z");
const late = Date.parse("2026-12-01T13:00Z");

const link = `/labs/network?assignment=1&title=Circle&goal=loss_0.9*neurons_4&points=3-2&due=${due}`;
const bare = `/labs/network?assignment=1&goal=loss_0.9`;

const asked = (text: string) => readLink(text)?.assignment ?? null;

const work = (part: Partial<Work> = {}): Work => ({
  ...{ receipts: [], quiz: undefined, mark: undefined, due: null, extended: false },
  ...part,
});

const quiz = (right: number, count: number, handed: number | null = null) =>
  ({ started: 1, handed, right, count, tries: [] }) satisfies QuizStanding;

const receipt = (id: string, met: boolean[], received = early) => {
  const verdict = met.every(Boolean) ? "confirmed" : "not met";
  return receiptOf(id, { received, outcome: outcomeOf(verdict, { met }) });
};

test("the receipt that earns most counts, and nothing done is no grade", () => {
  const receipts = [
    receipt("1", [false, true]),
    receipt("2", [true, false]),
    receipt("3", [false, false]),
  ];
  expect(gradeOf(asked(link), work({ receipts }))).toMatchObject({
    receipt: { id: "2" },
    earned: 3,
    of: 5,
  });
  expect(gradeOf(asked(link), work())).toMatchObject({ earned: null, of: 5 });
  expect(gradeOf(asked(link), work({ receipts: receipts.slice(2) }))?.earned).toBe(0);
  expect(gradeOf(null, work({ receipts }))).toBe(null);
});

test("a contradicted receipt earns nothing, whatever goals it would meet", () => {
  const outcome = outcomeOf("contradicted", { met: [true, true] });
  const receipts = [receiptOf("1", { outcome })];
  expect(gradeOf(asked(link), work({ receipts }))?.earned).toBe(0);
  const unconfirmed = outcomeOf("unconfirmed", { met: [true, true] });
  const open = [receiptOf("1", { outcome: unconfirmed })];
  expect(gradeOf(asked(link), work({ receipts: open }))?.earned).toBe(5);
});

test("a receipt that an earlier version checked counts by its verdict alone", () => {
  const of = (verdict: "confirmed" | "not met") =>
    gradeOf(
      asked(link),
      work({ receipts: [receiptOf("1", { outcome: outcomeOf(verdict) })] }),
    );
  expect(of("confirmed")?.earned).toBe(5);
  expect(of("not met")?.earned).toBe(0);
});

test("work is late after the due date, and of equal work what came in time counts", () => {
  const both = [receipt("2", [true, true], late), receipt("1", [true, true], early)];
  expect(gradeOf(asked(link), work({ receipts: both, due }))).toMatchObject({
    receipt: { id: "1" },
    late: false,
  });
  const better = [receipt("2", [true, true], late), receipt("1", [true, false], early)];
  expect(gradeOf(asked(link), work({ receipts: better, due }))).toMatchObject({
    receipt: { id: "2" },
    late: true,
  });
  expect(gradeOf(asked(link), work({ receipts: better }))?.late).toBe(false);
  const answered = work({ quiz: quiz(1, 2, late), due });
  expect(gradeOf(asked(link), answered)?.late).toBe(true);
});

test("a teacher's verdict comes before the check's, and a teacher's points before all", () => {
  const receipts = [receipt("1", [false, false])];
  const marked = (mark: Parameters<typeof markOf>[0]) =>
    gradeOf(asked(link), work({ receipts, mark: markOf(mark) }))?.earned;
  expect(marked({ verdict: "accepted" })).toBe(5);
  expect(marked({ points: 4.5 })).toBe(4.5);
  expect(marked({ verdict: "accepted", points: 0 })).toBe(0);
  const met = work({
    receipts: [receipt("1", [true, true])],
    mark: markOf({ verdict: "refused" }),
  });
  expect(gradeOf(asked(link), met)?.earned).toBe(0);
  const paper = work({ mark: markOf({ points: 2 }) });
  expect(gradeOf(asked(link), paper)?.earned).toBe(2);
  // A comment alone grades nothing.
  expect(gradeOf(asked(link), work({ mark: markOf() }))?.earned).toBe(null);
});

test("graded questions earn their share of the points", () => {
  const both = asked(`${link}&quiz=a.b.c&quizpoints=6`);
  const receipts = [receipt("1", [true, false])];
  expect(gradeOf(both, work({ receipts, quiz: quiz(2, 3) }))).toMatchObject({
    earned: 7,
    of: 11,
  });
  expect(gradeOf(both, work({ quiz: quiz(0, 0) }))?.earned).toBe(0);
});

test("without points, all goals together are one and each graded question is one", () => {
  const one = work({ receipts: [receipt("1", [true])] });
  expect(gradeOf(asked(bare), one)).toMatchObject({ earned: 1, of: 1 });
  const none = work({ receipts: [receipt("1", [false])] });
  expect(gradeOf(asked(bare), none)).toMatchObject({ earned: 0, of: 1 });
  const alone = asked("/labs/network?assignment=1&quiz=a.b.c");
  expect(gradeOf(alone, work({ quiz: quiz(2, 3) }))).toMatchObject({ earned: 2, of: 3 });
});

test("points are summed over the assignments that tell them, with extensions and marks", () => {
  const board = mergedBoard(
    null,
    boardMessage({
      assignments: [
        assignmentOf("circle", link),
        assignmentOf("bare", bare),
        assignmentOf("spiral", link.replace("Circle", "Spiral")),
      ],
      learners: [learnerOf("ada"), learnerOf("bob")],
      receipts: [
        { ...receipt("1", [true, false], late) },
        { ...receipt("2", [true]), assignment: "bare" },
      ],
      extensions: [{ assignment: "circle", learner: "ada", due: "2026-12-02" }],
      marks: [markOf({ assignment: "spiral", points: 1.5 })],
    }),
  );
  const grades = gradebookOf(board, new Map());
  expect(sumOf(board.assignments, grades("ada"))).toEqual({ earned: 4.5, of: 10 });
  expect(sumOf(board.assignments, grades("bob"))).toBe(null);
  const [circle] = board.assignments;
  const own = circle && workFor(circle, grades("ada"));
  expect(own).toMatchObject({ due: "2026-12-02", extended: true });
  expect(circle && workFor(circle, grades("bob"))).toMatchObject({
    due,
    extended: false,
  });
});

test("points are told to two places", () => {
  expect([7, 7.5, 10 / 3].map(pointsText)).toEqual(["7", "7.5", "3.33"]);
});
