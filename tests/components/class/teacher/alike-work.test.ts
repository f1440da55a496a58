import { expect, test } from "vitest";
import { likenessIn, spreadIn } from "@/components/class/teacher/alike-work";
import { mergedBoard } from "@/components/class/teacher/merged-board";
import type { ReceiptHead } from "@/content/class/messages";
import {
  assignmentOf,
  boardMessage,
  learnerOf,
  outcomeOf,
  receiptOf,
} from "./board-message";

const names = ["ada", "bob", "cem", "dil", "eve"];

const boardOf = (receipts: readonly ReceiptHead[]) =>
  mergedBoard(
    null,
    boardMessage({
      assignments: [
        assignmentOf("circle", "/labs/network?assignment=1&goal=loss_0.9"),
        assignmentOf("spiral", "/labs/network?assignment=1&goal=loss_0.8"),
      ],
      learners: names.map((id) => learnerOf(id)),
      receipts: [...receipts],
    }),
  );

let count = 0;
function receipt(
  learner: string,
  part: Parameters<typeof outcomeOf>[1],
  assignment = "circle",
): ReceiptHead {
  count += 1;
  const outcome = outcomeOf("confirmed", part);
  return receiptOf(`receipt ${count}`, { learner, assignment, outcome });
}

test("learners with the same weights are told together, in whichever receipt they had them", () => {
  const board = boardOf([
    receipt("ada", { weights: "w1", testLoss: 0.9 }),
    receipt("ada", { weights: "w2", testLoss: 0.1 }),
    receipt("bob", { weights: "w1" }),
    receipt("cem", { weights: "w3" }),
    receipt("cem", { weights: "w3" }),
    receipt("dil", { weights: "w1" }, "spiral"),
    receipt("eve", {}),
  ]);
  expect(likenessIn(board, "circle")).toEqual([
    { what: "weights", names: ["ada", "bob"], changed: "" },
  ]);
  expect(likenessIn(board, "spiral")).toEqual([]);
});

test("the same changes are told, and unchanged settings are none", () => {
  const changed = "Learning rate 0.03 → 0.1";
  const board = boardOf([
    receipt("ada", { run: "r1", changed }),
    receipt("bob", { run: "r1", changed }),
    receipt("cem", { run: "r0", changed: "" }),
    receipt("dil", { run: "r0", changed: "" }),
    // Not the one that counts.
    receipt("eve", { run: "r1", changed, testLoss: 0.9 }),
    receipt("eve", { run: "r2", changed: "Layers 4 → 8", testLoss: 0.1 }),
  ]);
  expect(likenessIn(board, "circle")).toEqual([
    { what: "settings", names: ["ada", "bob"], changed },
  ]);
});

test("losses are spread in quarters, of each learner the best, without contradicted ones", () => {
  const board = boardOf([
    receipt("ada", { testLoss: 0.1 }),
    receipt("ada", { testLoss: 0.9 }),
    receipt("bob", { testLoss: 0.2 }),
    receipt("cem", { testLoss: 0.3 }),
    receipt("dil", { testLoss: 0.4 }),
    receiptOf("false", {
      learner: "eve",
      outcome: outcomeOf("contradicted", { testLoss: 0.0001 }),
    }),
  ]);
  const spread = spreadIn(board, "circle");
  expect(spread?.losses).toEqual([0.1, 0.2, 0.3, 0.4]);
  expect(spread).toMatchObject({ count: 4, lowest: 0.1, highest: 0.4 });
  expect(spread?.lower).toBeCloseTo(0.175);
  expect(spread?.middle).toBeCloseTo(0.25);
  expect(spread?.upper).toBeCloseTo(0.325);
});

test("of one learner, or of nobody, there is no spread", () => {
  expect(spreadIn(boardOf([receipt("ada", { testLoss: 0.1 })]), "circle")).toBe(null);
  expect(spreadIn(boardOf([]), "circle")).toBe(null);
  const unchecked = names.map((learner) => receiptOf(learner, { learner }));
  expect(spreadIn(boardOf(unchecked), "circle")).toBe(null);
});
