// The lab that looks through small windows: what its kernels look for, and where they find it.
import type { Page } from "@playwright/test";
import { expectAccessible } from "./accessible";
import { expect, test } from "./strict-test";

const bench = (page: Page) => page.locator("[data-lab][data-status]");
const button = (page: Page, name: string) =>
  page.getByRole("button", { name, exact: true });
const answers = (page: Page) =>
  page.getByRole("img", { name: /^Kernel \d+ says most at/ });

/** Opens a lab and trains its run. */
async function train(page: Page, path: string) {
  await page.goto(path);
  await expect(button(page, "Train")).toBeEnabled();
  await button(page, "Train").click();
  await expect(bench(page)).toHaveAttribute("data-status", "done", { timeout: 60_000 });
}

test("each kernel shows what it looks for and where it finds it, on a phone too", {
  tag: "@gpu",
}, async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 700 });
  await train(page, "/labs/windows?samples=60&passes=5&device=cpu");
  await expect(page.getByRole("img", { name: /^The weights of kernel/ })).toHaveCount(8);
  await expect(answers(page)).toHaveCount(8);
  const said = () => answers(page).evaluateAll((all) => all.map((one) => one.ariaLabel));
  const before = await said();
  await button(page, "Next example").click();
  await expect(page.getByText("Test example 2")).toBeVisible();
  expect(await said()).not.toEqual(before);
  await expectAccessible(page);
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(width).toBeLessThanOrEqual(320);
});

test("a lab of pictures takes kernels from its settings, and shows what they look for", {
  tag: "@long",
}, async ({ page }) => {
  await train(page, "/labs/pictures?kernels=4&pool=2&samples=60&passes=2&device=cpu");
  await page.getByRole("tab", { name: "Looks for" }).click();
  await expect(answers(page)).toHaveCount(4);
  await page.getByRole("slider", { name: "Kernels", exact: true }).fill("0");
  await expect(page).toHaveURL(/\/labs\/pictures\?.*/);
  await expect(page.getByText("What each hidden neuron looks for")).toBeVisible();
});
