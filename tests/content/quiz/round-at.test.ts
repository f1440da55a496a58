import { expect, test } from "vitest";
import { roundAt } from "@/content/quiz/pool";

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
