import { expect, test } from "vitest";
import { judgedText, presentTo, shownText } from "@/app/server/graded-question";
import { parseQuestions } from "@/content/quiz/question-file";
import { everyKind, questionOf } from "@/tests/content/quiz/every-kind";

test("numbers by which a question cannot be computed are not drawn", () => {
  const draws = "{ a: { of: [1, 1, 1, 0] } }";
  const [question] = parseQuestions(
    `- { id: by-a, kind: number, idea: passes, asks: "1 by {{a}}?", draws: ${draws}, answer: 1 / a, right: r, wrong: w }`,
    "bank.yaml",
  );
  if (!question) throw new Error("no question");
  for (let learner = 0; learner < 200; learner += 1) {
    expect(presentTo(`secret ${learner}`, question).asks).toBe("1 by 1?");
    expect(judgedText(`secret ${learner}`, question, "=1")?.right).toBe(true);
  }
});

test("a kept answer is shown by the names that its learner was given", () => {
  const [question] = everyKind;
  if (question?.kind !== "one") throw new Error("no choice");
  const [right] = question.options.filter((option) => option.right);
  const part = presentTo("a", question).parts.find(({ text }) => text === right?.text);
  const judged = judgedText("a", question, `:${part?.id}`);
  expect(judged).toEqual({ text: `:${right?.id}`, right: true });
  expect(shownText("a", question, judged?.text ?? "")).toBe(`:${part?.id}`);
  expect(shownText("b", question, judged?.text ?? "")).not.toBe(`:${part?.id}`);
  expect(judgedText("b", question, `:${part?.id}`)).toBe(null);
  // Its file has changed since.
  expect(shownText("a", question, ":gone-by-now")).toBe("none");
  const blank = questionOf("blank");
  const typed = judgedText("a", blank, "=Pass");
  expect(shownText("a", blank, typed?.text ?? "")).toBe("=Pass");
  expect(judgedText("a", blank, `=${"x".repeat(501)}`)).toBe(null);
  expect(judgedText("a", blank, `=${"x".repeat(500)}`)?.right).toBe(false);
});
