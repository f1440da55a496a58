import { expect, test } from "vitest";
import { everyLoss } from "@/labs/catalog/lab";
import { exampleLosses, largest, sharesOf } from "@/labs/landscape/loss-shares";
import { losses } from "@/labs/network/loss";
import { planOf } from "@/labs/run/plan";
import { plainRun, type Run } from "@/labs/run/run";
import { createTraining } from "@/labs/training/loops";
import { meanLosses, scoresOf } from "@/labs/training/score";

function trained(run: Run) {
  const { plan, sample: examples, state } = planOf(run);
  createTraining(plan, examples).train(state, 1, 5, new Float32Array(10));
  const weights = state.slice(0, plan.network.size);
  const { trainLoss } = meanLosses(plan, examples, weights);
  return { plan, examples, weights, trainLoss };
}

const outliers = [{ x: 1, y: -1, target: 1 }];

test.each(
  (["circle", "arms", "hills"] as const).flatMap((data) =>
    everyLoss({ ...plainRun, data, outliers, layers: [5, 3] }).map(({ run }) => ({
      run,
    })),
  ),
)("the mean of all $run.loss losses on $run.data is the train loss", ({ run }) => {
  const { plan, examples, weights, trainLoss } = trained(run);
  const { losses, scores } = exampleLosses(plan, examples, weights);
  const sum = losses.reduce((total, loss) => total + loss, 0);
  expect(losses).toHaveLength(151);
  expect(sum / losses.length).toBeCloseTo(trainLoss, 12);
  const { inputs } = plan.network.layers[0]!;
  const features = examples.features.subarray(0, inputs * plan.train);
  expect(scores).toEqual(scoresOf(plan.network, weights, features));
});

test("shares add up to 1, and none is counted where there is no finite loss", () => {
  expect([...sharesOf(Float64Array.of(1, 0, 3))]).toEqual([0.25, 0, 0.75]);
  expect([...sharesOf(Float64Array.of(0, 0))]).toEqual([0, 0]);
  expect([...sharesOf(Float64Array.of(1, Number.POSITIVE_INFINITY))]).toEqual([0, 0]);
  expect([...sharesOf(Float64Array.of(1, Number.NaN))]).toEqual([0, 0]);
  expect([...sharesOf(Float64Array.of(3, -1))]).toEqual([0, 0]);
});

test("the largest losses come first, of equals the earlier one", () => {
  expect(largest(Float64Array.of(0.1, 0.4, 0.1, 0.4), 3)).toEqual([1, 3, 0]);
  expect(largest(Float64Array.of(1), 10)).toEqual([0]);
});

test("a lab of every loss begins with its own, and has none that cannot judge its data", () => {
  const sides = (run: Partial<Run>) =>
    everyLoss({ ...plainRun, ...run }).map(({ label }) => label);
  expect(sides({ loss: "huber" })).toEqual([
    "Huber",
    "Squared",
    "Absolute",
    "Cross-entropy",
    "Hinge",
  ]);
  expect(sides({ data: "hills" })).toEqual(["Squared", "Absolute", "Huber"]);
  expect(sides({ data: "arms" })).toContain(losses.categorical.label);
});
