import { expect, test } from "vitest";
import { mostPasses } from "@/labs/engine/train-passes/operation";
import { createPacing } from "@/labs/engine/trainer";

/** The passes of each call on a device that takes `perPass` and `perCall` milliseconds. */
function callsOn(perPass: number, perCall: number, calls: number): number[] {
  const pacing = createPacing();
  return Array.from({ length: calls }, () => {
    const passes = pacing.next();
    pacing.took(perCall + passes * perPass, passes);
    return passes;
  });
}

test("calls begin with one pass, at most double, and settle near 8 ms", () => {
  const calls = callsOn(0.1, 0, 12);
  expect(calls.slice(0, 4)).toEqual([1, 2, 4, 8]);
  expect(calls.at(-1)! * 0.1).toBeGreaterThan(7);
  expect(calls.at(-1)! * 0.1).toBeLessThanOrEqual(8);
});

test("a slow device gets one pass a call, a quick one never more than fit the curve", () => {
  expect(callsOn(300, 0, 5)).toEqual([1, 1, 1, 1, 1]);
  expect(Math.max(...callsOn(0.0001, 0.01, 40))).toBe(mostPasses);
});

test("a first call that compiles for a second does not hold the others up", () => {
  const pacing = createPacing();
  pacing.took(1000, 1);
  for (let call = 0; call < 8; call += 1) {
    const passes = pacing.next();
    pacing.took(0.1 * passes, passes);
  }
  expect(pacing.next()).toBeGreaterThan(60);
});
