import { expect, test } from "vitest";
import { bytesText } from "@/labs/arithmetic/number-text";
import {
  countFrom,
  frameworkBytes,
  gigabyte,
  type Load,
  largestBatch,
  needOf,
  totalOf,
} from "@/labs/notebook/gpu-memory";

const load: Load = {
  weights: 1000,
  slots: 2,
  outputs: 50,
  batch: 10,
  width: 3,
  resident: 200,
  bytes: 4,
};

test("each part is bytes times a count", () => {
  expect(needOf(load)).toEqual({
    weights: 4000,
    gradients: 4000,
    slots: 8000,
    outputs: 4000,
    data: 2400,
    framework: frameworkBytes,
  });
  expect(needOf({ ...load, resident: "batch" }).data).toBe(120);
  expect(needOf({ ...load, slots: 0 }).slots).toBe(0);
});

// 4 bytes for the weight, 4 for its gradient, 4 for each of the two means.
test("a billion weights with Adam in single precision take 16 GB, batch and data aside", () => {
  const need = needOf({ ...load, weights: 1e9, outputs: 0, width: 0 });
  expect(totalOf(need) - frameworkBytes).toBe(16 * gigabyte);
});

test("the largest batch fits, and one more does not", () => {
  for (const resident of ["batch", 200] as const) {
    for (const memory of [1.1 * gigabyte, 4 * gigabyte, 94 * gigabyte]) {
      const one = { ...load, resident, outputs: 123_457 };
      const most = largestBatch(one, memory);
      expect(totalOf(needOf({ ...one, batch: most }))).toBeLessThanOrEqual(memory);
      expect(totalOf(needOf({ ...one, batch: most + 1 }))).toBeGreaterThan(memory);
    }
  }
});

test("where the weights alone do not fit, no batch does", () => {
  expect(largestBatch({ ...load, weights: 7e9 }, 80 * gigabyte)).toBe(0);
});

test("typed counts are read as people write them", () => {
  const read = {
    "33": 33,
    "25,000": 25_000,
    "100 000": 100_000,
    "100 million": 1e8,
    "1.5 billion": 1.5e9,
    "7e9": 7e9,
    "7B": 7e9,
    " 2 k ": 2000,
    "10e12": 1e13,
  };
  for (const [text, count] of Object.entries(read))
    expect(countFrom(text), text).toBe(count);
});

test("what is no count, or one out of bounds, is none", () => {
  const none = ["", "many", "-3", "0", "0.2", "1e99", "7 trillion", "1 constructor"];
  for (const text of [...none, "9".repeat(40), "1,00", "NaN", "1e14"]) {
    expect(countFrom(text), text).toBeNull();
  }
});

test("bytes are written to three digits, in the unit that fits", () => {
  expect([0, 528, 999, 1000, 1_234_567, 16e9, 999_999].map(bytesText)).toEqual([
    "0 bytes",
    "528 bytes",
    "999 bytes",
    "1 kB",
    "1.23 MB",
    "16 GB",
    "1 MB",
  ]);
});
