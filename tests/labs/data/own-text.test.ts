import { expect, test } from "vitest";
import { decodedText, mostText, sizeProblem } from "@/labs/data/read-csv";

test("up to a megabyte is read, and what is larger is told with both sizes", () => {
  expect(sizeProblem("The file", mostText)).toBe(null);
  expect(sizeProblem("The file", 1_100_000)).toBe(
    "The file has 1.1 MB: at most 1 MB is read.",
  );
  expect(sizeProblem("The file", 52_428_800)).toBe(
    "The file has 52.4 MB: at most 1 MB is read.",
  );
});

test("a file is read as UTF-8, or as the UTF-16 its first bytes tell of", () => {
  const bytes = (...all: number[]) => Uint8Array.from(all).buffer;
  expect(decodedText(bytes(0x43, 0xc3, 0xbc))).toBe("Cü");
  expect(decodedText(bytes(0xff, 0xfe, 0x43, 0, 0xfc, 0))).toBe("Cü");
  expect(decodedText(bytes(0xfe, 0xff, 0, 0x43, 0, 0xfc))).toBe("Cü");
  expect(decodedText(bytes())).toBe("");
});
