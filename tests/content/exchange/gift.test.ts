// GIFT out, and in again by gift-pegjs, which somebody else wrote.
import { expect, test } from "vitest";
import { giftOf } from "@/content/exchange/gift";
import { readGift } from "@/content/exchange/read-gift";
import { plainNumber, shares } from "@/content/markup/gift-text";
import { withIds } from "@/content/quiz/kinds/filed-kind";
import { readAllQuestions } from "@/content/quiz/lesson-questions";
import { drawn, type Question } from "@/content/quiz/question";
import { times } from "../../soak";
import { everyKind, questionOf } from "../quiz/every-kind";
import { randomQuestion } from "./random-question";

const exported = { title: "All: of / it", seed: 0, placeOf: () => "https://a.b/c?d=e#f" };

/** What GIFT can hold of a question. Ids of parts are made of their texts again. */
function held(question: Question): Question {
  const { asks, id, idea, section } = question;
  const head = { id, asks, idea, section, hints: [] };
  switch (question.kind) {
    case "one":
    case "several":
    case "point":
    case "predict": {
      const kind = question.kind === "several" ? "several" : "one";
      const options = question.options.map(({ text, right, why }) => {
        return { text, right, why, refuted: null };
      });
      return { ...head, kind, options: withIds(options) };
    }
    case "number":
      return { ...question, ...head, variants: null };
    case "order": {
      const items = question.items.map(({ text, why }) => ({ text, why }));
      return { ...head, kind: question.kind, items: withIds(items) };
    }
    case "match": {
      const targets = withIds(
        [...new Set(question.pairs.map(({ to }) => to))].map((text) => ({ text })),
      );
      const ids = new Map(targets.map(({ id, text }) => [text, id]));
      const pairs = question.pairs.map(({ text, to, why }) => {
        return { text, to, target: ids.get(to) ?? "", why };
      });
      return { ...head, kind: question.kind, pairs: withIds(pairs) };
    }
    default:
      return { ...question, ...head };
  }
}

const inParts = Array.from({ length: times(1, 20) }, (_, part) => part * 500);

test.each(inParts)(
  "questions %i and 499 more come back from GIFT as they were",
  (from) => {
    const questions = Array.from({ length: 500 }, (_, at) => randomQuestion(from + at));
    const { questions: read, notices } = readGift(giftOf(questions, exported), "passes");
    expect(notices.filter(({ lost }) => lost)).toEqual([]);
    expect(read.length).toBe(questions.length);
    read.forEach((one, at) => {
      const question = questions[at];
      expect(one).toEqual(question && held(question));
    });
  },
);

test("the course’s questions come back from GIFT, with numbers of any seed", async () => {
  const lessons = await readAllQuestions();
  const course = [...lessons.flatMap(({ questions }) => questions), ...everyKind];
  for (const seed of [0, 7]) {
    const { questions } = readGift(giftOf(course, { ...exported, seed }), "passes");
    expect(questions).toEqual(course.map((one) => held(drawn(one, seed))));
  }
});

test("numbers are written in digits alone, and read the same", () => {
  for (const value of [0, 1, -1, 0.5, 1e-7, -1.25e-9, 1e21, 1.5e22, 123456.789, 100]) {
    expect(plainNumber(value)).toMatch(/^-?\d+(\.\d+)?$/);
    expect(Number(plainNumber(value))).toBe(value);
  }
  expect(plainNumber(0.1 + 0.2)).toBe("0.3");
});

test("the shares of right ticks are ones that Moodle takes, and add up to 100", () => {
  const moodle = [100, 50, 33.33333, 25, 20, 16.66667, 14.28571, 12.5, 11.11111, 10, 5];
  for (let count = 1; count <= 12; count += 1) {
    const numbers = shares(count).map(Number);
    expect(numbers.length).toBe(count);
    expect(numbers.every((one) => moodle.includes(one))).toBe(true);
    expect(numbers.reduce((sum, one) => sum + one, 0)).toBeCloseTo(100, 3);
  }
});

test("right ticks earn it all together, and wrong ones take it all", () => {
  const lines = giftOf([questionOf("several")], exported).split("\n");
  expect(lines.filter((line) => line.startsWith("\t"))).toEqual([
    ...["\t~%50%This#Yes.", "\t~%-100%That#No.", "\t~%50%And this#Yes again."],
  ]);
});

test("a mark’s stand-in, which plain GIFT cannot hold, is set apart", () => {
  const blank = { ...questionOf("blank"), asks: "&&058; is ___.", accepts: ["&&058;"] };
  const [read] = readGift(giftOf([blank], exported), "passes").questions;
  expect(read).toEqual({ ...blank, accepts: ["& &058;"] });
});

test("a blank parts its sentence where the words beside it would run into it alone", () => {
  const blank = questionOf("blank");
  const answers = "{=%100%a#So. =%0%b#No. =%0%*#Never.}";
  const written = (asks: string) => {
    const misses = [{ text: "b", why: "No." }];
    const said = { accepts: ["a"], misses, right: "So.", wrong: "Never." };
    return giftOf([{ ...blank, ...said, asks }], exported).split("[html]")[1];
  };
  expect(written("It is ___ here.")).toBe(`It is ${answers} here.\n`);
  expect(written("It is 3 ___, no?")).toBe(`It is 3 <wbr/>${answers}<wbr/>, no?\n`);
  expect(written("___ 3 it is.")).toBe(`<wbr/>${answers}<wbr/> 3 it is.\n`);
  expect(written("Say ___ or ___.")).toBe(`Say ${answers} or ___.\n`);
});
