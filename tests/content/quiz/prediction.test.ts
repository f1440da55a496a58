// Each prediction's run is trained beside the claim that it is about: see tests/claims.
import { expect, test } from "vitest";
import { everyPrediction, timesRight } from "@/tests/claims/prediction-runs";
import { provideData } from "@/tests/labs/provide-data";

provideData();

const predictions = await everyPrediction();

test("a prediction whose right option does not come true is found out", () => {
  const [question] = predictions;
  if (!question) throw new Error("no prediction");
  const options = question.options.map((one) => ({ ...one, right: !one.right }));
  expect(timesRight({ ...question, options }, 2).problem).toMatch("own seed");
});

test("the course has predictions in all lessons that train", () => {
  expect(predictions.length).toBeGreaterThanOrEqual(12);
});
