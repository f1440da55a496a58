// The run shelf, the speeds and the sweep, in the simplest lab.
import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { expect, test } from "./strict-test";

const bench = (page: Page) => page.locator("[data-lab][data-status]");
const button = (page: Page, name: string | RegExp) =>
  page.getByRole("button", { name, exact: true });
const rows = (page: Page) =>
  page.getByRole("group", { name: "Runs compared" }).locator("tbody tr");
const isDone = (page: Page) =>
  expect(bench(page)).toHaveAttribute("data-status", "done", { timeout: 30_000 });

async function open(page: Page, query = "samples=60&passes=30&device=cpu") {
  await page.goto(`/labs/network?${query}`);
  await expect(button(page, "Train")).toBeEnabled();
  await page.getByText("Run shelf").click();
}

async function saved(page: Page, name: string) {
  const waiting = page.waitForEvent("download");
  await button(page, name).click();
  const download = await waiting;
  return {
    name: download.suggestedFilename(),
    text: await readFile(await download.path(), "utf8"),
  };
}

test("a run is kept, named, drawn over the next one, opened again, and saved", async ({
  page,
}) => {
  await open(page);
  await expect(button(page, "Keep this run")).toBeDisabled();
  await button(page, "Train").click();
  await isDone(page);
  const first = await bench(page).getAttribute("data-train-loss");
  await button(page, "Keep this run").click();
  await page.getByLabel(/^Name of/).fill("The first, “quoted”");
  await page.getByLabel("Learning rate").fill("0.3");
  await page.keyboard.press("Enter");
  await button(page, "Train").click();
  await isDone(page);
  await expect(page.getByText("The first, “quoted”, train loss")).toBeVisible();
  await page.getByLabel("The first, “quoted” in the chart").uncheck();
  await expect(page.getByText("The first, “quoted”, train loss")).toHaveCount(0);
  await expect(rows(page)).toHaveCount(2);
  await expect(rows(page).first()).toContainText("0.3");

  const table = await saved(page, "Runs as CSV");
  expect(table.name).toBe("network-runs.csv");
  expect(table.text.split("\n")[0]).toContain("name,data,noise,split");
  expect(table.text).toContain('"The first, “quoted”",circle');
  const curves = await saved(page, "Curves as CSV");
  expect(curves.text.trim().split("\n")).toHaveLength(1 + 31 + 31);

  await page.reload();
  await page.getByText("Run shelf (1)").click();
  await button(page, "Open The first, “quoted”").click();
  await expect(page).not.toHaveURL(/lr=/);
  await button(page, "Train").click();
  await isDone(page);
  expect(await bench(page).getAttribute("data-train-loss")).toBe(first);
  await button(page, "Remove The first, “quoted”").click();
  await expect(rows(page)).toHaveCount(1);
});

test("a sweep trains a run for each value and compares them in a table", async ({
  page,
}) => {
  await open(page);
  const sweep = page.getByRole("form", { name: "Sweep" });
  await sweep.getByLabel("over").fill("0.01, fast");
  await sweep.getByRole("button", { name: "Train them all" }).click();
  await expect(sweep.getByRole("status")).toHaveText(
    "Learning rate cannot be “fast”: it must be a number from 0.00001 to 10.",
  );
  await expect(bench(page)).toHaveAttribute("data-status", "idle");
  await sweep.getByLabel("over").fill("0.01 0.03 0.1");
  await sweep.getByLabel("over").press("Enter");
  await isDone(page);
  await expect(rows(page)).toHaveCount(3);
  await expect(rows(page).nth(2)).toContainText("Learning rate 0.1");
  const losses = await rows(page).locator("td:nth-child(4)").allTextContents();
  expect(new Set(losses).size).toBe(3);
  await button(page, "Keep these 3 runs").click();
  await expect(rows(page)).toHaveCount(6);
  await button(page, "End the sweep").click();
  await expect(rows(page)).toHaveCount(4);
  await sweep.getByLabel("Sweep").selectOption("layers");
  await expect(sweep.getByLabel("over")).toHaveValue("1, 2, 4, 8");
});

test("at 10 passes per second the loss can be watched, and full speed ends it", {
  tag: "@long",
}, async ({ page }) => {
  await open(page, "passes=2000&device=cpu");
  await page.getByLabel("Speed", { exact: true }).selectOption("10 per second");
  await button(page, "Train").click();
  const seen = async () => ({
    pass: Number(await bench(page).getAttribute("data-pass")),
    time: Date.now(),
  });
  await expect.poll(async () => (await seen()).pass).toBeGreaterThan(2);
  await expect(page.getByText("Time left")).toBeVisible();
  const first = await seen();
  await expect.poll(async () => (await seen()).pass).toBeGreaterThan(first.pass + 14);
  const last = await seen();
  expect((last.pass - first.pass) / (last.time - first.time)).toBeLessThan(0.012);
  await page.getByLabel("Speed", { exact: true }).selectOption("Full speed");
  await isDone(page);
  await expect(bench(page)).toHaveAttribute("data-pass", "2000");
});

test("a run of 100,000 passes is drawn with no more points than one of 1,000", {
  tag: "@long",
}, async ({ page }) => {
  await open(page, "samples=10&layers=1&batch=9&passes=100000&device=cpu");
  await button(page, "Train").click();
  await expect(bench(page)).toHaveAttribute("data-status", "done", { timeout: 90_000 });
  const path = page.locator("path[data-loss]").first();
  await expect(path).toBeVisible();
  const points = ((await path.getAttribute("d")) ?? "").split(/[ML]/).length - 1;
  expect(points).toBeGreaterThan(110);
  expect(points).toBeLessThan(260);
});

test("a full shelf and broken storage are told, and nothing is lost", {
  tag: "@long",
}, async ({ page }) => {
  await page.goto("/labs/network");
  await page.evaluate(() => localStorage.setItem("next-pass-shelf", "{broken"));
  await open(page);
  const sweep = page.getByRole("form", { name: "Sweep" });
  await sweep.getByLabel("over").fill("0.01 0.02 0.03 0.04 0.05 0.06 0.07 0.08");
  await sweep.getByRole("button", { name: "Train them all" }).click();
  await isDone(page);
  for (const kept of [8, 16, 24]) {
    await button(page, "Keep these 8 runs").click();
    await expect(page.getByText(`Run shelf (${kept})`)).toBeVisible();
  }
  await expect(button(page, "Keep these 8 runs")).toBeDisabled();
  await expect(page.getByText("The shelf holds 24 runs of a lab")).toBeVisible();
  const aside = await page.evaluate(() =>
    Object.keys(localStorage).filter((key) => key.startsWith("next-pass-shelf-unread")),
  );
  expect(aside).toHaveLength(1);
});
