// A lesson as a reader goes through it: contents, notes, the way back to a line, the end.
import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { course } from "@/content/course";
import { record } from "@/content/quiz/answer-book";
import { readQuestions } from "@/content/quiz/lesson-questions";
import { expectAccessible } from "./accessible";
import { keepAnswers } from "./keep-answers";
import { expect, test } from "./strict-test";

const slug = "loss-functions";
const next = course[course.indexOf(slug) + 1];
const wide = { width: 1280, height: 800 };
const phone = { width: 360, height: 740 };

/** How far down the screen the heading with an id stands. */
const topOf = (page: Page, id: string) =>
  page.evaluate(
    (id) => document.getElementById(id)?.getBoundingClientRect().top ?? Number.NaN,
    id,
  );

/** Waits until nothing has moved for a while, and gives the heading's place. */
async function settledTop(page: Page, id: string): Promise<number> {
  let before = Number.NaN;
  await expect
    .poll(
      async () => {
        const top = await topOf(page, id);
        const still = Math.abs(top - before) < 1;
        before = top;
        return still;
      },
      { intervals: [700] },
    )
    .toBe(true);
  return before;
}

/** Reads on in steps, so that every lab on the way opens, to a heading and a little further. */
async function readTo(page: Page, id: string) {
  while ((await topOf(page, id)) > 120) {
    await page.mouse.wheel(0, 600);
    await page.waitForTimeout(100);
  }
  return settledTop(page, id);
}

for (const [name, viewport] of Object.entries({ phone, wide })) {
  test(`reload and Back lead to the same line, ${name}`, {
    tag: name === "phone" ? [] : "@long",
  }, async ({ page }) => {
    test.slow();
    await page.setViewportSize(viewport);
    await page.goto("/lessons/machine-learning");
    await page.mouse.move(viewport.width / 2, 200);
    const id = "better-than-what";
    const before = await readTo(page, id);
    // The place is kept a moment after the last move.
    await page.waitForTimeout(700);
    await page.reload();
    await expect.poll(() => topOf(page, id)).toBeLessThan(viewport.height);
    expect(Math.abs((await settledTop(page, id)) - before)).toBeLessThan(8);

    // From where it is: to click on it would scroll down to it first.
    await page
      .locator('[data-lesson-end] a[href="/lessons/deep-learning"]')
      .dispatchEvent("click");
    await expect(page.locator('[data-lesson="deep-learning"]')).toBeVisible();
    expect(await page.evaluate(() => window.scrollY)).toBeLessThan(200);
    await page.goBack();
    await expect(page.locator('[data-lesson="machine-learning"]')).toBeVisible();
    await expect.poll(() => topOf(page, id)).toBeLessThan(viewport.height);
    expect(Math.abs((await settledTop(page, id)) - before)).toBeLessThan(8);
  });
}

