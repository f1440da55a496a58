import { expect, test } from "vitest";
import { type Board, mergedBoard } from "@/components/class/teacher/merged-board";
import type { BoardMessage } from "@/content/class/messages";
import { uniform } from "@/labs/arithmetic/random";
import {
  assignmentOf,
  boardMessage,
  learnerOf,
  markOf,
  receiptOf,
} from "./board-message";

const outcome = {
  verdict: "confirmed",
  says: "Replayed, identical.",
  testLoss: 0.1,
  accuracy: null,
  pass: 40,
  device: "cpu",
} as const;

const receipt = receiptOf;
const learner = (id: string) => learnerOf(id);
const assignment = (id: string, link = `/labs/${id}`) => assignmentOf(id, link);

const news = (part: Partial<BoardMessage> = {}): BoardMessage =>
  boardMessage({
    assignments: [assignment("circle"), assignment("spiral")],
    learners: [learner("ada"), learner("bob")],
    ...part,
  });

const idsOf = ({ handedIn }: Board, of = "ada", asked = "circle") =>
  (handedIn.get(of)?.get(asked) ?? []).map(({ id }) => id);

test("receipts come to their learner and assignment, the latest first", () => {
  const receipts = [
    receipt("early", { received: 1 }),
    receipt("late", { received: 3 }),
    receipt("between", { received: 2 }),
    receipt("other", { learner: "bob", assignment: "spiral" }),
  ];
  const board = mergedBoard(null, news({ receipts }));
  expect(idsOf(board)).toEqual(["late", "between", "early"]);
  expect(idsOf(board, "bob", "spiral")).toEqual(["other"]);
  expect(board.count).toBe(4);
  expect(board.since).toBe(10);
});

test("the outcome of a check takes the place of its receipt", () => {
  const first = mergedBoard(null, news({ receipts: [receipt("one"), receipt("two")] }));
  const board = mergedBoard(first, news({ receipts: [receipt("one", { outcome })] }));
  expect(board.count).toBe(2);
  const found = board.handedIn
    .get("ada")
    ?.get("circle")
    ?.find(({ id }) => id === "one");
  expect(found?.outcome).toEqual(outcome);
});

test("news told again change nothing, and nothing is drawn anew", () => {
  const told = news({ receipts: [receipt("one", { outcome }), receipt("two")] });
  const first = mergedBoard(null, told);
  expect(mergedBoard(first, structuredClone(told))).toBe(first);
  const later = mergedBoard(first, { ...structuredClone(told), now: 20 });
  expect(later.since).toBe(20);
  expect(later.handedIn).toBe(first.handedIn);
  expect(later.learners).toBe(first.learners);
});

test("an older state of a receipt does not undo its outcome", () => {
  const first = mergedBoard(null, news({ receipts: [receipt("one", { outcome })] }));
  const board = mergedBoard(first, news({ receipts: [receipt("one")] }));
  expect(board.handedIn.get("ada")?.get("circle")?.[0]?.outcome).toEqual(outcome);
});

test("once an assignment asks something else, its outcomes are void until they come anew", () => {
  const first = mergedBoard(
    null,
    news({
      receipts: [
        receipt("one", { outcome }),
        receipt("two", { outcome, assignment: "spiral" }),
      ],
    }),
  );
  const assignments = [assignment("circle", "/labs/circle?goal=2"), assignment("spiral")];
  const unjudged = [receipt("one"), receipt("two", { assignment: "spiral" })];
  const edited = mergedBoard(first, news({ assignments, receipts: unjudged }));
  expect(edited.handedIn.get("ada")?.get("circle")?.[0]?.outcome).toBe(null);
  expect(edited.handedIn.get("ada")?.get("spiral")?.[0]?.outcome).toEqual(outcome);
  const other = { ...outcome, verdict: "not met" } as const;
  const receipts = [receipt("one", { outcome: other })];
  const judged = mergedBoard(edited, news({ assignments, receipts }));
  expect(judged.handedIn.get("ada")?.get("circle")?.[0]?.outcome).toEqual(other);
  // Where the news of nothing judged were missed, the other outcome counts all the same.
  const late = mergedBoard(first, news({ assignments, receipts }));
  expect(late.handedIn.get("ada")?.get("circle")?.[0]?.outcome).toEqual(other);
});

test("marks and extensions are the latest, and the same objects while nothing changes", () => {
  const mark = markOf({ points: 3, comment: "Well done" });
  const extension = { assignment: "circle", learner: "ada", due: "2026-12-01" };
  const first = mergedBoard(null, news({ marks: [mark], extensions: [extension] }));
  const same = news({ marks: [{ ...mark }], extensions: [{ ...extension }] });
  expect(mergedBoard(first, same)).toBe(first);
  const board = mergedBoard(first, news({ marks: [{ ...mark, points: 4 }] }));
  expect(board.marks[0]?.points).toBe(4);
  expect(board.extensions).toEqual([]);
});

test("only the learner with news gets a new object", () => {
  const receipts = [receipt("one"), receipt("two", { learner: "bob" })];
  const first = mergedBoard(null, news({ receipts }));
  const board = mergedBoard(first, news({ receipts: [receipt("three")] }));
  expect(board.handedIn.get("bob")).toBe(first.handedIn.get("bob"));
  expect(board.handedIn.get("ada")).not.toBe(first.handedIn.get("ada"));
});

test("what was deleted goes, with its receipts", () => {
  const receipts = [
    receipt("one"),
    receipt("two", { learner: "bob" }),
    receipt("three", { learner: "bob", assignment: "spiral" }),
  ];
  const first = mergedBoard(null, news({ receipts }));
  const withoutAda = mergedBoard(first, news({ learners: [learner("bob")] }));
  expect(withoutAda.handedIn.has("ada")).toBe(false);
  expect(withoutAda.count).toBe(2);
  const withoutSpiral = mergedBoard(
    withoutAda,
    news({ learners: [learner("bob")], assignments: [assignment("circle")] }),
  );
  expect(withoutSpiral.count).toBe(1);
  expect(withoutSpiral.handedIn.get("bob")?.has("spiral")).toBe(false);
});

test("a receipt of nobody, or for nothing, is left out", () => {
  const receipts = [
    receipt("one", { learner: "eve" }),
    receipt("two", { assignment: "digits" }),
  ];
  expect(mergedBoard(null, news({ receipts })).count).toBe(0);
});

test("in whatever pieces and order the news come, the board is the same in the end", () => {
  for (let seed = 0; seed < 100; seed += 1) {
    const draw = uniform(seed);
    const all = Array.from({ length: 30 }, (_, at) =>
      receipt(`receipt ${at}`, {
        learner: draw() < 0.5 ? "ada" : "bob",
        assignment: draw() < 0.5 ? "circle" : "spiral",
        received: at,
        outcome: draw() < 0.7 ? outcome : null,
      }),
    );
    const whole = mergedBoard(null, news({ receipts: all }));
    let board: Board | null = null;
    const left = [...all].sort(() => draw() - 0.5);
    while (left.length > 0) {
      const some = left.splice(0, 1 + Math.floor(draw() * 6));
      const unchecked = some.map((one) => ({ ...one, outcome: null }));
      board = mergedBoard(board, news({ receipts: unchecked }));
      board = mergedBoard(board, news({ receipts: some }));
    }
    expect(board?.count).toBe(30);
    expect(board?.handedIn).toEqual(whole.handedIn);
  }
});
