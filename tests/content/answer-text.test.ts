import { expect, test } from "vitest";
import {
  answerText,
  judgedAnswer,
  longestAnswer,
  parseAnswerText,
} from "@/content/answer-text";
import type { Answer, Question } from "@/content/question";

const option = (right: boolean) => ({ text: String(right), right, why: "" });
const number = { answer: 3.5, within: 0.1, unit: "", right: "", wrong: "" };
const questions: readonly Question[] = [
  { id: "ticks", asks: "?", kind: "several", options: [true, false, true].map(option) },
  { id: "typing", asks: "?", kind: "number", ...number },
];
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
  for (const text of ["", "2-0", "0-0", "00", "20", "-1", "0-", "0 2", "x", long]) {
    expect(parseAnswerText(text)).toBeNull();
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
