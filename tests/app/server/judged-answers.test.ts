import { expect, test } from "vitest";
import { receiptHeadsOf } from "@/app/server/class-heads";
import { judgedAnswers, keptText } from "@/app/server/judged-answers";
import { courseQuestions } from "@/app/server/question-bank";

/** A choice of the course, a right answer to it and a wrong one. */
async function choice() {
  const questions = await courseQuestions();
  const one = questions.find(({ kind }) => kind === "one");
  if (one?.kind !== "one") throw new Error("The course has no choice.");
  const option = (right: boolean) =>
    `:${one.options.find((option) => option.right === right)?.id}`;
  return { question: one.id, right: option(true), wrong: option(false) };
}

test("answers are judged here, the first and the latest each by itself", async () => {
  const { question, right, wrong } = await choice();
  const given = { question, first: wrong, latest: right, at: 7 };
  expect(await judgedAnswers([{ ...given, took: 5 }])).toEqual([
    { ...given, firstRight: false, right: true, took: 5 },
  ]);
  const turned = { ...given, first: right, latest: wrong };
  expect(await judgedAnswers([turned])).toEqual([
    { ...turned, firstRight: true, right: false, took: null },
  ]);
});

test("what is said to have come later than now came now", async () => {
  const { question, right } = await choice();
  const before = Date.now();
  const at = before + 1e9;
  const [kept] = await judgedAnswers([{ question, first: right, latest: right, at }]);
  expect(kept?.at).toBeGreaterThanOrEqual(before);
  expect(kept?.at).toBeLessThanOrEqual(Date.now());
});

test("a second wording is kept where the question has one", async () => {
  const questions = await courseQuestions();
  const given = (two: boolean) => {
    const found = questions.find(({ reworded }) => (reworded !== undefined) === two);
    return { question: found?.id ?? "", first: "", latest: "", at: 1 };
  };
  const asked = [given(true), given(false)].map((one) => ({
    ...one,
    wording: "second" as const,
  }));
  const kept = await judgedAnswers(asked);
  expect(kept.map(({ wording }) => wording)).toEqual(["second", undefined]);
});

test("a question that the course does not have is named", async () => {
  const { question, right } = await choice();
  const known = { question, first: right, latest: right, at: 1 };
  await expect(judgedAnswers([known, { ...known, question: "no-such" }])).rejects.toEqual(
    expect.objectContaining({
      status: 400,
      message: "The course has no question “no-such”.",
    }),
  );
});

test("characters that some database refuses are spaces", () => {
  expect(keptText("a\u0000b\ud800c\nd😀é\u007f")).toBe("a b c d😀é ");
});

test("an outcome that another version wrote counts as none", () => {
  const row = { id: "r", assignment: "a", learner: "l", received: 1, changed: 2 };
  const outcome = {
    ...{ verdict: "confirmed" as const, says: "So.", testLoss: 0.1, accuracy: null },
    ...{ pass: 3, device: "cpu" as const },
  };
  const outcomes = [null, JSON.stringify(outcome), '{"verdict":"proved"}'];
  expect(receiptHeadsOf(outcomes.map((outcome) => ({ ...row, outcome })))).toEqual(
    [null, outcome, null].map((outcome) => {
      const { changed: _, ...head } = row;
      return { ...head, outcome };
    }),
  );
});
