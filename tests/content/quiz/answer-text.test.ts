import { expect, test } from "vitest";
import {
  answerText,
  isAnswerText,
  longestAnswer,
  readAnswerText,
} from "@/content/quiz/answer-text";
import { type Answer, longestPartId, noPlaces } from "@/content/quiz/kinds/kind";
import { judgedAnswer } from "@/content/quiz/question";
import { parseQuestions } from "@/content/quiz/question-file";

const questions = parseQuestions(
  `
- id: ticks
  kind: several
  idea: passes
  asks: "?"
  options:
    - { text: a, why: a, right: true }
    - { text: b, why: b }
    - { text: c, why: c, right: true }
- { id: typing, kind: number, idea: passes, asks: "?", answer: 3.5, within: 0.1, right: a, wrong: b }
`,
  "here",
);
const ticked = (...options: string[]): Answer => ({ kind: "ticked", options });
const parseAnswerText = (text: string) => readAnswerText(text, noPlaces);

const letters = Array.from({ length: 20 }, (_, at) => String.fromCharCode(97 + at));

test("every answer comes back from its text", () => {
  const sets = Array.from({ length: 1 << 10 }, (_, bits) =>
    letters.filter((_, at) => (bits >> (at % 10)) & 1),
  );
  for (const options of sets) {
    const answer = ticked(...options);
    expect(parseAnswerText(answerText(answer))).toEqual(answer);
  }
  for (const text of ["", "3.5", "=", "none", "0-2", " 0,5 “”\n"]) {
    const answer = { kind: "typed", text } as const;
    expect(parseAnswerText(answerText(answer))).toEqual(answer);
    const drawn = { ...answer, seed: 4_000_000_000 };
    expect(parseAnswerText(answerText(drawn))).toEqual(drawn);
  }
  const others: readonly Answer[] = [
    { kind: "ordered", items: ["low", "none", "x", "a-1"] },
    { kind: "ordered", items: [] },
    {
      kind: "matched",
      to: new Map([
        ["constructor", "none"],
        ["x", "x"],
      ]),
    },
    { kind: "matched", to: new Map() },
    { kind: "predicted", option: "low", came: "x" },
    { kind: "predicted", option: "none", came: null },
    ticked("none"),
    ticked("x", "y-1"),
  ];
  for (const answer of others) {
    expect(parseAnswerText(answerText(answer))).toEqual(answer);
  }
});

test("the text is short, readable, and the same whatever was ticked first", () => {
  expect(answerText(ticked("low", "high"))).toBe(":high,low");
  expect(answerText(ticked("high", "low", "high"))).toBe(":high,low");
  expect(answerText(ticked())).toBe("none");
  expect(answerText({ kind: "typed", text: "3.5" })).toBe("=3.5");
  const to = new Map([
    ["squared", "steep"],
    ["absolute", "straight"],
  ]);
  expect(answerText({ kind: "matched", to })).toBe("~absolute:straight,squared:steep");
  expect(answerText({ kind: "predicted", option: "low", came: null })).toBe("?low");
});

test("a text that the site does not write stands for no answer", () => {
  const long = `=${"1".repeat(longestAnswer)}`;
  for (const text of [
    ...["", "2-0", "0-0", "00", "20", "-1", "0-", "0 2", "x", long],
    ...[">", ">0-x", ">20", "~", "~a", "?1", "?:1", "?x:1", "?1:", "0=5", "007=5"],
    ...["low", ":", ":low,", ":low,high,", ":low,low", ":1", ":Low", "~low:", "~b:a,a:a"],
    ...["?low:", "?low:x:y", "> low", ":a--b", ":a-", "~a:b:c"],
  ]) {
    expect(parseAnswerText(text), text).toBeNull();
    expect(isAnswerText(text), text).toBe(false);
  }
  const cut = answerText({ kind: "typed", text: "1".repeat(2 * longestAnswer) });
  expect(cut).toHaveLength(longestAnswer);
});

test("the longest matching fits into a text", () => {
  const longest = (at: number) => `a${at}`.padEnd(longestPartId, "z");
  const to = letters.slice(0, 12).map((_, at) => [longest(at), longest(at)] as const);
  const answer = { kind: "matched", to: new Map(to) } as const;
  expect(parseAnswerText(answerText(answer))?.kind).toBe("matched");
});

test("a text of version 2 is read through the places that its parts had", () => {
  const places = { parts: ["a", "b", "c"], targets: ["steep", "straight"] };
  const read = (text: string) => readAnswerText(text, places);
  expect(read("0-2")).toEqual(ticked("a", "c"));
  expect(read("none")).toEqual(ticked());
  expect(read(">2-0-1")).toEqual({ kind: "ordered", items: ["c", "a", "b"] });
  expect(read("~1-x-0")).toEqual({
    kind: "matched",
    to: new Map([
      ["a", "straight"],
      ["c", "steep"],
    ]),
  });
  expect(read("?0:2")).toEqual({ kind: "predicted", option: "a", came: "c" });
  expect(read("?1:x")).toEqual({ kind: "predicted", option: "b", came: null });
  // A place that the question never had is no part that it has.
  expect(read("9")).toEqual(ticked("position-9"));
  for (const text of ["2-0", "0-0", "0-1-1", "20", ">20", "?1:20"]) {
    expect(read(text), text).toBeNull();
  }
});

test("an answer is right, wrong, or to a question that nobody knows", () => {
  const judged = (id: string, text: string) => judgedAnswer(questions, id, text);
  expect(judged("ticks", ":a,c")).toBe("right");
  expect(judged("ticks", ":a")).toBe("wrong");
  expect(judged("ticks", ":a,b,c")).toBe("wrong");
  expect(judged("ticks", "0-2")).toBe("right");
  expect(judged("ticks", "0")).toBe("wrong");
  expect(judged("ticks", "=0-2")).toBe("wrong");
  expect(judged("ticks", "nonsense")).toBe("wrong");
  expect(judged("typing", "=3,45")).toBe("right");
  expect(judged("typing", "=4")).toBe("wrong");
  expect(judged("typing", "0")).toBe("wrong");
  expect(judged("moon", "0")).toBe("unknown");
});
