import { expect, test } from "vitest";
import { answersLikeOutlier, expectedAt, newOutlier } from "@/labs/landscape/outlier";

const expected = { around: 1, range: 2 };

test("a class is obeyed where the score has its sign", () => {
  expect(answersLikeOutlier("classes", [0.2], { target: 1 }, expected)).toBe(true);
  expect(answersLikeOutlier("classes", [0.2], { target: -1 }, expected)).toBe(false);
  expect(answersLikeOutlier("classes", [Number.NaN], { target: 1 }, expected)).toBe(
    false,
  );
});

test("one of several classes is obeyed where its score is the highest", () => {
  expect(answersLikeOutlier("several", [1, 3, 2], { target: 1 }, expected)).toBe(true);
  expect(answersLikeOutlier("several", [1, 3, 2], { target: 2 }, expected)).toBe(false);
});

test("a far number is obeyed where it bends the score by half the range of the others", () => {
  expect(answersLikeOutlier("number", [-0.2], { target: -25 }, expected)).toBe(true);
  expect(answersLikeOutlier("number", [0.2], { target: -25 }, expected)).toBe(false);
  expect(answersLikeOutlier("number", [2.5], { target: -25 }, expected)).toBe(false);
  expect(answersLikeOutlier("number", [2.5], { target: 25 }, expected)).toBe(true);
  expect(answersLikeOutlier("number", [Number.NaN], { target: 25 }, expected)).toBe(
    false,
  );
});

test("a near number is obeyed from half the way on", () => {
  expect(answersLikeOutlier("number", [0.7], { target: 0.5 }, expected)).toBe(true);
  expect(answersLikeOutlier("number", [0.8], { target: 0.5 }, expected)).toBe(false);
});

test("what is expected at a place is the mean target of the five points nearest to it", () => {
  const points = [1, 2, 3, 4, 5, 60].map((x) => ({ x, y: 0, target: x }));
  expect(expectedAt({ x: 0, y: 0 }, points)).toEqual({ around: 3, range: 59 });
  expect(expectedAt({ x: 100, y: 0 }, points).around).toBe((60 + 5 + 4 + 3 + 2) / 5);
});

test("a new outlier stands in the midst of one class and is of another", () => {
  const points = [
    { x: 1, y: 2, target: 1 },
    { x: 2, y: 2.011, target: 1 },
    { x: -9, y: -9, target: -1 },
  ];
  expect(newOutlier("classes", points)).toEqual({ x: 1.5, y: 2.01, target: -1 });
});

test("a new outlier among numbers stands on the top and is far below", () => {
  const points = [
    { x: 1, y: 2, target: 0.9 },
    { x: 2, y: 2, target: 0.3 },
  ];
  expect(newOutlier("number", points)).toEqual({ x: 1, y: 2, target: -25 });
});
