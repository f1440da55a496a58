import { expect, test } from "vitest";
import {
  isDone,
  type Kept,
  lessonSum,
  nextSection,
} from "@/components/progress/section-progress";
import { type AnswerBook, record } from "@/content/quiz/answer-book";

const section = (id: string, questions: string[] = [], claims: string[] = []) => ({
  ...{ id, questions, claims },
  title: id,
  predicted: [] as string[],
});

const answered = (ids: Record<string, boolean>): AnswerBook =>
  Object.entries(ids).reduce<AnswerBook>(
    (book, [id, right]) =>
      record(book, id, { answer: { kind: "ticked", options: ["a"] }, right, at: 1 }),
    {},
  );

const nothing: Kept = { answers: {}, held: new Set(), read: [] };

test("a section without tasks is done once it was read to its end", () => {
  expect(isDone(section("text"), nothing)).toBe(false);
  expect(isDone(section("text"), { ...nothing, read: ["text"] })).toBe(true);
});

test("a section with tasks is done by them, right or wrong, and not by reading", () => {
  const one = section("one", ["a"], ["lab/c"]);
  const answers = answered({ a: false });
  const held = new Set(["lab/c"]);
  expect(isDone(one, { ...nothing, read: ["one"] })).toBe(false);
  expect(isDone(one, { ...nothing, answers })).toBe(false);
  expect(isDone(one, { ...nothing, held })).toBe(false);
  expect(isDone(one, { ...nothing, answers, held })).toBe(true);
});

test("of many questions, as many as are asked at a time are enough", () => {
  const pool = section("pool", ["a", "b", "c", "d", "e", "f", "g"]);
  const four = answered({ a: true, b: true, c: false, d: true });
  expect(isDone(pool, { ...nothing, answers: four })).toBe(false);
  const five = { ...four, ...answered({ g: false }) };
  expect(isDone(pool, { ...nothing, answers: five })).toBe(true);
});

test("the next section is the first with something left, until all are done", () => {
  const sections = [section("one"), section("two", ["a"]), section("three")];
  const at = (kept: Partial<Kept>) => nextSection(sections, { ...nothing, ...kept })?.id;
  expect(at({})).toBe("one");
  expect(at({ read: ["one", "three"] })).toBe("two");
  expect(at({ read: ["one", "three"], answers: answered({ a: true }) })).toBe(undefined);
});

test("a claim that a prediction trains counts, and is not waited for", () => {
  const predicting = { ...section("one", ["a"]), predicted: ["x/3"] };
  const answers = answered({ a: false });
  expect(isDone(predicting, { ...nothing, answers })).toBe(true);
  expect(lessonSum([predicting], nothing).untested).toEqual(["x/3"]);
});

test("a lesson's sum tells right from missed, and each claim once", () => {
  const sections = [
    section("one", ["a", "b"], ["x/1", "x/2"]),
    section("two", ["c"], ["x/1"]),
  ];
  const answers = answered({ a: true, b: false });
  expect(lessonSum(sections, { answers, held: new Set(["x/2"]) })).toEqual({
    claims: ["x/1", "x/2"],
    untested: ["x/1"],
    questions: ["a", "b", "c"],
    right: ["a"],
    missed: ["b"],
  });
});
