import { expect, test } from "vitest";
import {
  answerCounts,
  answerWords,
  type CountedAnswer,
  countOf,
  hardestFirst,
  median,
} from "@/components/class/teacher/answer-counts";
import { durationText } from "@/components/kit/wording";
import { questionOf } from "../../../content/quiz/every-kind";

const answer = (question: string, rest: Partial<CountedAnswer> = {}): CountedAnswer => ({
  question,
  first: "0",
  firstRight: false,
  right: false,
  took: null,
  ...rest,
});

const wrongOf = (...texts: readonly string[]) =>
  answerCounts(texts.map((first) => answer("q", { first })))[0]?.wrong;

test("a share is told of ten answers and more", () => {
  expect(countOf(4, 9)).toBe("4 of 9");
  expect(countOf(4, 10)).toBe("4 of 10 (40 %)");
});

test("answers are counted by question", () => {
  const counts = answerCounts([
    answer("pass", { firstRight: true, right: true, took: 9000 }),
    answer("loss", { right: true }),
    answer("pass", { first: "1", right: true, took: 3000 }),
    answer("pass", { first: "2" }),
  ]);
  expect(counts).toEqual([
    { question: "pass", answered: 3, firstRight: 1, right: 2, wrong: null, took: 6000 },
    { question: "loss", answered: 1, firstRight: 0, right: 1, wrong: null, took: null },
  ]);
});

test("the wrong first answer that most gave is told once two gave it", () => {
  expect(wrongOf("1", "2", "3")).toBe(null);
  expect(wrongOf("1", "2", "3", "2")).toEqual({ text: "2", count: 2 });
  expect(wrongOf("1", "2", "2", "1")).toEqual({ text: "1", count: 2 });
  const right = [answer("q", { firstRight: true }), answer("q", { firstRight: true })];
  expect(answerCounts([...right, answer("q", { first: "1" })])[0]?.wrong).toBe(null);
});

test("answers that say the same count as one", () => {
  expect(wrongOf("=0.5", "=0,50 ", "=3")).toEqual({ text: "=0.5", count: 2 });
  expect(wrongOf("=Learning rate", "= learning  RATE")?.count).toBe(2);
  expect(wrongOf("?1:0", "?1:x")?.count).toBe(2);
  // Numbers drawn from other seeds are other questions.
  expect(wrongOf("7=12", "8=12")).toBe(null);
  expect(wrongOf("7=12", "7=12.0")?.count).toBe(2);
  expect(wrongOf(">0-2-1", ">2-0-1")).toBe(null);
});

test("the hardest question comes first, and equal ones stay in order", () => {
  const counts = answerCounts([
    answer("easy", { firstRight: true }),
    answer("half", { firstRight: true }),
    answer("half"),
    answer("hard"),
    answer("as-hard"),
  ]);
  const order = hardestFirst(counts).map(({ question }) => question);
  expect(order).toEqual(["hard", "as-hard", "half", "easy"]);
});

test("the median is the middle one, or between the two in the middle", () => {
  expect(median([])).toBe(null);
  expect(median([10, 9, 100])).toBe(10);
  expect(median([10, 9, 100, 20])).toBe(15);
});

test("a duration is told in minutes and seconds", () => {
  expect([200, 48_400, 60_000, 65_000, 3_600_000].map(durationText)).toEqual([
    "1 s",
    "48 s",
    "1 min",
    "1 min 5 s",
    "60 min",
  ]);
});

test("an answer of each kind is told in the words of its question", () => {
  expect(answerWords(questionOf("one"), "2")).toBe("Neither");
  expect(answerWords(questionOf("several"), "0-1")).toBe("This + That");
  expect(answerWords(questionOf("several"), "none")).toBe("nothing chosen");
  expect(answerWords(questionOf("point"), "0")).toBe("Here");
  expect(answerWords(questionOf("predict"), "?1:0")).toBe("It stays");
  expect(answerWords(questionOf("number"), "7= 12 ")).toBe("“12” weights");
  expect(answerWords(questionOf("blank"), "=step")).toBe("“step”");
  expect(answerWords(questionOf("order"), ">2-0-1")).toBe("order: Third, First, Second");
  expect(answerWords(questionOf("match"), "~1-x-0")).toBe(
    "squared → straight; absolute → nothing; hinge → steep",
  );
});

test("what the question does not have, or is not known, is told as that", () => {
  expect(answerWords(questionOf("one"), "7")).toBe("an option that is no longer there");
  expect(answerWords(questionOf("one"), "odd")).toBe("odd");
  expect(answerWords(undefined, "0-1")).toBe("0-1");
});
