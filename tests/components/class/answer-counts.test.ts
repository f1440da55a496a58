import { expect, test } from "vitest";
import { answerCounts, countOf } from "@/components/class/board/answer-counts";

test("a share is told of ten answers and more", () => {
  expect(countOf(4, 9)).toBe("4 of 9");
  expect(countOf(4, 10)).toBe("4 of 10 (40 %)");
});

test("answers are counted by question", () => {
  const answer = (question: string, firstRight: boolean, right: boolean) => ({
    question,
    firstRight,
    right,
  });
  const counts = answerCounts([
    answer("pass", true, true),
    answer("loss", false, true),
    answer("pass", false, true),
    answer("pass", false, false),
  ]);
  expect(counts).toEqual([
    { question: "pass", answered: 3, firstRight: 1, right: 2 },
    { question: "loss", answered: 1, firstRight: 0, right: 1 },
  ]);
});
