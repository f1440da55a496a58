import { expect, test } from "vitest";
import { verdictText } from "@/components/quiz/card-view";
import { type AnswerBook, record } from "@/content/quiz/answer-book";

/** What is said after answers that were wrong (0), right (1), or right with a hint (2). */
function said(...answers: readonly number[]): string {
  const answer = { kind: "ticked", options: [] } as const;
  const book = answers.reduce<AnswerBook>(
    (book, one, at) =>
      record(book, "q", { answer, right: one > 0, helped: one === 2, at }),
    {},
  );
  const entry = book.q;
  return entry ? verdictText("one", entry) : "";
}

test("an answer that was right at first is simply right, with a hint if there was one", () => {
  expect(said(1)).toBe("Right.");
  expect(said(2)).toBe("Right, with a hint.");
  expect(said(1, 0, 1)).toBe("Right.");
});

test("a later right answer says which try it was, and that the first one counts", () => {
  expect(said(0, 1)).toMatch(/^Right, at the second try\. Your first answer/);
  expect(said(0, 0, 1)).toMatch(/^Right, at the third try\./);
  expect(said(0, 0, 0, 0, 0, 0, 0, 1)).toMatch(/^Right, this time\./);
});

test("a wrong answer is not right yet, however the first one was", () => {
  expect(said(0)).toBe("Not right yet.");
  expect(said(1, 0)).toBe("Not right yet.");
});
