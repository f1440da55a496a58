import { expect, test } from "vitest";
import { bestOf, raceOf, raceText, type Timings } from "@/labs/measure/crossover";

const sizes = [2, 4, 8, 16, 32, 64, 128];
/** A way whose time at size n is what `time` says. */
const line = (time: (n: number) => number, upTo = 128): Timings =>
  sizes
    .filter((size) => size <= upTo)
    .map((size) => ({ size, time: time(size), first: 9 }));
const square = (n: number) => `${n} × ${n}`;
const told = (challenger: Timings, champion: Timings) => {
  const race = raceOf(challenger, champion);
  return race && raceText(race, "The GPU", "the CPU", square);
};

test("power laws cross where algebra says, between sizes too", () => {
  // n³ = 1000 · n at n = √1000.
  const race = raceOf(
    line((n) => 1000 * n),
    line((n) => n ** 3),
  );
  expect(race?.crossings).toHaveLength(1);
  expect(race?.crossings[0]?.quicker).toBe(true);
  expect(race?.crossings[0]?.size).toBeCloseTo(Math.sqrt(1000), 6);
  expect(race?.ratio).toBeCloseTo(128 ** 3 / (1000 * 128), 6);
});

test("the two ways cross at one place, whichever is called the challenger", () => {
  const flat = line(() => 500);
  const steep = line((n) => n ** 2);
  const one = raceOf(flat, steep)!.crossings[0]!;
  const other = raceOf(steep, flat)!.crossings[0]!;
  expect(one.size).toBeCloseTo(other.size, 9);
  expect(one.size).toBeCloseTo(Math.sqrt(500), 6);
  expect([one.quicker, other.quicker]).toEqual([true, false]);
});

test("equal times are no win, and the crossing is where the tie ends", () => {
  const race = raceOf(
    line((n) => (n <= 16 ? n : 16)),
    line((n) => n),
  );
  expect(race?.crossings).toHaveLength(1);
  expect(race?.crossings[0]?.size).toBeCloseTo(16, 9);
});

test("only sizes that both have count", () => {
  const race = raceOf(
    line((n) => n, 128),
    line((n) => n / 2, 32),
  );
  expect(race).toMatchObject({ from: 2, upTo: 32, crossings: [] });
  expect(
    raceOf(
      [],
      line((n) => n),
    ),
  ).toBeNull();
});

test("each kind of race is told in a sentence", () => {
  const cpu = line((n) => n ** 3);
  expect(
    told(
      line((n) => 1000 * n),
      cpu,
    ),
  ).toBe(
    "The GPU overtakes the CPU at about 32 × 32, and is 16 times as quick at 128 × 128.",
  );
  expect(
    told(
      line((n) => 2 * n ** 3, 64),
      cpu,
    ),
  ).toBe(
    "The GPU never overtakes the CPU up to 64 × 64, where it takes 2 times as long.",
  );
  expect(
    told(
      line((n) => n ** 3 / 2.5),
      cpu,
    ),
  ).toBe(
    "The GPU is ahead of the CPU at every size measured, and 2.5 times as quick at 128 × 128.",
  );
  expect(
    told(
      line((n) => n ** 4 / 32),
      cpu,
    ),
  ).toMatch(
    /^The GPU is ahead of the CPU up to about 32 × 32, and then falls behind: at 128/,
  );
  const hill = (n: number) => (n < 16 ? 1000 * n : n === 16 ? 1 : n ** 4);
  expect(told(line(hill), cpu)).toMatch(
    /^The GPU is ahead of the CPU between about \d+ × \d+ and \d+ × \d+, and then falls/,
  );
});

test("the best of some ways is the least time at each size", () => {
  const falling = line((n) => 100 / n, 32);
  const rising = line((n) => n);
  expect(bestOf([falling, rising]).map(({ size, time }) => [size, time])).toEqual(
    sizes.map((size) => [size, size <= 32 ? Math.min(100 / size, size) : size]),
  );
  expect(bestOf([])).toEqual([]);
});
