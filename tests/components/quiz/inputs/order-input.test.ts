import { expect, test } from "vitest";
import { moved } from "@/components/quiz/inputs/order-input";

const list = ["a", "b", "c"];

test("an item changes places with its neighbour, and back", () => {
  expect(moved(list, 0, 1)).toEqual(["b", "a", "c"]);
  expect(moved(moved(list, 0, 1), 1, -1)).toEqual(list);
  expect(moved(list, 2, -1)).toEqual(["a", "c", "b"]);
});

test("beyond either end nothing moves", () => {
  expect(moved(list, 0, -1)).toBe(list);
  expect(moved(list, 2, 1)).toBe(list);
  expect(moved(list, 5, -1)).toBe(list);
});
