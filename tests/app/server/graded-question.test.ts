import { expect, test } from "vitest";
import { judgedText, presentTo } from "@/app/server/graded-question";
import { parseQuestions } from "@/content/quiz/question-file";

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
