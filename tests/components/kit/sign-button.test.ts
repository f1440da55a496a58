import { expect, test } from "vitest";
import { numberKeys, otherSign } from "@/components/kit/sign-button";

test.each([
  ["", "-"],
  ["3.5", "-3.5"],
  ["-3.5", "3.5"],
  ["−3", "3"],
  [" +2 ", "-2"],
  ["-", ""],
])("“%s” has the other sign as “%s”", (text, other) => {
  expect(otherSign(text)).toBe(other);
});

test("a number that may be negative is typed with keys that have a minus", () => {
  expect([numberKeys(false), numberKeys(true)]).toEqual(["decimal", "text"]);
});
