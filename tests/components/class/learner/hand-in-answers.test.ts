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
  const known = answersIn(book, new Set(["first-pass"]), false);
  expect(known).toEqual([
    {
      question: "first-pass",
      first: ":first,third",
      latest: ":second",
      at: 14,
      took: 7000,
    },
  ]);
  const answers = answersIn(book, null, false);
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
    const answers = answersIn(parseAnswerBook(JSON.stringify(file)) ?? book, null, true);
    expect([odd, requests.answers.safeParse({ answers }).success]).toEqual([odd, true]);
  }
});

test("how sure the reader was of a first answer goes to a class that is measured alone", () => {
  const answer = { kind: "ticked", options: ["second"] } as const;
  const given = { answer, right: true };
  const first = record({}, "a", { ...given, at: 7, sure: 85, wording: "second" });
  const book = record(record(first, "a", { ...given, at: 8, sure: 100 }), "b", {
    ...{ ...given, at: 9 },
  });
  const kept = { question: "a", first: ":second", latest: ":second", at: 8 };
  const worded = { ...kept, wording: "second" };
  expect(answersIn(book, null, false)[0]).toEqual(worded);
  expect(answersIn(book, null, true)[0]).toEqual({ ...worded, sure: 85 });
  expect(answersIn(book, null, true)[1]).not.toHaveProperty("sure");
  const answers = answersIn(book, null, true);
  expect(requests.answers.safeParse({ answers }).success).toBe(true);
});

test("of very many tries the first is gone, and how sure it was", () => {
  const answer = { kind: "ticked", options: ["second"] } as const;
  let book = {};
  for (let at = 1; at <= 61; at += 1) {
    book = record(book, "a", { answer, right: true, at, sure: 50 + (at % 50) });
  }
  expect(answersIn(book, null, true)[0]).not.toHaveProperty("sure");
});
