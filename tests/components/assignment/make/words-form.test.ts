import { afterEach, expect, test } from "vitest";
import { dueOf, inputsOf } from "@/components/assignment/make/words-form";
import { isDue } from "@/labs/assignment/assignment";

const zone = process.env.TZ;
afterEach(() => {
  if (zone === undefined) delete process.env.TZ;
  else process.env.TZ = zone;
});

test("a day alone is that day everywhere, a time is a minute of universal time", () => {
  process.env.TZ = "America/New_York";
  expect(dueOf({ day: "2026-12-01", time: "" })).toBe("2026-12-01");
  expect(dueOf({ day: "2026-12-01", time: "20:30" })).toBe("2026-12-02T01:30Z");
  process.env.TZ = "Asia/Kolkata";
  expect(dueOf({ day: "2026-12-01", time: "00:00" })).toBe("2026-11-30T18:30Z");
});

test.each(["UTC", "America/New_York", "Asia/Kolkata", "Pacific/Kiritimati"])(
  "in %s what was chosen is shown again, in summer and in winter",
  (TZ) => {
    process.env.TZ = TZ;
    for (const day of ["2026-01-15", "2026-07-15", "2026-12-31", "2028-02-29"]) {
      for (const time of ["", "00:00", "09:05", "23:59"]) {
        const due = dueOf({ day, time });
        expect(due !== null && isDue(due)).toBe(true);
        expect(inputsOf(due)).toEqual({ day, time });
      }
    }
  },
);

test("what is no date is none", () => {
  for (const input of [
    { day: "", time: "" },
    { day: "", time: "18:00" },
    { day: "2026-02-30", time: "" },
    { day: "12026-12-01", time: "" },
    { day: "12026-12-01", time: "18:00" },
    { day: "x", time: "18:00" },
  ]) {
    expect(dueOf(input)).toBe(null);
  }
  expect(inputsOf(null)).toEqual({ day: "", time: "" });
});
