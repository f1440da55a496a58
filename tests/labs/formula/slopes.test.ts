// The slopes of random formulas: by the differentiator, by finite differences, and by
// TensorFlow.js, which differentiates its own operations.
import "@tensorflow/tfjs-backend-cpu/dist/register_all_kernels";
import * as tf from "@tensorflow/tfjs-core/dist/base";
import { openDevice } from "@/labs/engine/device";
import { operate } from "@/labs/engine/formula-operations";
import "@tensorflow/tfjs-core/dist/register_all_gradients";
import { expect, test } from "vitest";
import { shortened, slopeOf } from "@/labs/formula/differentiate";
import { call, type Formula, sizeOf } from "@/labs/formula/formula";
import { simplified } from "@/labs/formula/simplify";
import { times } from "../../soak";
import {
  valueAt as at,
  carriedBy,
  isTame,
  places,
  randomFormula,
} from "./random-formula";

const count = times(300, 20_000);

test("slopes are finite differences", () => {
  let [checked, tight] = [0, 0];
  const wrong: string[] = [];
  for (let seed = 0; seed < count; seed += 1) {
    const formula = randomFormula(seed);
    const slope = slopeOf(formula, "z");
    for (const z of places) {
      const rise = (step: number) =>
        (at(formula, z + step) - at(formula, z - step)) / (2 * step);
      const [wide, near] = [rise(2e-4), rise(1e-4)];
      const found = at(slope, z);
      if (!isTame(formula, z) || !isTame(slope, z) || !Number.isFinite(wide + near))
        continue;
      // A kink between, or waves that are shorter than the step.
      if (Math.abs(wide - near) > 0.01 * (1 + Math.abs(near))) continue;
      // What is left of the difference, and what doubles round away of its values.
      const rounding = 200 * carriedBy(formula, z, 1e-13) + 1e-11;
      const tolerance =
        1e-6 * (1 + Math.abs(found)) + 2 * Math.abs(wide - near) + rounding;
      const off = Math.abs(found - (4 * near - wide) / 3);
      if (!(off < tolerance)) wrong.push(`${JSON.stringify(formula)} at ${z}: ${off}`);
      checked += 1;
      if (tolerance < 1e-4 * (1 + Math.abs(found))) tight += 1;
    }
  }
  expect(wrong).toEqual([]);
  expect(checked).toBeGreaterThan(4 * count);
  expect(tight).toBeGreaterThan(0.9 * checked);
});

test("values and slopes are those of TensorFlow.js", async () => {
  await openDevice("cpu");
  await tf.setBackend("cpu");
  let [checked, lost] = [0, 0];
  const wrong: string[] = [];
  for (let seed = 0; seed < count; seed += 1) {
    const formula = randomFormula(seed);
    const slope = slopeOf(formula, "z");
    const [values, slopes] = tf.tidy(() => {
      const z = tf.tensor1d(places);
      const whole = (names: Record<string, tf.Tensor>) =>
        tf.broadcastTo(operate(formula, names), [places.length]);
      const gradient = tf.grad((z: tf.Tensor) => whole({ z }))(z);
      return [whole({ z }).dataSync(), gradient.dataSync()];
    });
    places.forEach((z, index) => {
      if (!isTame(formula, z) || !isTame(slope, z)) return;
      [values[index]!, slopes[index]!].forEach((theirs, side) => {
        const asked = [formula, slope][side]!;
        const ours = at(asked, z);
        checked += 1;
        // As of √(z − z), whose slope is 0 here, and 0 divided by 0 there.
        if (!Number.isFinite(theirs)) {
          lost += 1;
          return;
        }
        const off = Math.abs(theirs - ours);
        const near = 1e-4 * (1 + Math.abs(ours));
        // What is carried takes longest to find.
        if (off < near || off < near + 30 * carriedBy(asked, z, 6e-8)) return;
        wrong.push(`${seed} ${JSON.stringify(formula)} at ${z}: ${ours}, ${theirs}`);
      });
    });
  }
  expect(wrong).toEqual([]);
  expect(checked).toBeGreaterThan(6 * count);
  expect(lost).toBeLessThan(0.01 * checked);
  expect(tf.memory().numTensors).toBe(0);
});

test("a simplified formula has the same value, and is no larger", () => {
  const wrong: string[] = [];
  for (let seed = 0; seed < count; seed += 1) {
    const formula = randomFormula(seed);
    const simple = simplified(formula);
    expect(sizeOf(simple)).toBeLessThanOrEqual(sizeOf(formula));
    for (const z of places) {
      const [value, other] = [at(formula, z), at(simple, z)];
      if (!isTame(formula, z)) continue;
      if (Math.abs(value - other) < 1e-9 * (1 + Math.abs(value))) continue;
      wrong.push(`${JSON.stringify(formula)} at ${z}: ${value}, ${other}`);
    }
  }
  expect(wrong).toEqual([]);
});

test("a slope in which the value stands for itself has the same value", () => {
  let shorter = 0;
  const wrong: string[] = [];
  for (let seed = 0; seed < count; seed += 1) {
    const formula = randomFormula(seed);
    const slope = slopeOf(formula, "z");
    const brief = shortened(slope, formula, "a");
    if (sizeOf(brief) < sizeOf(slope)) shorter += 1;
    for (const z of places) {
      if (Object.is(at(brief, z, at(formula, z)), at(slope, z))) continue;
      wrong.push(`${JSON.stringify(formula)} at ${z}`);
    }
  }
  expect(wrong).toEqual([]);
  expect(shorter).toBeGreaterThan(count / 50);
});

test("at a kink the slope is that of the case that counts", () => {
  const z: Formula = { kind: "name", name: "z" };
  const zero: Formula = { kind: "number", value: 0 };
  const max = (left: Formula, right: Formula): Formula => ({
    ...{ kind: "pair", of: "max" },
    ...{ left, right },
  });
  const slopeAt0 = (formula: Formula) => at(slopeOf(formula, "z"), 0);
  expect(slopeAt0(max(zero, z))).toBe(0);
  expect(slopeAt0(max(z, zero))).toBe(0);
  expect(slopeAt0({ ...max(zero, z), of: "min" } as Formula)).toBe(1);
  expect(slopeAt0({ ...max(z, zero), of: "min" } as Formula)).toBe(1);
  expect(slopeAt0(call("abs", z))).toBe(0);
});
