// Readers' own formulas in place of records: those of the records do what these do.
import { expect, test } from "vitest";
import {
  type ActivationName,
  activations,
  type BuiltInActivation,
} from "@/labs/network/activation";
import { activationOf, lossOf } from "@/labs/network/curves";
import { type BuiltInLoss, type LossName, losses } from "@/labs/network/loss";
import { networkOf } from "@/labs/run/plan";
import { normalizeRun, plainRun, settingText } from "@/labs/run/run";
import { planeMaps } from "@/labs/training/plane-maps";
import { startOf } from "@/labs/training/start";

const namesOf = <N extends string>(named: Record<N, unknown>) =>
  Object.keys(named) as N[];

const sums = Float64Array.from({ length: 401 }, (_, at) => (at - 200) / 17);

test.each(namesOf<BuiltInActivation>(activations))("%s as a reader's own", (name) => {
  const own: ActivationName = `=${activations[name].formula}`;
  const filled = [name, own].map((one) => {
    const { fill, fillSlopes } = activationOf(one);
    const values = new Float64Array(sums.length);
    const slopes = new Float64Array(sums.length);
    fill(values, sums, sums.length);
    fillSlopes(slopes, sums, values, sums.length);
    return { values, slopes };
  });
  expect(filled[1]!.values).toEqual(filled[0]!.values);
  filled[1]!.slopes.forEach((slope, at) => {
    expect(slope).toBeCloseTo(filled[0]!.slopes[at]!, 14);
  });
});

/** Losses that a reader can write: those of a score and its target alone. */
const alone = namesOf<BuiltInLoss>(losses).filter((name) => !losses[name].needsRowLog);

test.each(alone)("the %s loss as a reader's own", (name) => {
  const own = lossOf(`=${losses[name].formula}`);
  for (const target of [-1, 1]) {
    for (const score of sums) {
      expect(own.value(score, target)).toBeCloseTo(losses[name].value(score, target), 14);
      expect(own.slope(score, target)).toBeCloseTo(losses[name].slope(score, target), 14);
    }
  }
});

test("a run with own formulas has a start, maps and words of its own", () => {
  const own: LossName = "=abs(s - t)^1.5";
  const run = normalizeRun({
    ...plainRun,
    layers: [3, 3],
    activations: ["relu", "=z - 1"],
    loss: own,
  });
  expect(networkOf(run).layers.map(({ activation }) => activation)).toEqual([
    "relu",
    "=z - 1",
    "linear",
  ]);
  expect(startOf(run).pass.trainLoss).toBeGreaterThan(0);
  const { weights } = startOf(run);
  const [, second] = planeMaps(run, weights, 8).layers;
  expect(second!.every((map) => map.some((value) => value < 0))).toBe(true);
  expect(settingText(run, "activations")).toBe("ReLU, z - 1");
  expect(settingText(run, "loss")).toBe("abs(s - t)^1.5");
});
