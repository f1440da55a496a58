import { expect, test } from "vitest";
import { quoted } from "@/labs/arithmetic/number-text";

test("a reader's text is quoted whole or cut, never within a letter", () => {
  expect(quoted("0.03x")).toBe("“0.03x”");
  expect(quoted("a".repeat(24))).toBe(`“${"a".repeat(24)}”`);
  expect(quoted("a".repeat(10_000))).toBe(`“${"a".repeat(24)}…”`);
  expect(quoted(`${"a".repeat(23)}🙂🙂`)).toBe(`“${"a".repeat(23)}…”`);
});

test("a text from right to left leaves the sentence around it as it is", () => {
  expect(quoted("\u202Eabc\u2066d")).toBe("“abcd”");
  expect(quoted("שלום")).toBe("\u2068“שלום”\u2069");
});
