// The first screen: a picture before any script, a promise kept, and the way back in.
import { readFile } from "node:fs/promises";
import { course } from "@/content/course";
import { sectionsOf } from "@/content/lesson/sections";
import { labs } from "@/labs/catalog/labs";
import { expect, test } from "./strict-test";

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false, viewport: { width: 360, height: 740 } });

  test("a phone has the map in its first 740 pixels, and what can be read", async ({
    page,
  }) => {
    await page.goto("/");
    const map = page.getByRole("img", { name: /Two arms of points/ });
    const box = await map.boundingBox();
    expect(box?.width).toBeGreaterThan(300);
    expect((box?.y ?? 0) + (box?.height ?? 740)).toBeLessThan(740);
    const painted = await map.locator("img").evaluate(async (image) => {
      if (!(image instanceof HTMLImageElement)) return 0;
      await image.decode();
      return image.naturalWidth;
    });
    expect(painted).toBeGreaterThan(30);
    await expect(page.locator("main noscript")).toBeVisible();
    await expect(page.getByRole("button", { name: "Train it" })).toBeHidden();
    await expect(page.getByRole("link", { name: "Start lesson 1" })).toBeVisible();
  });
});

test("the map is at least 420 pixels wide on a laptop", async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.goto("/");
  const box = await page.getByRole("img", { name: /Two arms of points/ }).boundingBox();
  expect(box?.width).toBeGreaterThanOrEqual(420);
  expect((box?.y ?? 0) + (box?.height ?? 800)).toBeLessThan(800);
});

test("the promise is trained by keyboard, held, explained and trained again", async ({
  page,
}) => {
  await page.goto("/");
  const hero = page.locator("[data-hero]");
  await expect(hero).toHaveAttribute("data-hero", "none");
  await page.getByRole("button", { name: "Train it" }).press("Enter");
  await expect(hero).toHaveAttribute("data-hero", "side");
  await expect(hero.locator("canvas").first()).toBeVisible();
  await expect(hero).toHaveAttribute("data-hero", "done", { timeout: 30_000 });
  await expect(hero.getByRole("status")).toContainText("It held: train loss 0.0");
  expect(Number(await hero.getAttribute("data-train-loss"))).toBeLessThan(0.2);
  expect(await page.evaluate(() => localStorage.getItem("next-pass-claims"))).toContain(
    "network/deep-on-spiral",
  );

  const again = page.getByRole("button", { name: "Again, seed 8" });
  await expect(again).toBeFocused();
  await again.press("Enter");
  await page.getByRole("button", { name: "Stop" }).press("Enter");
  await expect(hero).toHaveAttribute("data-hero", "none");
  await expect(hero.locator("canvas")).toHaveCount(0);
  // Seen once as it trains, the next run may show its end at once.
  await page.emulateMedia({ reducedMotion: "reduce" });
  await again.press("Enter");
  await expect(hero).toHaveAttribute("data-hero", "done", { timeout: 30_000 });
  await expect(hero.getByText("So with 2 of 2 seeds.")).toBeVisible();
  await hero.getByRole("link", { name: "Why? Lesson 2" }).click();
  await expect(
    page.getByRole("heading", { name: "Deep learning", level: 1 }),
  ).toBeVisible();
});

test("with reduced motion the end of the run is shown at once", async ({ page }) => {
  await page.emulateMedia({ reducedMotion: "reduce" });
  await page.goto("/");
  const hero = page.locator("[data-hero]");
  const seen = await hero.evaluateHandle((element) => {
    const states: string[] = [];
    new MutationObserver(() =>
      states.push(element.getAttribute("data-hero") ?? ""),
    ).observe(element, { attributeFilter: ["data-hero"] });
    return states;
  });
  await page.getByRole("button", { name: "Train it" }).click();
  await expect(hero).toHaveAttribute("data-hero", "done", { timeout: 30_000 });
  expect(await seen.jsonValue()).toEqual(["opening", "done"]);
});

test("who comes back goes on where they were, and nothing moves for it", async ({
  page,
}) => {
  const sections = sectionsOf(
    await readFile("content/lessons/loss-functions.mdx", "utf8"),
    [],
  );
  const [claim] = sections.flatMap(({ claims }) => claims);
  await page.setViewportSize({ width: 360, height: 740 });
  await page.addInitScript((claim) => {
    localStorage.setItem(
      "next-pass-reading",
      JSON.stringify({ gpus: { section: "batches", at: 1, read: [] } }),
    );
    localStorage.setItem("next-pass-claims", JSON.stringify([claim]));
    Object.assign(window, { shift: 0 });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        if ("value" in entry)
          Object.assign(window, { shift: Reflect.get(window, "shift") + entry.value });
      }
    }).observe({ type: "layout-shift", buffered: true });
  }, claim);
  // Who comes back has the fonts: without them each text would move when they arrive.
  await page.goto("/");
  await page.evaluate(() => document.fonts.ready);
  await page.reload();
  const on = page.getByRole("complementary", { name: "Continue" });
  const link = on.getByRole("link", { name: /^Continue Why networks train on GPUs · / });
  await expect(link).toBeVisible();
  const heading = await page.getByRole("heading", { level: 1 }).boundingBox();
  expect((await link.boundingBox())?.y).toBeLessThan(heading?.y ?? 0);
  await expect(page.locator("#labs").getByText(/ · 1 seen true$/)).toHaveCount(1);
  await expect(on).toContainText(/1 of \d+ claims seen true/);
  expect(await page.evaluate(() => Reflect.get(window, "shift"))).toBeLessThanOrEqual(
    0.02,
  );
  await link.click();
  await expect(page).toHaveURL(/\/lessons\/gpus#/);
});

test("a newcomer is not asked to continue, and every card leads where its title does", async ({
  page,
}) => {
  await page.goto("/");
  await expect(page.getByRole("complementary", { name: "Continue" })).toBeHidden();
  await expect(page.locator("#lessons li")).toHaveCount(course.length);
  await expect(page.locator("#labs li")).toHaveCount(Object.keys(labs).length);
  await expect(page.locator("#lessons").getByText(/^\d+ min$/)).toHaveCount(
    course.length,
  );
  const card = page.locator("#labs li", { hasText: "Which loss?" });
  await card.click({ position: { x: 20, y: 20 } });
  await expect(page).toHaveURL(/\/labs\/loss$/);
});
