// The lab of yes and no: a threshold is slid, priced, and read off.
import type { Page } from "@playwright/test";
import { expect, test } from "./strict-test";

const bench = (page: Page) => page.locator("[data-lab][data-status]");
const decision = (page: Page) => page.locator("[data-decision]");
const slider = (page: Page) => page.getByRole("slider", { name: /Say blue from/ });

/** A share that the view shows, in percent. */
async function measure(page: Page, name: string): Promise<number> {
  const text = await decision(page).locator(`[data-measure=${name}] b`).textContent();
  return Number.parseFloat(text ?? "");
}

test("sliding the threshold trades misses for false alarms, by keyboard too", {
  tag: "@gpu",
}, async ({ page }) => {
  await page.goto("/labs/yes-or-no");
  await page.getByRole("button", { name: "Train" }).first().click();
  await expect(bench(page)).toHaveAttribute("data-status", "done", { timeout: 30_000 });
  // The view may lag behind the run.
  await expect.poll(() => measure(page, "accuracy")).toBeGreaterThan(95.5);
  const [recall, precision] = [
    await measure(page, "recall"),
    await measure(page, "precision"),
  ];
  expect(recall).toBeLessThan(75);
  await slider(page).focus();
  await page.keyboard.press("Home");
  await expect.poll(() => measure(page, "recall")).toBe(100);
  expect(await measure(page, "precision")).toBe(5);
  await page.keyboard.press("End");
  await expect.poll(() => measure(page, "recall")).toBe(0);
  await expect(decision(page).locator("[data-measure=precision]")).toContainText("–");
  const dear = await measure(page, "cost");
  await decision(page).getByRole("button", { name: "Go where it costs least" }).click();
  await expect.poll(() => measure(page, "cost")).toBeLessThan(dear);
  expect(await measure(page, "recall")).toBeGreaterThan(recall);
  expect(await measure(page, "precision")).toBeLessThan(precision);
});

test("data without classes have no threshold, several have one for each", {
  tag: "@long",
}, async ({ page }) => {
  await page.goto("/labs/yes-or-no?data=hills&loss=squared");
  await expect(page.getByText("Choose data with classes")).toBeVisible();
  await page.goto("/labs/yes-or-no?data=arms&loss=categorical&samples=90&passes=20");
  await page.getByRole("combobox", { name: "Yes means" }).selectOption("green");
  await expect(decision(page)).toContainText("what it calls green");
});
