import { expect, test } from "vitest";
import { mostInQr, qrFile, qrOf } from "@/components/kit/qr";

/** The squares of a drawing, read from its path. */
function squaresOf({ size, path }: { size: number; path: string }): string[] {
  const rows = Array.from({ length: size }, () => new Array<string>(size).fill(" "));
  for (const [, x, y, length] of path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\3z/g)) {
    rows[Number(y)]!.fill("#", Number(x), Number(x) + Number(length));
  }
  return rows.map((row) => row.join(""));
}

const mark = [
  ...["#######", "#     #", "# ### #", "# ### #", "# ### #", "#     #", "#######"],
];

test("a code has its three marks inside a border of four squares", () => {
  const code = qrOf("https://next-pass.example/labs/network?assignment=1")!;
  const rows = squaresOf(code);
  const last = code.size - 4 - 7;
  for (const [x, y] of [
    [4, 4],
    [last, 4],
    [4, last],
  ] as const) {
    expect(rows.slice(y, y + 7).map((row) => row.slice(x, x + 7))).toEqual(mark);
  }
  const inner = rows.slice(4, -4).map((row) => row.slice(4, -4));
  expect(rows.join("").replaceAll(" ", "")).toBe(inner.join("").replaceAll(" ", ""));
});

test("a code is as large as its link needs, up to the largest there is", () => {
  // The standard's sizes: 17 squares and 4 for each version, and the border.
  const sizeOf = (length: number) => qrOf("x".repeat(length))?.size;
  expect(sizeOf(17)).toBe(17 + 4 * 1 + 8);
  expect(sizeOf(18)).toBe(17 + 4 * 2 + 8);
  expect(sizeOf(271)).toBe(17 + 4 * 10 + 8);
  expect(sizeOf(mostInQr)).toBe(17 + 4 * 40 + 8);
  expect(sizeOf(mostInQr + 1)).toBe(undefined);
});

test("what counts is the length in bytes", () => {
  expect(qrOf("é".repeat(1476))).not.toBe(null);
  expect(qrOf("é".repeat(1477))).toBe(null);
});

test("the file is an SVG image of the same squares, black on white", () => {
  const code = qrOf("https://next-pass.example")!;
  const file = qrFile(code);
  expect(file).toMatch(
    /^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" viewBox="0 0 33 33"/,
  );
  expect(file).toContain(`d="${code.path}"`);
  expect(file).toContain('fill="#fff"');
});
