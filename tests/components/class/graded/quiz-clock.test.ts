import { expect, test } from "vitest";
import { clockText, timeNews } from "@/components/class/graded/quiz-clock";

test.each([
  [0, "0:00"],
  [-5000, "0:00"],
  [1, "0:01"],
  [60_000, "1:00"],
  [19 * 60_000 + 4100, "19:05"],
  [59 * 60_000 + 59_999, "1:00:00"],
  [240 * 60_000, "4:00:00"],
  [62 * 60_000 + 7000, "1:02:07"],
])("%i milliseconds are shown as %s", (left, text) => {
  expect(clockText(left)).toBe(text);
});

test("each of five minutes, one minute and the end is told once", () => {
  const told: [number, string][] = [];
  const minutes = 20;
  for (let second = 1; second <= 60 * minutes + 60; second += 1) {
    const left = 60_000 * minutes - 1000 * second;
    const news = timeNews(left + 1000, left);
    if (news !== null) told.push([left / 1000, news]);
  }
  expect(told).toEqual([
    [300, "5 minutes left."],
    [60, "1 minute left."],
    [0, "The time is over."],
  ]);
});

test("a page that slept tells only the latest", () => {
  expect(timeNews(400_000, 30_000)).toBe("1 minute left.");
  expect(timeNews(400_000, -1)).toBe("The time is over.");
  expect(timeNews(-1, -1001)).toBe(null);
});
