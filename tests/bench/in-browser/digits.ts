import type { Asked, Examples } from "./problem";

const pixels = 64;
const classes = 10;

function examplesOf(rows: readonly (readonly number[])[]): Examples {
  const inputs = rows.flatMap((row) => row.slice(0, pixels).map((grey) => grey / 16));
  const targets = rows.flatMap((row) =>
    Array.from({ length: classes }, (_, digit) => (digit === row[pixels] ? 1 : 0)),
  );
  return {
    count: rows.length,
    inputs: Float32Array.from(inputs),
    targets: Float32Array.from(targets),
  };
}

/** Handwritten digits of 8×8 pixels in 0 … 1, as the bench's server gives them out. */
export async function digits({ train, test }: Asked) {
  const text = await (await fetch("/digits.csv")).text();
  const rows = text
    .trim()
    .split("\n")
    .map((line) => line.split(",").map(Number));
  return {
    train: examplesOf(rows.slice(0, train)),
    test: examplesOf(rows.slice(train, train + test)),
  };
}
