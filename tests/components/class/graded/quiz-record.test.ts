import { expect, test } from "vitest";
import {
  type JudgedTry,
  recordOf,
  scoreOf,
  withTry,
} from "@/components/class/graded/quiz-record";

const given = (question: string, at: number, right: boolean | null): JudgedTry => ({
  ...{ question, try: at, right },
  text: `${at}`,
});

const blank = (id: string) => ({ id, asks: "___", seed: 1, kind: "blank" }) as const;

const once = (tries: number) => ({ tries, again: false });

test("a question has the tries that were not used, and none once it is right", () => {
  const list = [given("b", 2, true), given("a", 1, false), given("b", 1, false)];
  expect(recordOf(list, "a", once(3))).toEqual({
    ...{ used: 1, right: false, left: 2 },
    texts: ["1"],
  });
  expect(recordOf(list, "b", once(3))).toEqual({
    ...{ used: 2, right: true, left: 0 },
    texts: ["1", "2"],
  });
  expect(recordOf(list, "c", once(3))).toMatchObject({ used: 0, right: false, left: 3 });
  expect(recordOf(list, "a", once(1)).left).toBe(0);
});

test("an answer that is told twice counts once", () => {
  const once = withTry([], given("a", 1, false));
  expect(withTry(once, given("a", 1, false))).toBe(once);
  expect(withTry(once, given("a", 2, true))).toHaveLength(2);
  expect(withTry(once, given("b", 1, true))).toHaveLength(2);
});

test("a score counts what is right, and what can be answered no more", () => {
  const list = [given("a", 1, false), given("a", 2, false), given("b", 1, true)];
  const quiz = {
    ...{ given: list, ...once(2) },
    questions: ["a", "b", "c"].map(blank),
  };
  expect(scoreOf(quiz)).toEqual({ right: 1, answered: 2, done: 2, count: 3 });
});

test("where a further try changes the answer the latest counts, and right ends nothing", () => {
  const rules = { tries: 3, again: true };
  const list = [given("a", 1, true), given("a", 2, false), given("b", 1, true)];
  expect(recordOf(list, "a", rules)).toMatchObject({ used: 2, right: false, left: 1 });
  expect(recordOf(list, "b", rules)).toMatchObject({ used: 1, right: true, left: 2 });
  const untold = list.map((one) => ({ ...one, right: null }));
  expect(recordOf(untold, "b", rules)).toMatchObject({ right: null, left: 2 });
  const questions = ["a", "b", "c"].map(blank);
  expect(scoreOf({ questions, given: untold, ...rules })).toEqual({
    ...{ right: 0, answered: 2, done: 0, count: 3 },
  });
});
