// Finding things: the search by keyboard, the glossary, and what a term of a text means.
import type { Page } from "@playwright/test";
import { termId, terms } from "@/content/terms";
import { expectAccessible } from "./accessible";
import { expect, test } from "./strict-test";

const field = (page: Page) => page.getByRole("combobox", { name: "Search the course" });

/** Waits until the page listens to its keys: before that, the search is a link. */
const ready = (page: Page) =>
  expect(page.getByRole("banner").getByRole("button", { name: /^Search/ })).toBeVisible();

for (const width of [360, 1280]) {
  test(`the search finds a term by another name and leads there, ${width} px`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height: 740 });
    await page.goto("/class/privacy");
    await ready(page);
    const header = await page.getByRole("banner").boundingBox();
    expect(header?.height).toBeLessThan(80);
    await page.keyboard.press("Control+k");
    await expect(field(page)).toBeFocused();
    await page.keyboard.type("epoch");
    const found = page.getByRole("listbox", { name: "Found" }).getByRole("option");
    await expect(found.first()).toContainText("pass");
    await expect(found.first()).toHaveAttribute("aria-selected", "true");
    await expectAccessible(page, `${width} px`);
    await page.keyboard.press("ArrowDown");
    await expect(found.nth(1)).toHaveAttribute("aria-selected", "true");
    await expect(field(page)).toHaveAttribute(
      "aria-activedescendant",
      (await found.nth(1).getAttribute("id")) ?? "",
    );
    await expect(found.nth(1).locator("mark")).toHaveText("epoch");
    await page.keyboard.press("ArrowUp");
    await page.keyboard.press("Enter");
    await expect(page).toHaveURL(/\/glossary#term-pass$/);
    await expect(field(page)).toHaveCount(0);
    await expect(page.locator("#term-pass")).toBeInViewport();
  });
}

test("Escape closes the search and gives the focus back; its index is loaded once, and enough offline", async ({
  page,
  context,
}) => {
  const asked: string[] = [];
  page.on("request", (request) => asked.push(new URL(request.url()).pathname));
  await page.goto("/class/privacy");
  await ready(page);
  expect(asked).not.toContain("/search.json");
  const button = page.getByRole("banner").getByRole("button", { name: /^Search/ });
  await button.click();
  await field(page).fill("softmax");
  await expect(page.getByRole("option").first()).toContainText("softmax");
  await page.keyboard.press("Escape");
  await expect(button).toBeFocused();
  await context.setOffline(true);
  await button.click();
  await field(page).fill("logit");
  await expect(page.getByRole("option").first()).toContainText("score");
  await field(page).fill("zeppelin");
  await expect(page.getByRole("status").filter({ hasText: "zeppelin" })).toBeVisible();
  expect(asked.filter((path) => path === "/search.json")).toHaveLength(1);
});

test("where the index cannot be had the search says so, and tries again", async ({
  page,
  complaints,
}) => {
  await page.route("**/search.json*", (route) => route.abort(), { times: 1 });
  await page.goto("/class/privacy");
  await ready(page);
  await page.keyboard.press("Control+k");
  await field(page).fill("pass");
  await expect(page.getByText("The search could not be loaded.")).toBeVisible();
  await page.getByRole("button", { name: "Try again" }).click();
  await expect(page.getByRole("option").first()).toContainText("pass");
  complaints.length = 0;
});

test("the glossary holds every term, and a menu of the phone leads to the pages", async ({
  page,
}) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto("/glossary");
  for (const { term, means } of terms) {
    await expect(page.locator(`#${termId(term)}`)).toContainText(means);
  }
  await ready(page);
  await page.getByRole("button", { name: "Menu" }).click();
  const labs = page.getByRole("navigation", { name: "Site" }).getByText("Labs");
  await expect(labs).toBeVisible();
  await labs.click();
  await expect(page).toHaveURL(/\/labs$/);
  await expect(labs).toBeHidden();
});

test("a term of a lesson shows what it means, by keyboard and by pointer", async ({
  page,
}) => {
  await page.goto("/lessons/loss-functions");
  const word = page.locator('a[data-term="score"]').first();
  const note = page.getByText("The number that a model puts out", { exact: false });
  // Until the page listens, a link is a link.
  await expect(async () => {
    await word.focus();
    await expect(note).toBeVisible({ timeout: 1000 });
    await word.blur();
  }).toPass();
  await word.focus();
  await expect(word).toHaveAccessibleDescription(/before anything is read from it/);
  await page.keyboard.press("Escape");
  await expect(note).toBeHidden();
  await word.blur();
  await word.hover();
  await expect(note).toBeVisible();
  await note.getByRole("link", { name: "From lesson 1" }).click();
  await expect(page).toHaveURL(/\/lessons\/machine-learning#term-score$/);
});

test("a finger's first tap on a term shows what it means, the second leads on", {
  tag: "@long",
}, async ({ browser }) => {
  const context = await browser.newContext({
    hasTouch: true,
    viewport: { width: 360, height: 740 },
  });
  const page = await context.newPage();
  await page.goto("/lessons/loss-functions", { waitUntil: "networkidle" });
  const word = page.locator('a[data-term="score"]').first();
  await word.tap();
  await expect(page.getByText("The number that a model puts out")).toBeVisible();
  await expect(page).toHaveURL(/\/lessons\/loss-functions$/);
  await word.tap();
  await expect(page).toHaveURL(/\/glossary#term-score$/);
  await context.close();
});

test("without script the search is the way to the glossary, and a term leads there", async ({
  browser,
}) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto("/lessons/gpus");
  await expect(page.locator("a[data-term]").first()).toHaveAttribute(
    "href",
    /^\/glossary#term-/,
  );
  await page.getByRole("banner").getByRole("link", { name: "Search" }).click();
  await expect(page).toHaveURL(/\/glossary$/);
  await context.close();
});
