// Each prediction's run, trained: exactly the option called right comes true, clearly.
import { expect, test } from "vitest";
import { soakedSeeds } from "@/tests/claims/claim-runs";
import { everyPrediction, timesRight } from "@/tests/claims/prediction-runs";
import { provideData } from "@/tests/labs/provide-data";
import { times } from "../../soak";

provideData();

const predictions = await everyPrediction();

test.each(predictions)("$id: $asks", (question) => {
  expect(timesRight(question, times(1, soakedSeeds(question.lab))).problem).toBeNull();
});

test("a prediction whose right option does not come true is found out", () => {
  const [question] = predictions;
  if (!question) throw new Error("no prediction");
  const options = question.options.map((one) => ({ ...one, right: !one.right }));
  expect(timesRight({ ...question, options }, 2).problem).toMatch("own seed");
});

test("the course has predictions in all lessons that train", () => {
  expect(predictions.length).toBeGreaterThanOrEqual(12);
});
