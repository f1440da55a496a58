import { expect, test } from "vitest";
import { placesOf } from "@/components/class/vote/seed-dots";

const dotsOf = (...losses: (number | null)[]) => losses.map((loss) => ({ loss }));

test("dots stand in the order of their losses, those that diverged at the right end", () => {
  const [low, high, none, middle] = placesOf(dotsOf(0.1, 0.9, null, 0.5), 0.2);
  const xs = [low, middle, high, none].map((place) => place?.x ?? Number.NaN);
  expect(xs).toEqual(xs.toSorted((one, other) => one - other));
  expect(new Set(xs).size).toBe(4);
});

test("dots of one loss stand on each other, and three hundred stay in the drawing", () => {
  const [first, second] = placesOf(dotsOf(0.5, 0.5), 0.1);
  expect(second?.x).toBe(first?.x);
  expect(second?.y).toBeLessThan(first?.y ?? 0);
  const heights = placesOf(dotsOf(...Array<number>(300).fill(0.5)), 0.5).map(
    ({ y }) => y,
  );
  expect(Math.min(...heights)).toBeGreaterThan(0);
  expect(new Set(heights).size).toBe(300);
});

test("a room in which every seed diverged is drawn, too", () => {
  const places = placesOf(dotsOf(null, null), null);
  expect(places.every(({ x, y }) => Number.isFinite(x) && Number.isFinite(y))).toBe(true);
});
