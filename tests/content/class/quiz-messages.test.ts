import { expect, test } from "vitest";
import { quizResponses } from "@/content/class/quiz-messages";

test("a question of the site is told by its id, its words and its kind", () => {
  const told = (asked: unknown) =>
    quizResponses.quizzes.safeParse({ scores: [], starts: [], questions: [asked] });
  const question = { id: "a", asks: "b", kind: "one" };
  expect(told(question).success).toBe(true);
  const wrong = Object.keys(question).map((name) => ({ ...question, [name]: 1 }));
  for (const other of [...wrong, null, "a", []]) {
    expect(told(other).success).toBe(false);
  }
});