test("a link into the page is an entry of its own, to which Back comes from another page", async ({
  page,
}) => {
  await page.setViewportSize(wide);
  await page.goto(`/lessons/${slug}`);
  const contents = page.getByRole("navigation", { name: "In this lesson" });
  await contents.getByRole("link", { name: "Outliers: one wrong point" }).click();
  await expect(page).toHaveURL(/#one-wrong-point$/);
  await expect(contents.locator("[aria-current]")).toHaveText(
    "Outliers: one wrong point",
  );
  const top = await settledTop(page, "one-wrong-point");
  expect(top).toBeGreaterThanOrEqual(0);
  expect(top).toBeLessThan(80);
  await page
    .locator(`[data-lesson-end] a[href="/lessons/${next}"]`)
    .dispatchEvent("click");
  await expect(page.locator(`[data-lesson="${next}"]`)).toBeVisible();
  await page.goBack();
  await expect(page.locator(`[data-lesson="${slug}"]`)).toBeVisible();
  expect(Math.abs((await settledTop(page, "one-wrong-point")) - top)).toBeLessThan(8);
});

test("on a phone a bar tells the place, opens the contents and leads to the next part", async ({
  page,
}) => {
  await page.setViewportSize(phone);
  await page.goto(`/lessons/${slug}`);
  const bar = page.locator("[data-reading-bar]");
  await expect(bar).toBeInViewport();
  const place = bar.getByRole("button", { name: /^Contents, part 0/ });
  await place.click();
  const sheet = bar.getByRole("navigation", { name: "In this lesson" });
  // Its parts, its recap and its questions.
  const text = await readFile(`content/lessons/${slug}.mdx`, "utf8");
  const parts: readonly string[] = text.match(/^## .*$/gm) ?? [];
  await expect(sheet.getByRole("link")).toHaveCount(parts.length + 2);
  await expectAccessible(page);
  await page.keyboard.press("Escape");
  await expect(sheet).toHaveCount(0);
  await expect(place).toBeFocused();
  await place.click();
  await sheet
    .getByRole("link", { name: "Five loss functions and their gradients" })
    .click();
  await expect(sheet).toHaveCount(0);
  const at = parts.findIndex((line) => line.includes("Five loss functions")) + 1;
  const told = new RegExp(`part ${at}\\s*/\\s*${parts.length + 2}`);
  await expect(bar.getByRole("button", { name: told })).toBeVisible();
  await expect(page.locator("#five-ways-to-be-wrong")).toBeInViewport();
  await bar
    .getByRole("link", { name: "Next section: Outliers: one wrong point" })
    .click();
  await expect(page.locator("#one-wrong-point")).toBeInViewport();
});

test("a term is defined beside its line where there is room, else behind a sign", async ({
  page,
}) => {
  await page.setViewportSize(wide);
  await page.goto(`/lessons/${slug}`);
  const term = page.locator("#term-outlier");
  await term.scrollIntoViewIfNeeded();
  const note = page.locator("#note-outlier");
  await expect(note).toBeVisible();
  const [line, beside] = [await term.boundingBox(), await note.boundingBox()];
  expect(beside?.x ?? 0).toBeGreaterThan((line?.x ?? 0) + (line?.width ?? 0));
  expect(Math.abs((beside?.y ?? 0) - (line?.y ?? 0))).toBeLessThan(40);

  await page.setViewportSize(phone);
  await expect(note).toBeHidden();
  await page.getByRole("button", { name: "What “outlier” means" }).click();
  await expect(note).toBeInViewport();
  await expectAccessible(page);
  await page.keyboard.press("Escape");
  await expect(note).toBeHidden();
});

test("contents and end tell what was answered, and lead to what went wrong", async ({
  page,
}) => {
  const [question, second] = await readQuestions(slug);
  if (!question || !second) throw new Error("the lesson asks too little");
  const given = (right: boolean) => ({
    ...{ answer: { kind: "ticked" as const, options: ["any"] }, right },
    at: 1_000_000,
  });
  const book = record({}, question.id, given(false));
  await keepAnswers(page, record(book, second.id, given(true)));
  await page.setViewportSize(wide);
  await page.goto(`/lessons/${slug}`);
  const done = page.locator('[data-section][data-done="true"]');
  await expect(done.first()).toContainText("(done)");
  const end = page.locator("[data-lesson-end]");
  await end.scrollIntoViewIfNeeded();
  await expect(end.locator("dl")).toContainText(/1 of \d+/);
  const missed = end.locator(`a[href="#question-${question.id}"]`);
  await expect(missed).toHaveText(question.asks);
  await missed.click();
  await expect(page.locator(`#question-${question.id}`)).toBeInViewport();
  await expect(
    end.getByRole("link", { name: /^Lesson before|← Lesson before/ }),
  ).toHaveAttribute("href", /\/lessons\/pictures-sound-time$/);
  await expect(end.getByRole("link", { name: /Next lesson/ })).toHaveAttribute(
    "href",
    new RegExp(`/lessons/${next}$`),
  );
});

test("on paper a lesson has no controls of its own, and no part is folded", async ({
  page,
}) => {
  await page.goto(`/lessons/${slug}`);
  await expect(page.locator("[data-lead] [role=img]")).toBeVisible();
  await page.emulateMedia({ media: "print" });
  await expect(page.locator("[data-reading-bar]")).toBeHidden();
  await expect(page.locator("[data-lesson-end]")).toBeHidden();
  await expect(page.getByRole("navigation", { name: "In this lesson" })).toBeHidden();
  await expect(page.locator("[data-lead]")).toBeVisible();
  // The lab was not reached: its picture stands in its place.
  await expect(page.locator('[data-still="loss"] svg')).toBeVisible();
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("a lesson has its contents, all of its text and the way on", async ({ page }) => {
    await page.setViewportSize(phone);
    await page.goto(`/lessons/${slug}`);
    const contents = page.getByRole("navigation", { name: "In this lesson" });
    await expect(
      contents.getByRole("link", { name: "Outliers: one wrong point" }),
    ).toBeVisible();
    await expect(page.locator("[data-reading-bar]")).toBeHidden();
    await expect(page.locator('[data-still="loss"] svg')).toBeVisible();
    await expect(page.getByRole("link", { name: /Next lesson/ })).toBeVisible();
  });
});
