import { expect, test } from "vitest";
import { bestReceipt, standingOf } from "@/components/class/standing";
import { gradebookOf } from "@/components/class/teacher/grades";
import { type Board, mergedBoard } from "@/components/class/teacher/merged-board";
import {
  allShown,
  type Shown,
  sectionsOf,
  shownAssignments,
  shownRows,
} from "@/components/class/teacher/shown-rows";
import type { ReceiptHead } from "@/content/class/messages";
import type { Verdict } from "@/labs/receipt/findings";
import {
  assignmentOf,
  boardMessage,
  learnerOf,
  markOf,
  outcomeOf,
  receiptOf,
} from "./board-message";

function receipt(
  id: string,
  learner: string,
  assignment: string,
  verdict: Verdict | null,
  testLoss: number | null = 0.5,
): ReceiptHead {
  const rest = { says: "", accuracy: null, pass: 40, device: "cpu" } as const;
  const outcome = verdict && { verdict, testLoss, ...rest };
  return { id, learner, assignment, received: Number(id), outcome };
}

const receipts = [
  receipt("1", "ada", "circle", "not met"),
  receipt("2", "ada", "circle", "confirmed"),
  receipt("3", "ada", "spiral", "contradicted"),
  receipt("4", "bob", "circle", "unconfirmed"),
  receipt("5", "bob", "spiral", "confirmed"),
  receipt("6", "cem", "circle", null),
  receipt("7", "eve", "circle", "confirmed"),
  receipt("8", "eve", "spiral", "confirmed"),
];

const message = boardMessage({
  assignments: ["circle", "spiral"].map((id) => assignmentOf(id, `/${id}`)),
  learners: [
    learnerOf("bob", { name: "Bob 10", section: "B" }),
    learnerOf("ada", { name: "ada Lovelace", studentId: "s-1815" }),
    learnerOf("cem", { name: "Çem" }),
    learnerOf("eve", { name: "Bob 9", section: "A" }),
    learnerOf("zoe", { name: "Zoë", section: "B" }),
  ],
  receipts,
});

const board = mergedBoard(null, message);

const rowsOf = (of: Board, part: Partial<Shown> = {}) =>
  shownRows(of, { ...allShown, ...part }, gradebookOf(of, new Map())).map(
    ({ learner }) => learner.id,
  );

const shown = (part: Partial<Shown>) => rowsOf(board, part);

const of = (learner: string, assignment: string) =>
  board.handedIn.get(learner)?.get(assignment) ?? [];

test("the best verdict stands for all: confirmed, not met, unconfirmed, contradicted", () => {
  expect(standingOf(of("ada", "circle"))).toEqual({
    count: 2,
    best: "confirmed",
    checking: false,
  });
  const order = ["confirmed", "not met", "unconfirmed", "contradicted"] as const;
  for (let least = 0; least < order.length; least += 1) {
    const rest = order.slice(least).reverse();
    const all = rest.map((verdict, at) => receipt(`${at}`, "ada", "circle", verdict));
    expect(standingOf(all).best).toBe(order[least]);
    const one = receipt("9", "ada", "circle", null);
    expect(standingOf([...all, one])).toMatchObject({
      best: order[least],
      checking: true,
    });
  }
});

test("what was not checked yet has no verdict, and nothing has none either", () => {
  expect(standingOf(of("cem", "circle"))).toEqual({
    count: 1,
    best: null,
    checking: true,
  });
  expect(standingOf([])).toEqual({ count: 0, best: null, checking: false });
});

test("of the best verdict the lowest test loss is drawn, of equal ones the latest", () => {
  const all = [
    receipt("5", "ada", "circle", "confirmed", 0.2),
    receipt("4", "ada", "circle", "confirmed", 0.1),
    receipt("3", "ada", "circle", "confirmed", 0.1),
    receipt("2", "ada", "circle", "not met", 0.01),
    receipt("1", "ada", "circle", null),
  ];
  expect(bestReceipt(all)?.id).toBe("4");
  expect(bestReceipt(all.slice(3))?.id).toBe("2");
  expect(bestReceipt([])).toBe(null);
});

