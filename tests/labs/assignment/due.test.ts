import { expect, test } from "vitest";
import { dueText, isDue, isOverdue } from "@/labs/assignment/assignment";

test.each([
  ...["2026-12-01", "2028-02-29", "2026-12-31T23:59Z", "2026-01-01T00:00Z"],
  ...["0001-01-01", "9999-12-31T23:59Z"],
])("%s is a due date, and is told", (due) => {
  expect(isDue(due)).toBe(true);
  expect(dueText(due, "en-GB")).toMatch(/^[A-Z][a-z]+day,? \d/);
});

test.each([
  ...["", "2026", "2026-12", "2026-13-01", "2026-00-10", "2026-02-29", "2026-04-31"],
  ...["2026-12-01T24:00Z", "2026-12-01T18:60Z", "2026-12-01T18:00", "2026-12-01T18Z"],
  ...["2026-12-01T18:00:00Z", "2026-12-01T18:00+01:00", "2026-12-01 18:00Z"],
  ...[" 2026-12-01", "2026-12-01\n", "+002026-12-01", "02026-12-01", "２０２６-12-01"],
])("%j is no due date", (due) => {
  expect(isDue(due)).toBe(false);
});

test("a day is the same day wherever its learner is", () => {
  const zone = process.env.TZ;
  try {
    for (const TZ of ["Pacific/Kiritimati", "Pacific/Pago_Pago", "UTC", "Asia/Kolkata"]) {
      process.env.TZ = TZ;
      expect(dueText("2026-12-01", "en-GB")).toMatch(/^Tuesday,? 1 December 2026$/);
    }
    process.env.TZ = "Asia/Kolkata";
    expect(dueText("2026-12-01T18:00Z", "en-GB")).toMatch(
      /^Tuesday,? 1 December 2026 at 23:30$/,
    );
    process.env.TZ = "Pacific/Kiritimati";
    expect(dueText("2026-12-01T18:00Z", "en-GB")).toMatch(
      /^Wednesday,? 2 December 2026 at 08:00$/,
    );
  } finally {
    process.env.TZ = zone;
    if (zone === undefined) delete process.env.TZ;
  }
});

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
