// The clinic: a case diagnosed and cured, by keyboard, on a phone, as an assignment.
import type { Page } from "@playwright/test";
import { expectAccessible } from "./accessible";
import { tabTo } from "./answer-by-keyboard";
import { expect, test } from "./strict-test";

const lab = (page: Page) => page.locator("[data-lab][data-status]");
const hints = (page: Page) => page.getByRole("region", { name: "Hints" });
const news = (page: Page) => page.locator("[data-cured]").getByRole("status");

/** Brings the lab near, and waits till it answers. */
async function reachLab(page: Page) {
  await page.locator("#cure").scrollIntoViewIfNeeded();
  await expect(page.getByRole("button", { name: "Train", exact: true })).toBeEnabled();
}

/** Types a setting of the lab by keyboard, and trains it. */
async function trainWith(page: Page, label: string, value: string) {
  await tabTo(page, page.getByLabel(label, { exact: true }));
  await page.keyboard.press("ControlOrMeta+A");
  await page.keyboard.type(value);
  await page.keyboard.press("Enter");
  const button = page.getByRole("button", { name: /^Train( again)?$/ });
  await tabTo(page, button, "Shift+Tab");
  await page.keyboard.press("Enter");
  await expect(lab(page)).toHaveAttribute("data-status", "done");
}

test("a case by keyboard: a wrong diagnosis, a wrong cure, hints, and a cure that stays", async ({
  page,
}) => {
  await page.goto("/clinic/one-colour");
  await expect(hints(page)).toContainText("after your first try");
  await expect(hints(page).getByRole("button")).toHaveCount(0);
  const card = page.locator("[data-question]");
  await tabTo(page, card.getByRole("radio").first());
  await page.keyboard.press("Space");
  await tabTo(page, card.getByRole("button", { name: "Check" }));
  await page.keyboard.press("Enter");
  await expect(card).toHaveAttribute("data-state", "wrong");
  await expect(card).toContainText("This one jumps first");
  await tabTo(page, hints(page).getByRole("button", { name: "Hint 1 of 3" }));
  await page.keyboard.press("Enter");
  await expect(hints(page).getByRole("listitem")).toBeFocused();

  await reachLab(page);
  await trainWith(page, "Passes", "200");
  await expect(news(page).last()).toContainText("Not cured yet");
  await trainWith(page, "Learning rate", "0.1");
  await expect(news(page).last()).toContainText("Cured");
  await expect(page.locator("[data-goal='Test loss below 0.3']")).toHaveAttribute(
    "data-met",
    "true",
  );
  await expectAccessible(page);

  await page.reload();
  await expect(hints(page).getByRole("button", { name: "Hint 1 of 3" })).toBeVisible();
  await page.goto("/clinic");
  await expect(page.locator("[data-case='one-colour']")).toHaveText("✓ cured");
  await expect(page.locator("[data-case][data-cured='true']")).toHaveCount(1);
  await page.goto("/progress");
  await expect(page.getByText("1 of 12 cases cured.")).toBeVisible();
});

test("a first cure that fails opens the hints, and stays known", {
  tag: "@long",
}, async ({ page }) => {
  await page.goto("/clinic/exactly-one");
  await reachLab(page);
  // The sick run itself is no try.
  await page.getByRole("button", { name: "Train", exact: true }).click();
  await expect(lab(page)).toHaveAttribute("data-status", "done");
  await expect(hints(page)).toContainText("after your first try");
  await page.getByLabel("Learning rate", { exact: true }).fill("0.3");
  await page.getByLabel("Learning rate", { exact: true }).press("Enter");
  await page.getByRole("button", { name: /^Train( again)?$/ }).click();
  await expect(news(page).last()).toContainText("Not cured yet");
  await expect(hints(page).getByRole("button", { name: "Hint 1 of 3" })).toBeVisible();
  await page.reload();
  await expect(hints(page).getByRole("button", { name: "Hint 1 of 3" })).toBeVisible();
  await page.goto("/clinic");
  await expect(page.locator("[data-case='exactly-one']")).toHaveText("not cured yet");
});

test("a case as an assignment: the cure is handed in as a receipt, and confirmed", {
  tag: "@long",
}, async ({ page }) => {
  await page.goto("/clinic/one-colour");
  await page.getByRole("link", { name: "this case as an assignment" }).click();
  await expect(page.getByRole("heading", { name: "Clinic: One colour" })).toBeVisible();
  await page.getByLabel("Your name", { exact: true }).fill("Ada");
  await page.getByRole("button", { name: "Begin" }).click();
  await page.getByLabel("Learning rate", { exact: true }).fill("0.1");
  await page.getByLabel("Learning rate", { exact: true }).press("Enter");
  await page.getByRole("button", { name: "Train", exact: true }).click();
  await expect(lab(page)).toHaveAttribute("data-assignment", "met");
  await page.getByRole("button", { name: "Make the receipt" }).click();
  const receipt = page.getByRole("link", { name: "Open the receipt" });
  await page.goto((await receipt.getAttribute("href")) ?? "");
  await expect(page.getByText("Confirmed – Ada")).toBeVisible();
});

test("easier points than the case's own are no cure", { tag: "@long" }, async ({
  page,
}) => {
  await page.goto("/clinic/too-good");
  await reachLab(page);
  await page.getByRole("tab", { name: "Own data" }).click();
  await page.getByText("From a CSV, or to one").click();
  const far = Array.from({ length: 40 }, (_, at) => {
    const side = at % 2 ? 1 : -1;
    return `${side * (1 + at / 40)},${side * (2 - at / 50)},${side}`;
  });
  await page.getByRole("textbox", { name: "Points as CSV" }).fill(far.join("\n"));
  await page.getByRole("button", { name: "Use this text" }).click();
  await expect(page.getByText("The run trains on these 40 points")).toBeVisible();
  await page.getByRole("button", { name: /^Train( again)?$/ }).click();
  await expect(news(page).last()).toContainText("no longer those of the case", {
    timeout: 20_000,
  });
  await expect(page.locator("[data-goal][data-met='false']")).toHaveCount(0);
  await page.goto("/clinic");
  await expect(page.locator("[data-case='too-good']")).toHaveText("not cured yet");
});

test.describe("on a phone", () => {
  test.use({ viewport: { width: 360, height: 740 } });

  test("copies are removed from a table, and the cure is another network", async ({
    page,
  }) => {
    await page.goto("/clinic/too-good");
    await reachLab(page);
    await page.getByRole("tab", { name: "Own data" }).click();
    await page.getByRole("button", { name: "Remove 156 copies" }).click();
    await expect(page.getByText("The run trains on these 78 points")).toBeVisible();
    await page.getByRole("button", { name: "More", exact: true }).click();
    await page.getByLabel("Regularization", { exact: true }).selectOption("l2");
    await page.getByLabel("Regularization strength").fill("0.1");
    await page.getByLabel("Regularization strength").press("Enter");
    await page.getByRole("button", { name: /^Train( again)?$/ }).click();
    await expect(news(page).last()).toContainText("Cured", { timeout: 20_000 });
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(width).toBe(360);
  });
});

test.describe("without scripts", () => {
  test.use({ javaScriptEnabled: false });

  test("a case shows its complaint, its pictures and its numbers", async ({ page }) => {
    await page.goto("/clinic/exactly-one");
    await expect(page.getByText("a loss of 1.000 in every single pass")).toBeVisible();
    await expect(page.locator("figure img").first()).toBeVisible();
    await expect(
      page.getByText("The sick run after 300 passes: train loss 1"),
    ).toBeVisible();
    await expect(page.locator("main noscript")).toBeVisible();
  });
});
