import { expect, test } from "vitest";
import { outcomeText, quizText } from "@/components/class/learner/own-assignment";
import { assignmentOf } from "@/tests/labs/receipt/train-receipt";

const asked = assignmentOf(
  "/labs/network?assignment=1&goal=loss_0.9*neurons_4*accuracy_70",
);
const outcome = {
  ...({
    verdict: "not met",
    says: "Test loss below 0.9: not met, test loss 1.",
  } as const),
  ...({ testLoss: 1, accuracy: 0.5, pass: 40, device: "cpu" } as const),
};

test("a learner is told what was found, how many goals are met, and what they changed", () => {
  const met = [false, true, true];
  const changed = "Data Spiral → Two clouds";
  expect(outcomeText(asked, { ...outcome, met, changed })).toBe(
    `${outcome.says} 2 of 3 goals met. You changed: ${changed}.`,
  );
  expect(outcomeText(asked, { ...outcome, met, changed: "" })).toBe(
    `${outcome.says} 2 of 3 goals met.`,
  );
  // An older outcome, and one of a link with other goals, tell no goals.
  expect(outcomeText(asked, outcome)).toBe(outcome.says);
  expect(outcomeText(asked, { ...outcome, met: [true] })).toBe(outcome.says);
  expect(outcomeText(null, { ...outcome, met: [] })).toBe(outcome.says);
});

test("a quiz is told as far as its learner may know it", () => {
  const quiz = { assignment: "a", count: 3, done: 0, answered: 2, handed: null };
  expect(quizText(undefined)).toBe("Graded questions: not started yet.");
  expect(quizText({ ...quiz, right: null })).toBe("Graded questions: 2 of 3 answered.");
  expect(quizText({ ...quiz, right: null, handed: 1 })).toBe(
    "Graded questions: handed in, 2 of 3 answered.",
  );
  expect(quizText({ ...quiz, right: 1 })).toBe("Graded questions: 1 of 3 right.");
});
