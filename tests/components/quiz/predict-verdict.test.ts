import { expect, test } from "vitest";
import { runText } from "@/components/quiz/predict-verdict";
import { runNumbers } from "@/labs/claim/run-numbers";

const losses = [1.3, 0.12, 0.123];
const numbers = runNumbers({
  passes: losses.map((trainLoss, pass) => ({ pass, trainLoss, heldLoss: 0.41 })),
  diverged: false,
  held: "test",
  testLoss: 0.41,
  testAccuracy: 0.9,
  naiveTestLoss: 1,
  judged: null,
});
const asking = (...conditions: readonly string[]) =>
  conditions.map((when) => ({ when, id: when, text: "" }));

test("a run is told by its losses", () => {
  expect(runText(numbers, asking("trainLoss > testLoss"))).toBe(
    "test loss 0.41, train loss 0.123 after pass 2",
  );
});

test("what else decided is told with them", () => {
  const text = runText(numbers, asking("testAccuracy > 80", "rises < 2"));
  expect(text).toContain("; 90 % of the test examples right");
  expect(text).toContain("; the train loss rose in 1 pass");
  expect(text).not.toContain("lowest");
});

test("a run that diverged is told by where it ended", () => {
  expect(runText({ ...numbers, diverged: 1 }, asking("diverged"))).toBe(
    "its numbers grew beyond all bounds after pass 2",
  );
});
