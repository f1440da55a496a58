import { expect, test } from "vitest";
import { thinOut } from "@/labs/arithmetic/thin-out";

const upTo = (count: number) => Array.from({ length: count }, (_, at) => at);

test("a thinned list is short, evenly spread, and keeps its first and last item", () => {
  for (let count = 1; count < 400; count += 1) {
    for (const most of [2, 3, 50, 240]) {
      const kept = thinOut(upTo(count), most);
      expect(kept.length).toBeLessThanOrEqual(most);
      expect([kept[0], kept.at(-1)]).toEqual([0, count - 1]);
      const gaps = kept.slice(1).map((item, at) => item - kept[at]!);
      expect(new Set(gaps.slice(0, -1)).size).toBeLessThanOrEqual(1);
      expect(gaps.every((gap) => gap > 0 && gap <= gaps[0]!)).toBe(true);
    }
  }
});

test("a list that is short enough stays as it is", () => {
  const list = upTo(50);
  expect(thinOut(list, 50)).toBe(list);
});
