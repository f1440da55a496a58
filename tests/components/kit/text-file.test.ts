import { expect, test } from "vitest";
import { decoded, mostText, sizeProblem, textIn } from "@/components/kit/text-file";

test("up to a megabyte is read, and what is larger is told with both sizes", () => {
  expect(sizeProblem("The file", mostText)).toBe(null);
  expect(sizeProblem("The file", 1_100_000)).toBe(
    "The file has 1.1 MB: at most 1 MB is read.",
  );
  expect(sizeProblem("The file", 52_428_800)).toBe(
    "The file has 52.4 MB: at most 1 MB is read.",
  );
});

const bytes = (...all: number[]) => Uint8Array.from(all).buffer;

test("a file is read as UTF-8, or as the UTF-16 its first bytes tell of", () => {
  for (const [text, ...all] of [
    ["Cü", 0x43, 0xc3, 0xbc],
    ["Cü", 0xef, 0xbb, 0xbf, 0x43, 0xc3, 0xbc],
    ["Cü", 0xff, 0xfe, 0x43, 0, 0xfc, 0],
    ["Cü", 0xfe, 0xff, 0, 0x43, 0, 0xfc],
    [""],
  ] as const) {
    expect(decoded(bytes(...all))).toEqual({ text, says: "" });
  }
});

test("what is not UTF-8 is read as Windows-1252, and that is said", async () => {
  const says = "The file is not UTF-8: its letters were read as Windows-1252.";
  const older = bytes(0x67, 0x72, 0xf6, 0xdf, 0x65, 0x72);
  expect(decoded(older)).toEqual({ text: "größer", says });
  expect(await textIn(new File([older], "old.csv"))).toEqual({ text: "größer", says });
});

test("a file that is too large or gone is told by its name", async () => {
  const large = new File([new Uint8Array(mostText + 1)], "large.csv");
  expect(await textIn(large)).toEqual({
    problem: "The file “large.csv” has 1 MB: at most 1 MB is read.",
  });
  const gone = new File(["1"], "gone.csv");
  gone.arrayBuffer = () => Promise.reject(new Error("gone"));
  expect(await textIn(gone)).toEqual({
    problem: "The file “gone.csv” could not be read.",
  });
});
