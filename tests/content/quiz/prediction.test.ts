// Each prediction's run, trained: exactly the option called right comes true, clearly.
import { expect, test } from "vitest";
import { evaluated } from "@/content/quiz/kinds/expression";
import { readAllQuestions } from "@/content/quiz/lesson-questions";
import type { Lab } from "@/labs/catalog/lab";
import { labs } from "@/labs/catalog/labs";
import { claimedRun } from "@/labs/claim/claim";
import { runNumbers } from "@/labs/claim/run-numbers";
import { provideData } from "@/tests/labs/provide-data";
import { trained } from "@/tests/labs/trained";

provideData();

const predictions = (await readAllQuestions())
  .flatMap(({ questions }) => questions)
  .flatMap((question) => (question.kind === "predict" ? [question] : []));

test.each(predictions)("$id: $asks", ({ lab: id, claim: claimId, options }) => {
  const lab: Lab | undefined = Object.entries(labs).find(([name]) => name === id)?.[1];
  const claim = lab?.claims.find((one) => one.id === claimId);
  if (!lab || !claim) throw new Error(`no claim ${id}/${claimId}`);
  const numbers = runNumbers(trained(claimedRun(claim, lab.start)));
  // What another device's rounding may change, and more.
  for (const share of [0.97, 1, 1.03]) {
    const { trainLoss, testLoss, testAccuracy, naiveShare } = numbers;
    const near = {
      ...numbers,
      trainLoss: share * trainLoss,
      testLoss: share * testLoss,
      testAccuracy: Math.min(100, share * testAccuracy),
      naiveShare: share * naiveShare,
    };
    const came = options.map(({ when }) => evaluated(when, near) !== 0);
    expect(came).toEqual(options.map(({ right }) => right));
  }
});

test("the course has predictions in all lessons that train", () => {
  expect(predictions.length).toBeGreaterThanOrEqual(12);
});
