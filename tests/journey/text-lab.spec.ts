// The lab of the next letter: what it writes, what it expects, and a text of the reader's own.
import type { Page } from "@playwright/test";
import { expect, test } from "./strict-test";

const bench = (page: Page) => page.locator("[data-lab][data-status]");
const button = (page: Page, name: string) =>
  page.getByRole("button", { name, exact: true });
const verdict = (page: Page) =>
  page.locator("[data-verdict]").filter({ hasText: "bits for each letter" });
const written = (page: Page) => page.locator("[data-written]");
const own = (page: Page) => page.locator("[data-view=own-text]");

async function open(page: Page, query: string) {
  await page.goto(`/labs/text?${query}`);
  await expect(button(page, "Train")).toBeEnabled();
  await expect(verdict(page)).toContainText("Before training");
}

async function train(page: Page) {
  await button(page, "Train").click();
  await expect(bench(page)).toHaveAttribute("data-status", "done", { timeout: 60_000 });
}

async function use(page: Page, text: string) {
  await own(page).getByRole("textbox", { name: "Your text" }).fill(text);
  await button(page, "Use this text").click();
}

const tale =
  "It was the best of times, it was the worst of times; it was spring. ".repeat(9);

test("it comes to write words, and is judged by counts", { tag: "@gpu" }, async ({
  page,
}) => {
  await open(page, "passes=12&device=cpu");
  const before = await written(page).textContent();
  await expect(page.getByText("It is untrained yet")).toBeVisible();
  await train(page);
  await expect(written(page)).not.toHaveText(before ?? "");
  await expect(written(page)).toContainText(/\b(the|of|and|to|is)\b/);
  await expect(verdict(page)).toContainText(
    /After pass 12: The network needs 2\.\d\d bits for each letter .+ It beats the letter frequencies \(4\.17\) and the counts of letter pairs \(3\.34\) and does not beat the counts after the same 3 letters \(2\.31\)/,
  );
  const early = page.getByRole("table", { name: "Before, at temperature 0.7" });
  await expect(early.getByRole("rowheader").first()).toContainText("0");
  const worth = page.getByRole("table", { name: "Over the 2,944 letters" });
  await expect(worth.getByRole("row", { name: /Letter frequencies/ })).toContainText(
    "18.0",
  );
});

test("the likeliest letters go round in circles; drawn anew, others come", {
  tag: "@long",
}, async ({ page }) => {
  await open(page, "passes=6&device=cpu");
  await train(page);
  const drawn = await written(page).textContent();
  await button(page, "Draw anew").click();
  await expect(written(page)).not.toHaveText(drawn ?? "");
  await page.getByText("Always the likeliest").click();
  await expect(page.getByLabel("Temperature")).toBeDisabled();
  await expect(written(page)).toHaveText(/(.{2,40})\1{2}$/);
});

test("what is typed is seen letter by letter, and has its next letters", {
  tag: "@long",
}, async ({ page }) => {
  await open(page, "passes=12&device=cpu");
  await train(page);
  const next = page.getByRole("group", { name: "The next letter" });
  await next.getByLabel("You type").fill("Wit");
  await expect(
    next.getByRole("table", { name: "It sees wit and expects" }),
  ).toContainText("h");
  await expect(next.getByRole("rowheader").first()).toHaveText("h");
  await next.getByLabel("You type").fill("");
  await expect(next.getByText("It sees ␣␣␣ and expects")).toBeVisible();
});

test("an own text is taken, linked, trained, and opened from its link", {
  tag: "@gpu",
}, async ({ page }) => {
  await open(page, "passes=5&device=cpu");
  await page.getByRole("tab", { name: "Own text" }).click();
  await use(page, "Too short.");
  await expect(own(page).getByRole("alert")).toHaveText(
    "There are 10 letters in it, of a to z, blanks and marks: 200 are needed.",
  );
  await use(page, tale);
  await expect(own(page)).toContainText("All 611 letters are taken.");
  await expect(page).toHaveURL(
    /data=text&text=it-was-the-best-of-times_-it-was-the-worst-of-times_-/,
  );
  await train(page);
  const loss = await bench(page).getAttribute("data-test-loss");
  await page.goto(page.url());
  await expect(verdict(page)).toContainText("Before training");
  await train(page);
  expect(await bench(page).getAttribute("data-test-loss")).toBe(loss);
});

test("a text from a file is cut where the link would be too long", {
  tag: "@long",
}, async ({ page }) => {
  await open(page, "passes=5&device=cpu");
  await page.getByRole("tab", { name: "Own text" }).click();
  const chooser = page.waitForEvent("filechooser");
  await button(page, "Choose a file…").click();
  const buffer = Buffer.from(tale.repeat(20), "utf8");
  await (await chooser).setFiles({ name: "tale.txt", mimeType: "text/plain", buffer });
  await expect(own(page)).toContainText(
    /The first 8,000 of 1\d,\d{3} letters are taken\./,
  );
  expect(page.url().length).toBeLessThan(9000);
});

test("an assigned text stays, and its receipt is confirmed", { tag: "@long" }, async ({
  page,
}) => {
  const letters = "it-was-the-best-of-times_".repeat(9);
  await page.goto(
    `/labs/text?assignment=1&goal=loss_9&lock=data-text-split-context&data=text&text=${letters}&passes=8&batch=10&device=cpu`,
  );
  await page.getByLabel("Your name", { exact: true }).fill("Ada");
  await button(page, "Begin").click();
  await expect(page.getByText("You work as")).toContainText("Ada");
  await page.getByRole("tab", { name: "Own text" }).click();
  await use(page, tale);
  await expect(own(page).getByRole("alert")).toContainText("the run keeps its text.");
  await train(page);
  await button(page, "Make the receipt").click();
  const receipt = page.getByRole("link", { name: "Open the receipt" });
  await page.goto((await receipt.getAttribute("href")) ?? "");
  const confirmed = page.getByRole("heading", { level: 2, name: "Confirmed – Ada" });
  await expect(confirmed).toBeVisible({ timeout: 30_000 });
});

test("on a phone what it writes stays in sight as it trains", async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await open(page, "passes=12&device=cpu");
  await train(page);
  await expect(written(page)).toBeInViewport();
  const wide = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(wide).toBeLessThanOrEqual(360);
});

test("it is framed in other pages", { tag: "@long" }, async ({ page }) => {
  await page.goto("/embed/labs/text?passes=3&device=cpu");
  await expect(button(page, "Train")).toBeEnabled();
  await train(page);
  await expect(written(page)).not.toBeEmpty();
});
