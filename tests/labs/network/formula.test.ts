import { expect, test } from "vitest";
import * as elementary from "@/labs/arithmetic/elementary";
import { evaluatorOf } from "@/labs/formula/evaluate";
import { type ActivationName, activations } from "@/labs/network/activation";
import { activationOf, lossCurve } from "@/labs/network/curves";
import { type BuiltInLoss, losses, rowLogOf } from "@/labs/network/loss";

// Places with no kink within the step of the difference.
const places = [-4.2, -2.3, -1.1, -0.7, -0.2, 0.3, 0.6, 1.3, 2.4, 5.1];
const step = 1e-5;

const namesOf = <N extends string>(named: Record<N, unknown>) =>
  Object.keys(named) as N[];

function at(name: ActivationName, sum: number) {
  const [value, slope] = [new Float64Array(1), new Float64Array(1)];
  const { fill, fillSlopes } = activationOf(name, Float64Array.of(sum), value);
  fill(1);
  fillSlopes(slope, 1);
  return { value: value[0]!, slope: slope[0]! };
}

test.each(namesOf<ActivationName>(activations))(
  "the slope of %s is its finite difference",
  (name) => {
    for (const sum of places) {
      const rise = at(name, sum + step).value - at(name, sum - step).value;
      expect(at(name, sum).slope).toBeCloseTo(rise / (2 * step), 6);
    }
  },
);

/** A loss and its slope over score, target and the logarithm of the row. */
function judged(name: BuiltInLoss) {
  const { value, slope } = lossCurve(name);
  const [height, rise] = [value, slope].map((of) => evaluatorOf(of, ["s", "t", "r"]));
  return {
    value: (score: number, target: number, rowLog: number) =>
      height!([score, target, rowLog]),
    slope: (score: number, target: number, rowLog: number) =>
      rise!([score, target, rowLog]),
  };
}

/** A loss of `score` beside two other scores, so that the row's logarithm moves with it. */
const beside = (loss: ReturnType<typeof judged>, score: number, target: number) =>
  loss.value(score, target, rowLogOf(Float64Array.of(score, 0.4, -1), 0, 3));

test.each(namesOf<BuiltInLoss>(losses))(
  "the slope of %s is its finite difference",
  (name) => {
    const loss = judged(name);
    for (const target of name === "categorical" ? [1] : [-1, 1]) {
      for (const score of places) {
        const rise =
          beside(loss, score + step, target) - beside(loss, score - step, target);
        const rowLog = rowLogOf(Float64Array.of(score, 0.4, -1), 0, 3);
        expect(loss.slope(score, target, rowLog)).toBeCloseTo(rise / (2 * step), 6);
      }
    }
  },
);

test.each(namesOf<BuiltInLoss>(losses))(
  "%s is never negative, and smaller for a better score",
  (name) => {
    const loss = judged(name);
    for (const score of places) {
      expect(beside(loss, score, 1)).toBeGreaterThanOrEqual(0);
    }
    expect(beside(loss, 0.9, 1)).toBeLessThan(beside(loss, -0.9, 1));
  },
);

test("far scores overflow neither the loss nor its slope", () => {
  for (const loss of namesOf<BuiltInLoss>(losses).map(judged)) {
    for (const score of [-1000, 1000]) {
      const rowLog = rowLogOf(Float64Array.of(score, 0), 0, 2);
      expect(loss.value(score, 1, rowLog)).toBeLessThanOrEqual(1.1e6);
      expect(Number.isFinite(loss.slope(score, 1, rowLog))).toBe(true);
    }
  }
});

test("the elementary functions are right to 13 digits", () => {
  const pairs = [
    [elementary.exp, Math.exp, -700, 700],
    [elementary.expm1, Math.expm1, -5, 5],
    [elementary.expm1, Math.expm1, -1e-3, 1e-3],
    [elementary.log1p, Math.log1p, 0, 1],
    [elementary.log1p, Math.log1p, 0, 1e6],
    [elementary.tanh, Math.tanh, -30, 30],
    [elementary.tanh, Math.tanh, -0.01, 0.01],
    [elementary.sine, Math.sin, -3, 3],
  ] as const;
  for (const [ours, theirs, low, high] of pairs) {
    for (let index = 0; index <= 20_000; index += 1) {
      const x = low + ((high - low) * index) / 20_000;
      const off = Math.abs(ours(x) - theirs(x)) / Math.max(Math.abs(theirs(x)), 1e-300);
      if (Math.abs(theirs(x)) > 1e-12)
        expect(off, `${theirs.name} ${x}`).toBeLessThan(1e-13);
    }
  }
  for (let x = -1000; x < 1000; x += 0.37) {
    expect(Math.abs(elementary.sine(x) - Math.sin(x))).toBeLessThan(1e-13);
    expect(Math.abs(elementary.cosine(x) - Math.cos(x))).toBeLessThan(1e-13);
  }
});

test("the elementary functions keep what is not a number, and hold at infinity", () => {
  for (const of of [elementary.exp, elementary.expm1, elementary.tanh, elementary.sine]) {
    expect(of(Number.NaN)).toBeNaN();
  }
  expect(elementary.tanh(Number.POSITIVE_INFINITY)).toBe(1);
  expect(elementary.tanh(Number.NEGATIVE_INFINITY)).toBe(-1);
  expect(elementary.softplus(1000)).toBe(1000);
  expect(elementary.exp(Number.NEGATIVE_INFINITY)).toBeLessThan(1e-300);
});
