import { expect, test } from "vitest";
import { bestReceipt, standingOf } from "@/components/class/standing";
import { mergedBoard } from "@/components/class/teacher/merged-board";
import {
  allShown,
  type Shown,
  shownAssignments,
  shownRows,
} from "@/components/class/teacher/shown-rows";
import type { ReceiptHead } from "@/content/class/messages";
import type { Verdict } from "@/labs/receipt/findings";

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

const board = mergedBoard(null, {
  class: { id: "c", name: "Biology", code: "K7QM-3XTP", created: 1, expires: 2 },
  now: 10,
  assignments: ["circle", "spiral"].map((id) => ({ id, link: `/${id}`, created: 1 })),
  learners: [
    { id: "bob", name: "Bob 10", joined: 1 },
    { id: "ada", name: "ada Lovelace", joined: 2 },
    { id: "cem", name: "Çem", joined: 3 },
    { id: "eve", name: "Bob 9", joined: 4 },
    { id: "zoe", name: "Zoë", joined: 5 },
  ],
  receipts,
});

const shown = (part: Partial<Shown>) =>
  shownRows(board, { ...allShown, ...part }).map(({ learner }) => learner.id);

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
  const bare = mergedBoard(null, {
    ...{ class: board.class, now: 10, assignments: [], receipts: [] },
    learners: board.learners,
  });
  expect(shownRows(bare, allShown)).toHaveLength(5);
});
