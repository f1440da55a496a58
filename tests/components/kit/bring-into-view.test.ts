import { expect, test } from "vitest";
import { scrollFor } from "@/components/kit/bring-into-view";

test("what is in sight stays where it is", () => {
  expect(scrollFor(20, 600, 740)).toBe(0);
});

test("what is below or above is brought just into sight", () => {
  const by = scrollFor(300, 900, 740);
  expect(by).toBeGreaterThan(0);
  expect(scrollFor(300 - by, 900 - by, 740)).toBe(0);
  const back = scrollFor(-200, 300, 740);
  expect(back).toBeLessThan(0);
  expect(scrollFor(-200 - back, 300 - back, 740)).toBe(0);
});

test("of what is higher than the window the beginning is shown", () => {
  const by = scrollFor(100, 1500, 740);
  expect(100 - by).toBeGreaterThanOrEqual(0);
  expect(100 - by).toBeLessThan(40);
});
