import { expect, test } from "vitest";
import { digitSide } from "@/labs/data/digits";
import { sampleOf } from "@/labs/data/sample";
import { plainRun } from "@/labs/run/run";
import { provideData } from "../provide-data";

provideData();

const run = { ...plainRun, data: "digits", samples: 200 } as const;
const pixels = digitSide * digitSide;

/** The image of a row, moved: what leaves the picture is lost. */
function movedBy(image: Float32Array, right: number, down: number) {
  return Float32Array.from({ length: pixels }, (_, at) => {
    const [x, y] = [(at % digitSide) - right, Math.floor(at / digitSide) - down];
    const inside = Math.min(x, y) >= 0 && Math.max(x, y) < digitSide;
    return inside ? image[y * digitSide + x]! : 0;
  });
}

test("pictures move by at most a pixel each way, and every way", () => {
  const still = sampleOf(run);
  const all = sampleOf({ ...run, moved: "all" });
  const ways = new Set<string>();
  for (let row = 0; row < 200; row += 1) {
    const at = row * pixels;
    const image = still.features.subarray(at, at + pixels);
    const seen = String(all.features.subarray(at, at + pixels));
    const steps = [-1, 0, 1].flatMap((right) =>
      [-1, 0, 1].map((down) => ({ right, down })),
    );
    const way = steps.find(
      ({ right, down }) => String(movedBy(image, right, down)) === seen,
    );
    expect(way, `image ${row}`).toBeDefined();
    ways.add(JSON.stringify(way));
  }
  expect(ways.size).toBe(9);
  expect(all.targets).toEqual(still.targets);
});

test("where only those that test move, those that train stay", () => {
  const still = sampleOf(run);
  const some = sampleOf({ ...run, moved: "test" });
  const all = sampleOf({ ...run, moved: "all" });
  const end = still.train * pixels;
  expect(some.features.subarray(0, end)).toEqual(still.features.subarray(0, end));
  expect(some.features.subarray(end)).toEqual(all.features.subarray(end));
  expect(some.features.subarray(end)).not.toEqual(still.features.subarray(end));
});
