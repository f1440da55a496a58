// The lab "features": a linear model on picked features beside a deep network.
import type { Page } from "@playwright/test";
import { expect, test } from "./strict-test";

const bench = (page: Page) => page.locator("[data-lab=features]");
const learned = (page: Page) => page.locator("[data-view=learned]");
const button = (page: Page, name: string) =>
  page.getByRole("button", { name, exact: true });

async function open(page: Page, query = "") {
  await page.goto(`/labs/features?${query}`);
  await expect(button(page, "Train")).toBeEnabled();
}

async function train(page: Page) {
  await button(page, "Train").click();
  await expect(bench(page)).toHaveAttribute("data-status", "done", { timeout: 60_000 });
}

/** The losses that the summary gives for each side: train, then test. */
async function ends(page: Page, side: string) {
  const text = await page
    .getByRole("group", { name: "Loss by pass" })
    .locator("dl > div", { hasText: side })
    .locator("dd")
    .textContent();
  return [...(text ?? "").matchAll(/loss ([\d.]+)/g)].map(([, loss]) => Number(loss));
}

test("on x and y the deep network learns the ring, and the linear model does not", {
  tag: "@gpu",
}, async ({ page }) => {
  await open(page);
  await train(page);
  const [linear = 0] = await ends(page, "Picked: linear");
  const [deep = 1] = await ends(page, "Learned: deep");
  expect(linear).toBeGreaterThan(0.75);
  expect(deep).toBeLessThan(0.3);
  await expect(learned(page).getByRole("listitem")).toHaveCount(2 + 1 + 4 + 1);
  await expect(learned(page)).toContainText("Features somebody picked");
  await expect(learned(page)).toContainText("Features it has learned");
  await expect(page.locator("path[data-loss]")).toHaveCount(4);
});

test("by keyboard: two squares are picked, and the linear model learns the ring too", async ({
  page,
}) => {
  await open(page);
  for (const name of ["x²", "y²", "x", "y"]) {
    await page.getByLabel(name, { exact: true }).focus();
    await page.keyboard.press("Space");
  }
  await expect(page).toHaveURL("/labs/features?in=xx-yy");
  await button(page, "Train").focus();
  await page.keyboard.press("Enter");
  await expect(bench(page)).toHaveAttribute("data-status", "done", { timeout: 60_000 });
  const [linear = 1] = await ends(page, "Picked: linear");
  expect(linear).toBeLessThan(0.25);
  await expect(learned(page).getByText("x² ×")).toBeVisible();
  await expect(learned(page).getByText("Neuron 4 ×")).toBeVisible();
});

test("the hidden layers are those of the deep network, and either side can be shown", {
  tag: "@long",
}, async ({ page }) => {
  await open(page, "layers=3&passes=20");
  await expect(learned(page).getByRole("listitem")).toHaveCount(2 + 1 + 3 + 1);
  await page.getByRole("tab", { name: "Network" }).click();
  const third = page.getByRole("button", { name: "Layer 1, neuron 3" });
  await expect(third).toHaveCount(0);
  await page.getByRole("radio", { name: "Learned: deep" }).check();
  await third.click();
  await train(page);
  await expect(bench(page)).toHaveAttribute("data-pass", "20");
});
