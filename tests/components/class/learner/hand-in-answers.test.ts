import { expect, test } from "vitest";
import { answersIn } from "@/components/class/learner/hand-in-answers";
import { requests } from "@/content/class/messages";
import { formatAnswerBook, parseAnswerBook, record } from "@/content/quiz/answer-book";

test("answers are handed in as the server takes them, those to known questions alone", () => {
  let book = record({}, "first-pass", {
    answer: { kind: "ticked", options: ["third", "first"] },
    right: false,
    at: 12.5,
    took: 7000.4,
  });
  book = record(book, "first-pass", {
    answer: { kind: "ticked", options: ["second"] },
    right: true,
    at: 13.5,
  });
  book = record(book, "mean-loss", {
    answer: { kind: "typed", text: "3.5" },
    right: true,
    at: 20,
  });
  const known = answersIn(book, new Set(["first-pass"]));
  expect(known).toEqual([
    {
      question: "first-pass",
      first: ":first,third",
      latest: ":second",
      at: 14,
      took: 7000,
    },
  ]);
  const answers = answersIn(book, null);
  expect(answers).toHaveLength(2);
  expect(answers[1]).not.toHaveProperty("took");
  expect(requests.answers.safeParse({ answers }).success).toBe(true);
});

test("whatever moments a file tells, the server takes the answers in it", () => {
  const answer = { kind: "ticked", options: ["second"] } as const;
  const book = record({}, "a", { answer, right: true, at: 7, took: 9 });
  const file = JSON.parse(formatAnswerBook(book));
  for (const odd of [0, 0.5, 8.64e15, Number.MAX_SAFE_INTEGER, 1e16, 1e300]) {
    file.answers.a = { ...file.answers.a, at: odd, took: odd };
    const answers = answersIn(parseAnswerBook(JSON.stringify(file)) ?? book, null);
    expect([odd, requests.answers.safeParse({ answers }).success]).toEqual([odd, true]);
  }
});
