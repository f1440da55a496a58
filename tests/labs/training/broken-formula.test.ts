import { expect, test } from "vitest";
import { startWeights } from "@/labs/run/plan";
import { plainRun, type Run } from "@/labs/run/run";
import { brokenFormula } from "@/labs/training/broken-formula";

const told = (set: Partial<Run>, weights?: Float32Array) => {
  const run: Run = { ...plainRun, samples: 60, ...set };
  return brokenFormula(run, weights ?? startWeights(run));
};

test("the first place without a value is named, with what stands there", () => {
  expect(told({ activations: ["=log(z)"] })).toMatch(
    /^layer 1, neuron \d: log\(z\) breaks, as at z = −[\d.]+ it is ln\(−[\d.]+\), which is no number$/,
  );
  expect(told({ layers: [2, 2], activations: ["tanh", "=sqrt(z - 2)"] })).toMatch(
    /^layer 2, neuron \d: sqrt\(z - 2\) breaks, as at z = .+ it is √\(.+ − 2\), which is no number$/,
  );
  expect(told({ loss: "=log(s - t)" })).toMatch(
    /^the loss log\(s - t\) breaks, as at s = .+ and t = 1 it is ln\(.+ − 1\), which is no number$/,
  );
});

test("a slope that is none is told where the value is a number", () => {
  // With all weights 0, every sum is 0.
  const zeros = new Float32Array(startWeights(plainRun).length);
  expect(told({ activations: ["=sqrt(abs(z))"] }, zeros)).toBe(
    "layer 1, neuron 1: sqrt(abs(z)) breaks, as at z = 0 its slope is 0 / (2 × √(|0|)), which is no number",
  );
  expect(told({ activations: ["=1 / z"] }, zeros)).toMatch(
    /at z = 0 it is 1 \/ 0, which/,
  );
});

test("nothing is said of formulas that hold, nor of records", () => {
  expect(
    told({ activations: ["=z * sigmoid(z)"], loss: "=log1p((s - t)^2)" }),
  ).toBeNull();
  const huge = startWeights(plainRun).map(() => Number.POSITIVE_INFINITY);
  expect(told({}, huge)).toBeNull();
  expect(told({ activations: ["=tanh(z)"] }, huge)).toBeNull();
});
