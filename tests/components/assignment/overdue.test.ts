import { expect, test } from "vitest";
import { isOverdue } from "@/components/assignment/overdue";

test("a day is due until it ends where the learner is", () => {
  expect(isOverdue("2026-12-01", new Date(2026, 11, 1, 23, 59))).toBe(false);
  expect(isOverdue("2026-12-01", new Date(2026, 11, 2, 0, 0))).toBe(true);
  expect(isOverdue("2026-12-01", new Date(2026, 8, 30))).toBe(false);
  expect(isOverdue("2026-12-31", new Date(2027, 0, 1))).toBe(true);
});

test("a minute is the same minute everywhere", () => {
  const due = "2026-12-01T18:00Z";
  expect(isOverdue(due, new Date("2026-12-01T18:00:00Z"))).toBe(false);
  expect(isOverdue(due, new Date("2026-12-01T18:00:01Z"))).toBe(true);
});
