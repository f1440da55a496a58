import { expect, test } from "vitest";
import { pollPause } from "@/components/class/teacher/use-board";

test("the board is read every two seconds, more rarely hidden, ever more rarely in vain", () => {
  const pause = (part: Partial<Parameters<typeof pollPause>[0]>) =>
    pollPause({ failures: 0, hidden: false, wait: null, ...part });
  expect(pause({})).toBe(2000);
  expect(pause({ hidden: true })).toBe(30_000);
  const failing = Array.from({ length: 40 }, (_, failures) => pause({ failures }));
  expect(failing.slice(0, 4)).toEqual([2000, 4000, 8000, 16_000]);
  expect(Math.max(...failing)).toBe(60_000);
  expect(pause({ wait: 90_000 })).toBe(90_000);
});
