import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { isLate, lateText, timesText } from "@/components/assignment/times";

beforeEach(() => void vi.useFakeTimers({ now: new Date("2026-12-03T12:00:00Z") }));
afterEach(() => void vi.useRealTimers());

const none = { due: null, extended: null, closes: null };
const at = (text: string) => new Date(text).getTime();

test("an extension comes before the due date, for being late and for what is told", () => {
  const due = "2026-12-01T18:00Z";
  const extended = "2026-12-05T18:00Z";
  expect(isLate(at("2026-12-01T18:00:00Z"), { due, extended: null })).toBe(false);
  expect(isLate(at("2026-12-01T18:00:01Z"), { due, extended: null })).toBe(true);
  expect(isLate(at("2026-12-05T17:00:00Z"), { due, extended })).toBe(false);
  expect(isLate(at("2026-12-05T19:00:00Z"), { due, extended })).toBe(true);
  expect(isLate(at("2026-12-05T19:00:00Z"), none)).toBe(false);
  expect(timesText({ ...none, due })).toMatch(/^due Tuesday.* · overdue$/);
  expect(timesText({ ...none, due, extended })).toMatch(
    /^due Saturday.* · extended for you$/,
  );
  expect(lateText({ ...none, due })).toContain("counts as late");
  expect(lateText({ ...none, due, extended })).toBe("");
});

test("a closing date is told before and after, and then nothing more is taken", () => {
  const open = { ...none, closes: at("2026-12-04T12:00:00Z") };
  const closed = { ...none, closes: at("2026-12-02T12:00:00Z") };
  expect(timesText(open)).toMatch(/^closes .*\b2026/);
  expect(timesText(closed)).toMatch(/^closed .*\b2026/);
  expect(timesText(none)).toBe("");
  expect(lateText(open)).toBe("");
  expect(lateText({ ...closed, due: "2026-12-01" })).toContain("takes nothing more");
  // A longer extension puts the end off to its own.
  const later = { ...closed, extended: "2026-12-04T12:00Z" };
  expect(timesText(later)).toMatch(/ · extended for you · closes then$/);
  expect(lateText(later)).toBe("");
  vi.setSystemTime(new Date("2026-12-04T12:00:01Z"));
  expect(timesText(later)).toMatch(/ · closed since$/);
  expect(lateText(later)).toContain("takes nothing more");
});
