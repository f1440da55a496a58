import { expect, test } from "vitest";
import {
  answerText,
  judgedAnswer,
  longestAnswer,
  parseAnswerText,
} from "@/content/quiz/answer-text";
import type { Answer } from "@/content/quiz/kinds/kind";
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
const ticked = (...options: number[]): Answer => ({ kind: "ticked", options });

test("every answer comes back from its text", () => {
  const sets = Array.from({ length: 1 << 10 }, (_, bits) =>
    Array.from({ length: 20 }, (_, at) => at).filter((at) => (bits >> (at % 10)) & 1),
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
    { kind: "ordered", items: [2, 0, 11, 1] },
    { kind: "matched", to: [1, null, 0, 1] },
    { kind: "predicted", option: 0, came: 2 },
    { kind: "predicted", option: 2, came: null },
  ];
  for (const answer of others) {
    expect(parseAnswerText(answerText(answer))).toEqual(answer);
  }
});

test("the text is short, readable, and the same whatever was ticked first", () => {
  expect(answerText(ticked(2, 0))).toBe("0-2");
  expect(answerText(ticked(0, 2, 0))).toBe("0-2");
  expect(answerText(ticked())).toBe("none");
  expect(answerText({ kind: "typed", text: "3.5" })).toBe("=3.5");
});

test("a text that the site does not write stands for no answer", () => {
  const long = `=${"1".repeat(longestAnswer)}`;
  for (const text of [
    ...["", "2-0", "0-0", "00", "20", "-1", "0-", "0 2", "x", long],
    ...[">", ">0-x", ">20", "~", "~a", "?1", "?:1", "?x:1", "?1:", "0=5", "007=5"],
  ]) {
    expect(parseAnswerText(text), text).toBeNull();
  }
  const cut = answerText({ kind: "typed", text: "1".repeat(2 * longestAnswer) });
  expect(cut).toHaveLength(longestAnswer);
});

test("an answer is right, wrong, or to a question that nobody knows", () => {
  const judged = (id: string, text: string) => judgedAnswer(questions, id, text);
  expect(judged("ticks", "0-2")).toBe("right");
  expect(judged("ticks", "0")).toBe("wrong");
  expect(judged("ticks", "=0-2")).toBe("wrong");
  expect(judged("ticks", "nonsense")).toBe("wrong");
  expect(judged("typing", "=3,45")).toBe("right");
  expect(judged("typing", "=4")).toBe("wrong");
  expect(judged("typing", "0")).toBe("wrong");
  expect(judged("moon", "0")).toBe("unknown");
});
