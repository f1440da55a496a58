// The functions that formulas are made of against 60 digits, over the whole range.

import { expect, test } from "vitest";
import { cosine, log, log1p, sine } from "@/labs/arithmetic/elementary";
import { uniform } from "@/labs/arithmetic/random";
import { curveOf } from "@/labs/formula/curve";
import { evaluatorOf } from "@/labs/formula/evaluate";
import { lossCurve } from "@/labs/network/curves";
import { times } from "../../soak";
import { type ExactName, errorOf } from "./sixty-digits";

/** Places of both signs, from next to 0 up to `most`, as many for each size. */
function placesTo(most: number, count: number): number[] {
  const draw = uniform(60);
  const sizes = Math.log10(most) + 18;
  return Array.from({ length: count }, (_, at) => {
    const size = 10 ** (sizes * draw() - 18);
    return at % 2 === 0 ? size : -size;
  });
}

/** The most that each may be off, in parts of its value, and how far out it is asked. */
const promises: readonly [name: ExactName, most: number, within: number][] = [
  ["exp", 700, 5e-16],
  ["expm1", 700, 5e-15],
  ["log", 1e300, 5e-16],
  ["log1p", 1e300, 5e-16],
  ["tanh", 700, 5e-15],
  ["logistic", 700, 1e-15],
  ["softplus", 700, 1e-15],
];

test.each(promises)("%s is right to its last digits up to %d", (name, most, within) => {
  const text = name === "logistic" ? "sigmoid(z)" : `${name}(z)`;
  const value = evaluatorOf(curveOf(text, ["z"]).value, ["z"]);
  let worst = 0;
  for (const z of placesTo(most, times(150, 3000))) {
    if ((name === "log" && z <= 0) || (name === "log1p" && z <= -1)) continue;
    worst = Math.max(worst, errorOf(name, z, value([z])));
  }
  expect(worst).toBeLessThan(within);
});

test("sine and cosine are right to 15 decimals", () => {
  for (const z of placesTo(10, times(100, 1000))) {
    const [sin, cos] = [sine(z), cosine(z)];
    expect(errorOf("sine", z, sin) * Math.abs(sin)).toBeLessThan(1e-15);
    expect(errorOf("cosine", z, cos) * Math.abs(cos)).toBeLessThan(1e-15);
  }
});

test("cross-entropy stays right however sure and wrong or right a network is", () => {
  const { value, slope } = lossCurve("crossentropy");
  const [loss, rise] = [value, slope].map((of) => evaluatorOf(of, ["s", "t"]));
  for (const s of placesTo(700, times(100, 1000))) {
    expect(errorOf("softplus", -s, loss!([s, 1]))).toBeLessThan(1e-15);
    expect(errorOf("softplus", s, loss!([s, -1]))).toBeLessThan(1e-15);
    expect(errorOf("logistic", -s, -rise!([s, 1]))).toBeLessThan(1e-15);
    expect(errorOf("logistic", s, rise!([s, -1]))).toBeLessThan(1e-15);
  }
});

test("ln of what is not above 0 is none", () => {
  expect(log(0)).toBe(Number.NEGATIVE_INFINITY);
  expect(log(-1)).toBeNaN();
  expect(log(Number.NaN)).toBeNaN();
  expect(log(Number.POSITIVE_INFINITY)).toBe(Number.POSITIVE_INFINITY);
  expect(log(5e-324)).toBeCloseTo(-744.4400719213812, 12);
  expect(log1p(-1)).toBe(Number.NEGATIVE_INFINITY);
  expect(log1p(-2)).toBeNaN();
});
