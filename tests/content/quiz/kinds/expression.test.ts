import { expect, test } from "vitest";
import { evaluated } from "@/content/quiz/kinds/expression";

test.each([
  ["1 + 2 * 3", 7],
  ["(1 + 2) * 3", 9],
  ["-x + 10 % 4", -0.5],
  ["x > 2 && y <= 4", 1],
  ["!(x > 2) || y == 5", 0],
  ["max(x, y, 3) + min(1, 2)", 5],
  ["(x < 2.5) + 2 * (x <= 2.5) + 4 * (x > 2.5) + 8 * (x >= 2.5)", 10],
  ["(0 || 3) + 2 * (3 || 0) + 4 * (0 || 0) + 8 * (3 || 3)", 11],
  ["(0 && 3) + 2 * (3 && 0) + 4 * (0 && 0) + 8 * (3 && 3)", 8],
  ["!0 + 2 * !3", 1],
  ["round(10 / 4)", 3],
  ["sqrt(pow(3, 2) + 16)", 5],
])("%s is %d", (text, value) => {
  expect(evaluated(text, { x: 2.5, y: 4 })).toBe(value);
});

test.each([
  ["", "cannot be computed"],
  ["x +", "cannot be computed"],
  ["1 2", "only numbers"],
  ["z", "“z” is not known"],
  ["constructor", "is not known"],
  ["toString()", "is not known"],
  ["x.y", "only numbers"],
  ["x['constructor']", "only numbers"],
  ["this", "only numbers"],
  ["'text'", "only numbers"],
  ["+x", "only numbers"],
  ["x = 3", "cannot be computed"],
  ["1 / 0", "no finite number"],
  ["sqrt(-1)", "no finite number"],
  ["1".repeat(301), "too long"],
  [`${"(".repeat(140)}x${")".repeat(140)}`.slice(1), "cannot be computed"],
])("%s is refused", (text, says) => {
  expect(() => evaluated(text, { x: 1 })).toThrow(says);
});
