// Does the GPU help here? Measured on whatever there is: a GPU, a program playing one, none.
import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { expect, test } from "./strict-test";

const view = (page: Page) => page.locator('[data-view="crossover"]');
const button = (page: Page, name: string) =>
  view(page).getByRole("button", { name, exact: true });
const products = (page: Page) => view(page).getByRole("group", { name: /^One product/ });
const network = (page: Page) => view(page).getByRole("group", { name: /^One pass/ });
const thisRun = (page: Page) =>
  view(page).getByRole("group", { name: "What this means for this run" });

async function open(page: Page, query = "device=cpu") {
  await page.goto(`/labs/gpu?${query}`);
  await expect(button(page, "Measure matrix products")).toBeEnabled();
}

const answer =
  /On this machine the (GPU|program that plays a GPU) .*CPU|only the CPU was/;

test("matrix products are measured, answered, tabled and saved", {
  tag: ["@gpu", "@long"],
}, async ({ page }) => {
  await open(page);
  await expect(thisRun(page)).toContainText("10 × 2 × 8 = 160");
  await button(page, "Measure matrix products").click();
  await expect(button(page, "Measure a network")).toHaveAttribute(
    "aria-disabled",
    "true",
  );
  await expect(products(page)).toHaveAttribute("data-measured", "done", {
    timeout: 60_000,
  });
  await expect(view(page).getByRole("status")).toContainText(answer);
  await expect(products(page)).toContainText(answer);
  const gpu = await view(page).locator("[data-gpu]").getAttribute("data-gpu");
  if (gpu === "software") {
    await expect(view(page).getByText("a program playing one")).toBeVisible();
  }
  const measured = gpu === "software" || gpu === "hardware";
  const apart = products(page).getByText("One number back from the GPU");
  await expect(apart).toHaveCount(measured ? 1 : 0);

  await products(page).getByRole("button", { name: "Data table" }).click();
  const table = products(page).getByRole("table");
  await expect(table.getByRole("columnheader")).toHaveText(
    measured ? ["Size", "CPU", "GPU, op by op", "GPU, in one dispatch"] : ["Size", "CPU"],
  );
  await expect(table.getByRole("rowheader", { name: "64 × 64" })).toBeVisible();

  const saved = page.waitForEvent("download");
  await products(page).getByRole("button", { name: "Save as CSV" }).click();
  const text = await readFile(await (await saved).path(), "utf8");
  expect(text).toMatch(/^measured,way,n,milliseconds,/);
  expect(text).toMatch(/\nproduct of n × n matrices,CPU,2,\d/);
  expect(text.includes("one number read back")).toBe(measured);
});

test("a network is measured for this run, by keyboard, and stopped", {
  tag: "@gpu",
}, async ({ page }) => {
  await open(page);
  await button(page, "Measure matrix products").focus();
  await page.keyboard.press("Tab");
  await expect(button(page, "Measure a network")).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(thisRun(page)).toContainText(/One pass of it, measured: CPU \d/);
  await page.keyboard.press("Tab");
  await expect(button(page, "Stop")).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(network(page)).toHaveAttribute("data-measured", "stopped");
  await expect(view(page).getByRole("status")).toContainText("Stopped.");
  await expect(button(page, "Stop")).toHaveAttribute("aria-disabled", "true");

  // Another batch is another run: what was measured is no longer about it.
  await page.getByLabel("Batch size").fill("100");
  await page.keyboard.press("Enter");
  await expect(thisRun(page)).toContainText("100 × 2 × 8");
  await expect(thisRun(page)).toContainText("The run has changed since");
  await expect(thisRun(page)).not.toContainText("One pass of it");
});

test("a training pauses for a measurement, and trains on after it", {
  tag: "@long",
}, async ({ page }) => {
  await open(page, "layers=64-64&passes=100000&device=cpu");
  const bench = page.locator("[data-lab][data-status]");
  await page.getByRole("button", { name: "Train", exact: true }).click();
  await expect(bench).toHaveAttribute("data-status", "running");
  await button(page, "Measure matrix products").click();
  await expect(bench).toHaveAttribute("data-status", "paused");
  await button(page, "Stop").click();
  await expect(products(page)).toHaveAttribute("data-measured", "stopped");
  await page.getByRole("button", { name: "Train", exact: true }).click();
  await expect(bench).toHaveAttribute("data-status", "running");
});

test("a measurement that cannot be loaded says so, and can be tried again", async ({
  page,
  complaints,
}) => {
  await open(page);
  await page.context().setOffline(true);
  await button(page, "Measure matrix products").click();
  await expect(products(page)).toHaveAttribute("data-measured", "failed");
  await expect(products(page)).toContainText("The measurement stopped:");
  await page.context().setOffline(false);
  await button(page, "Measure matrix products").click();
  await expect(products(page)).toHaveAttribute("data-measured", "measuring");
  await button(page, "Stop").click();
  complaints.length = 0;
});

test("the lab fits a phone", { tag: "@long" }, async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 700 });
  await open(page);
  await button(page, "Measure matrix products").click();
  await expect(products(page).locator(".recharts-surface").first()).toBeVisible();
  await button(page, "Stop").click();
  await products(page).getByRole("button", { name: "Data table" }).click();
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(width).toBeLessThanOrEqual(320);
});
