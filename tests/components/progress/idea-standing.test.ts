import { expect, test } from "vitest";
import { ideaStandings } from "@/components/progress/idea-standing";
import { type AnswerBook, record } from "@/content/quiz/answer-book";

const names = {
  known: "Known",
  shaky: "Shaky",
  weak: "Weak",
  new: "New",
  unasked: "None",
};

const lessons = [
  {
    slug: "first",
    questions: [
      { id: "a", asks: "A?", idea: "known" },
      { id: "b", asks: "B?", idea: "shaky" },
      { id: "c", asks: "C?", idea: "weak" },
    ],
  },
  {
    slug: "second",
    questions: [
      { id: "d", asks: "D?", idea: "shaky" },
      { id: "e", asks: "E?", idea: "new" },
      { id: "f", asks: "F?", idea: "weak" },
    ],
  },
];

const answers = Object.entries({
  a: true,
  b: true,
  d: false,
  f: false,
}).reduce<AnswerBook>(
  (book, [id, right]) =>
    record(book, id, { answer: { kind: "ticked", options: ["x"] }, right, at: 1 }),
  {},
);

test("the weakest idea comes first, those not yet asked last", () => {
  const order = ideaStandings(names, lessons, answers).map(({ idea }) => idea);
  expect(order).toEqual(["weak", "shaky", "known", "new"]);
});

test("the next step is what went wrong, then what is open, then nothing", () => {
  const next = Object.fromEntries(
    ideaStandings(names, lessons, answers).map(({ idea, next }) => [idea, next]),
  );
  expect(next.weak).toMatchObject({ id: "f", slug: "second", asks: "F?", missed: true });
  expect(next.new).toMatchObject({ id: "e", slug: "second", asks: "E?", missed: false });
  expect(next.known).toBe(null);
});
