import { expect, test } from "vitest";
import { shareText, totalOf } from "@/components/class/vote/vote-spread";

test("a share is told of ten votes or more, of fewer the counts alone", () => {
  expect(shareText(3, 9)).toBe("3 of 9");
  expect(shareText(3, 10)).toBe("3 of 10 (30 %)");
  expect(shareText(0, 0)).toBe("0 of 0");
  expect(totalOf({ each: 2, most: 3 })).toBe(5);
});