test("learners stand as they joined, by name, or by how much is confirmed", () => {
  expect(shown({})).toEqual(["bob", "ada", "cem", "eve", "zoe"]);
  expect(shown({ order: "name" })).toEqual(["ada", "eve", "bob", "cem", "zoe"]);
  expect(shown({ order: "confirmed" })).toEqual(["eve", "bob", "ada", "cem", "zoe"]);
});

test("a part of the name is enough, in any case and spelling", () => {
  expect(shown({ name: "LOVE" })).toEqual(["ada"]);
  expect(shown({ name: " bob " })).toEqual(["bob", "eve"]);
  expect(shown({ name: "zoe\u0308" })).toEqual(["zoe"]);
  expect(shown({ name: "nobody" })).toEqual([]);
});

test("a verdict is looked for in every column, or in the one that is shown", () => {
  expect(shown({ verdict: "confirmed" })).toEqual(["bob", "ada", "eve"]);
  expect(shown({ verdict: "confirmed", assignment: "circle" })).toEqual(["ada", "eve"]);
  expect(shown({ verdict: "contradicted" })).toEqual(["ada"]);
  expect(shown({ verdict: "checking" })).toEqual(["cem"]);
  expect(shown({ verdict: "missing" })).toEqual(["cem", "zoe"]);
  expect(shown({ verdict: "missing", assignment: "circle" })).toEqual(["zoe"]);
});

test("one assignment is shown alone", () => {
  const columns = shownAssignments(board, { ...allShown, assignment: "spiral" });
  expect(columns.map(({ id }) => id)).toEqual(["spiral"]);
});

test("without any assignment the learners are shown all the same", () => {
  const bare = mergedBoard(null, boardMessage({ learners: message.learners }));
  expect(rowsOf(bare)).toHaveLength(5);
});

test("a section is shown alone, and an id is found as a name is", () => {
  expect(sectionsOf(board.learners)).toEqual(["A", "B"]);
  expect(shown({ section: "B" })).toEqual(["bob", "zoe"]);
  expect(shown({ name: "S-18" })).toEqual(["ada"]);
});

test("who waits for approval is in no row", () => {
  const waiting = mergedBoard(
    null,
    boardMessage({ learners: [learnerOf("ada", { waiting: true }), learnerOf("bob")] }),
  );
  expect(rowsOf(waiting)).toEqual(["bob"]);
});

test("late, changed and marked work is found, and learners stand by their points", () => {
  const link =
    "/labs/network?assignment=1&goal=loss_0.9&points=4&due=2026-12-01T12:00Z&lock=data";
  const late = Date.parse("2026-12-02T12:00Z");
  const early = Date.parse("2026-11-30T12:00Z");
  const met = outcomeOf("confirmed", { met: [true] });
  const of = (id: string, learner: string, received: number, outcome = met) =>
    receiptOf(id, { learner, received, outcome });
  const graded = mergedBoard(
    null,
    boardMessage({
      assignments: [assignmentOf("circle", link)],
      learners: ["ada", "bob", "cem", "eve"].map((id) => learnerOf(id)),
      receipts: [
        of("1", "ada", late),
        of("2", "bob", late, { ...met, changed: "Rate 0.1 → 1" }),
        of("3", "cem", early),
      ],
      extensions: [{ assignment: "circle", learner: "ada", due: "2026-12-03" }],
      marks: [
        markOf({ learner: "eve", points: 7 }),
        markOf({ learner: "cem", points: 5 }),
      ],
    }),
  );
  expect(rowsOf(graded, { verdict: "late" })).toEqual(["bob"]);
  expect(rowsOf(graded, { verdict: "changed" })).toEqual(["bob"]);
  expect(rowsOf(graded, { verdict: "marked" })).toEqual(["cem", "eve"]);
  expect(rowsOf(graded, { order: "points" })).toEqual(["eve", "cem", "ada", "bob"]);
});
