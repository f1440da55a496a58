import { expect, test } from "vitest";
import { afterStep, begun, dueWords } from "@/components/review/sitting-state";

test("the first answer to a question counts, and none is a skip", () => {
  const steps = ["wrong", "right", "next", "next", "right", "next"] as const;
  expect(steps.reduce(afterStep, begun)).toEqual({
    outcomes: ["wrong", "skipped", "right"],
    judged: null,
  });
});

test.each([
  [-3, "today"],
  [0, "today"],
  [1, "tomorrow"],
  [3, "in 3 days"],
  [14, "in 2 weeks"],
  [100, "in 3 months"],
])("what is due %i days on is due “%s”, whatever the hour", (days, words) => {
  const due = new Date(2027, 2, 20 + days).getTime();
  for (const hour of [0, 12, 23]) {
    expect(dueWords(due, new Date(2027, 2, 20, hour, 59).getTime())).toBe(words);
  }
});
