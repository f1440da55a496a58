import { expect, test } from "vitest";
import { roundAt, roundOf, setOf, setSize } from "@/content/quiz/pool";

const pools = Array.from({ length: 40 }, (_, size) =>
  Array.from({ length: size }, (_, at) => at),
);

test("every question is asked once before any comes again, however often", () => {
  for (const pool of pools.slice(1)) {
    const sets = Math.ceil(pool.length / setSize);
    for (const time of [0, 1, 2]) {
      const asked = Array.from({ length: sets }, (_, at) =>
        setOf(pool, time * sets + at),
      );
      expect(asked.flat().sort((one, other) => one - other)).toEqual(pool);
      for (const set of asked) expect(set.length).toBeLessThanOrEqual(setSize);
    }
  }
  expect(setOf([], 0)).toEqual([]);
});

test("the first time in the order of the file, later in another", () => {
  const pool = pools[20] ?? [];
  const time = (at: number) => [0, 1, 2, 3].flatMap((set) => setOf(pool, 4 * at + set));
  expect(time(0)).toEqual(pool);
  expect(time(1)).not.toEqual(pool);
  expect(time(2)).not.toEqual(time(1));
});

test("the round of a question asks it", () => {
  for (const pool of pools) {
    for (const at of pool) expect(setOf(pool, roundOf(pool, at))).toContain(at);
  }
});

const pool = Array.from({ length: 12 }, (_, at) => at);

test("questions come once with what is kept of them, and then afresh with other numbers", () => {
  const rounds = [0, 1, 2, 3].map((round) => roundAt(pool, round));
  expect(rounds.map(({ fresh }) => fresh)).toEqual([false, false, false, true]);
  expect(rounds.map(({ seed }) => seed)).toEqual([0, 0, 0, 3]);
  expect(new Set(rounds.slice(0, 3).flatMap(({ set }) => set)).size).toBe(pool.length);
});

test("a round is called after its set; a pool of one set has no number", () => {
  expect(roundAt(pool, 1).name).toBe("Questions: set 2 of 3");
  expect(roundAt(pool, 3).name).toBe("Questions, once more: set 1 of 3");
  expect(roundAt([1, 2], 0).name).toBe("Questions");
});
