import { expect, test } from "vitest";
import { type AnswerBook, record } from "@/content/quiz/answer-book";
import { calibrationOf, logLoss } from "@/content/quiz/calibration";

/** A book of answers: how sure each was, in percent or null, and whether it was right. */
const bookOf = (...given: readonly (readonly [number | null, boolean])[]) =>
  given.reduce<AnswerBook>((book, [sure, right], at) => {
    const answer = { kind: "ticked", options: ["any"] } as const;
    return record(book, `q-${at % 3}`, { answer, right, at, sure });
  }, {});

test("the log loss is that of the chance of what happened, and one of 100 % is not endless", () => {
  expect(logLoss({ sure: 0.8, right: true })).toBeCloseTo(0.223, 3);
  expect(logLoss({ sure: 0.8, right: false })).toBeCloseTo(1.609, 3);
  expect(logLoss({ sure: 0.5, right: false })).toBeCloseTo(Math.LN2, 12);
  expect(logLoss({ sure: 1, right: true })).toBeCloseTo(0.01, 3);
  expect(logLoss({ sure: 1, right: false })).toBeCloseTo(4.605, 3);
});

test("an honest chance costs least on the whole, whatever else might be said", () => {
  // Right three times in four: nothing costs less than saying 75 %.
  const cost = (sure: number) =>
    3 * logLoss({ sure, right: true }) + logLoss({ sure, right: false });
  for (const other of [0.5, 0.6, 0.7, 0.8, 0.9, 1]) {
    expect(cost(other)).toBeGreaterThan(cost(0.75));
  }
});

test("answers are put beside those given with about the same chance", () => {
  const book = bookOf(
    [50, true],
    [59, false],
    [60, true],
    [90, true],
    [100, true],
    [95, false],
    [null, false],
  );
  const { count, bins, sure, right } = calibrationOf(book);
  expect(count).toBe(6);
  expect(bins.map((bin) => [bin.from, bin.to, bin.count])).toEqual([
    [50, 59, 2],
    [60, 69, 1],
    [90, 100, 3],
  ]);
  expect(bins.map((bin) => bin.right)).toEqual([0.5, 1, 2 / 3]);
  expect(bins[0]?.sure).toBeCloseTo(0.545, 12);
  expect(sure).toBeCloseTo(4.54 / 6, 12);
  expect(right).toBeCloseTo(4 / 6, 12);
});

test("every try counts that was given with a chance, and the mean is over all of them", () => {
  const book = bookOf([80, true], [80, true], [80, true], [60, false]);
  expect(Object.keys(book)).toHaveLength(3);
  const { count, loss } = calibrationOf(book);
  expect(count).toBe(4);
  expect(loss).toBeCloseTo((3 * -Math.log(0.8) - Math.log(0.4)) / 4, 12);
});

test("a book without a chance has no calibration", () => {
  const none = { count: 0, loss: null, sure: null, right: null, bins: [] };
  expect(calibrationOf({})).toEqual(none);
  expect(calibrationOf(bookOf([null, true]))).toEqual(none);
});
