import { expect, test } from "vitest";
import { continueAt } from "@/components/progress/continue-at";
import { type AnswerBook, record } from "@/content/quiz/answer-book";

const section = (id: string, questions: string[] = []) => ({
  ...{ id, questions },
  title: id,
  claims: [],
  predicted: [],
});

const lessons = [
  { slug: "first", title: "First", sections: [section("a"), section("b", ["q"])] },
  { slug: "second", title: "Second", sections: [section("c"), section("d")] },
];

const nobody = { answers: {}, held: new Set<string>(), reading: {} };

const answered = (id: string): AnswerBook =>
  record({}, id, { answer: { kind: "ticked", options: ["x"] }, right: true, at: 1 });

const places = (at: ReturnType<typeof continueAt>) =>
  at && [at.lesson.slug, at.section.id];

test("a newcomer begins at the beginning", () => {
  expect(places(continueAt(lessons, nobody))).toEqual(["first", "a"]);
});

test("a reader goes on in the section that was left, or in the next one", () => {
  const at = (section: string, read: string[]) =>
    places(
      continueAt(lessons, { ...nobody, reading: { second: { section, at: 9, read } } }),
    );
  expect(at("d", ["c"])).toEqual(["second", "d"]);
  expect(at("c", ["c"])).toEqual(["second", "d"]);
  // What was jumped over comes once the rest is done.
  expect(at("d", ["d"])).toEqual(["second", "c"]);
  expect(at("d", ["c", "d"])).toEqual(["first", "a"]);
});

test("without a place, the last answer tells the lesson", () => {
  const reading = { first: { section: "a", at: 1, read: ["a"] } };
  expect(places(continueAt(lessons, { ...nobody, answers: answered("q") }))).toEqual([
    "first",
    "a",
  ]);
  expect(
    places(continueAt(lessons, { ...nobody, answers: answered("q"), reading })),
  ).toEqual(["second", "c"]);
});

test("nothing is left once everything is done", () => {
  const reading = {
    first: { section: "b", at: 1, read: ["a"] },
    second: { section: "d", at: 2, read: ["c", "d"] },
  };
  expect(continueAt(lessons, { ...nobody, answers: answered("q"), reading })).toBe(null);
});
