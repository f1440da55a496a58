import { expect, test } from "vitest";
import { giftOf } from "@/content/exchange/gift";
import { qtiOf } from "@/content/exchange/qti";
import { canvasOf } from "@/content/exchange/qti12";
import { readAllQuestions } from "@/content/quiz/lesson-questions";
import { feedbackOn, present, type Question, readAnswer } from "@/content/quiz/question";
import { parseQuestions, yamlOf } from "@/content/quiz/question-file";
import { worded, wordingFor } from "@/content/quiz/second-wording";
import { everyKind } from "./every-kind";

const reworded = (question: Question): Question => ({
  ...question,
  reworded: `In other words: ${question.asks}`,
});

test("each reader has one wording for good, and half of them each", () => {
  for (const question of everyKind.map(reworded)) {
    const drawn = Array.from({ length: 2000 }, (_, seed) => wordingFor(question, seed));
    expect(drawn).toEqual(drawn.map((_, seed) => wordingFor(question, seed)));
    const second = drawn.filter((wording) => wording === "second").length;
    // Four standard errors.
    expect(Math.abs(second - 1000)).toBeLessThan(90);
  }
});

test("of two questions a reader's wordings do not go together", () => {
  const [one, other] = everyKind.map(reworded);
  if (!one || !other) throw new Error("Two questions are there.");
  const same = Array.from({ length: 2000 }, (_, seed) => seed).filter(
    (seed) => wordingFor(one, seed) === wordingFor(other, seed),
  ).length;
  expect(Math.abs(same - 1000)).toBeLessThan(90);
});

test("a question with one wording has its first, whatever is asked for", () => {
  for (const question of everyKind) {
    const drawn = Array.from({ length: 50 }, (_, seed) => wordingFor(question, seed));
    expect(new Set(drawn)).toEqual(new Set(["first"]));
    expect(worded(question, "second")).toBe(question);
  }
});

test("another wording changes the words of the question, and what no answer means", () => {
  for (const question of everyKind.map(reworded)) {
    const other = worded(question, "second");
    expect(other).toEqual({ ...question, asks: question.reworded });
    expect(worded(question, "first")).toBe(question);
    const answer = readAnswer(question, ":this");
    if (answer) expect(feedbackOn(other, answer)).toEqual(feedbackOn(question, answer));
  }
});

test("questions of the course are asked in two wordings, and files have the first", async () => {
  const course = (await readAllQuestions()).flatMap(({ questions }) => questions);
  const two = course.filter(({ reworded }) => reworded !== undefined);
  expect(two.length).toBeGreaterThanOrEqual(6);
  const plain = two.map(({ reworded: _, ...question }): Question => question);
  const exported = { title: "Two", seed: 7, placeOf: ({ id }: Question) => `#${id}` };
  expect(giftOf(two, exported)).toBe(giftOf(plain, exported));
  for (const write of [qtiOf, canvasOf]) {
    expect(write(two, exported)).toEqual(write(plain, exported));
  }
  for (const [at, question] of two.entries()) {
    expect(present(question, 7)).toEqual(present(plain[at] ?? question, 7));
    expect(worded(question, "second").asks).not.toBe(question.asks);
  }
  // A YAML file is the authors' own form, and has both.
  expect(parseQuestions(yamlOf(two), "x.yaml")).toEqual(two);
});

test("a second wording is read from YAML and written back, for every kind", () => {
  const plain = everyKind.filter(({ kind }) => kind !== "number").map(reworded);
  expect(parseQuestions(yamlOf(plain), "x.yaml")).toEqual(plain);
});

const one =
  "id: a, idea: passes, kind: one, options: [{text: a, why: b, right: true}, {text: c, why: d}]";

test.each([
  [`- {${one}, asks: What?, reworded: What?}`, "is reworded in the same words"],
  [`- {${one}, asks: What?, reworded: ""}`, '"reworded"'],
  [
    "- {id: a, idea: passes, kind: blank, asks: A ___., reworded: Without., accepts: [a], right: b, wrong: c}",
    "must hold the blank",
  ],
  [
    "- {id: a, idea: passes, kind: number, asks: '{{x}}?', reworded: x?, draws: {x: {of: [1, 2]}}, answer: x, right: b, wrong: c}",
    "its numbers are drawn, so that it cannot be reworded",
  ],
])("a second wording that cannot be is refused: %s", (yaml, says) => {
  expect(() => parseQuestions(yaml, "x.yaml")).toThrow(says);
});
