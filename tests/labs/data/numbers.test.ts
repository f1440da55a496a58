import { expect, test } from "vitest";
import { decimalTold, numberIn } from "@/labs/data/numbers";

test.each([
  ["12", ".", 12],
  ["-0.5", ".", -0.5],
  ["\u22123", ".", -3],
  ["+1e-3", ".", 0.001],
  ["1.5E+2", ".", 150],
  [".5", ".", 0.5],
  ["12.", ".", 12],
  ["3,14", ",", 3.14],
  ["3,14", ".", null],
  ["1,234,567", ".", 1234567],
  ["1,234,567", ",", null],
  ["1,001.5", ".", 1001.5],
  ["1.234,5", ",", 1234.5],
  ["1 234,5", ",", 1234.5],
  ["1\u00a0234", ".", 1234],
  ["1\u202f234", ",", 1234],
  ["1’234.5", ".", 1234.5],
  ["1'234'567", ",", 1234567],
  ["1 234'567", ".", null],
  ["1,2345", ".", null],
  ["1,23", ".", null],
  ["0,123", ".", null],
  ["01,234", ".", null],
  ["", ".", null],
  [".", ".", null],
  ["ppm", ".", null],
  ["Infinity", ".", null],
  ["NaN", ".", null],
  ["1e999", ".", null],
  ["0x10", ".", null],
  ["12 ppm", ".", null],
] as const)("the cell %j with the decimal sign %j is %j", (cell, decimal, value) => {
  expect(numberIn(cell, decimal)).toBe(value);
});

test.each([
  ["a cell with other decimals", ["0.5", "1.001"], "."],
  ["a cell with both signs", ["1.234,5", "2.001"], ","],
  ["a cell with two groups", ["1.001", "1.001.002"], ","],
  ["numbers up to 999 among groups", ["975", "988", "1,001"], "."],
  ["numbers up to 999 among groups, of either sign", ["-975", "988", "1.001"], ","],
  ["only small numbers among them", ["5", "1.001"], "unsure"],
  ["larger numbers that are not grouped", ["1001", "1,014"], "unsure"],
  ["a lone cell", ["1,001"], "unsure"],
  ["whole numbers", ["1", "2000"], "alike"],
  ["blanks that group", ["975", "1 001"], "alike"],
  ["signs that contradict each other", ["1.5", "1,5"], null],
  ["a word", ["1.5", "n/a"], null],
] as const)("%s: the column %j", (_, cells, told) => {
  expect(decimalTold(cells)).toBe(told);
});
