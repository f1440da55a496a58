// A page's HTML shows what it is for at the size that it keeps: whatever scripts add is no
// larger, and moves nothing. On a slow line, seconds lie between the two.
import type { Page } from "@playwright/test";
import { course } from "@/content/course";
import { record } from "@/content/quiz/answer-book";
import { readQuestions } from "@/content/quiz/lesson-questions";
import { unlikePages } from "../pages";
import { keepAnswers } from "./keep-answers";
import { expect, test } from "./strict-test";

test.use({ viewport: { width: 412, height: 823 } });

/** Until this is called, no script of the page arrives. */
async function holdScripts(page: Page): Promise<() => void> {
  let release = () => {};
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route("**/_next/**/*.js", async (route) => {
    await released;
    await route.continue();
  });
  return release;
}

/** Of the page's own observers: milliseconds, and how far things shifted. */
const seenBy = (page: Page, type: "largest-contentful-paint" | "layout-shift") =>
  page.evaluate((type) => {
    // What was kept for observers is there as soon as one observes.
    const observer = new PerformanceObserver(() => {});
    observer.observe({ type, buffered: true });
    return observer.takeRecords().map((entry) => ({
      at: entry.startTime,
      shift: "value" in entry ? Number(entry.value) : 0,
    }));
  }, type);

const lastPaint = async (page: Page) =>
  (await seenBy(page, "largest-contentful-paint")).at(-1)?.at ?? 0;

/** When the largest thing was painted without scripts and with them, and what they shifted. */
async function withAndWithoutScripts(page: Page, path: string) {
  // As on a slow line: the page has loaded too late to change its letters.
  await page.addInitScript(() =>
    addEventListener("load", (event) => event.stopImmediatePropagation()),
  );
  const release = await holdScripts(page);
  await page.goto(path, { waitUntil: "commit" });
  await expect.poll(() => lastPaint(page)).toBeGreaterThan(0);
  const released = await page.evaluate(async () => {
    await new Promise((drawn) => setTimeout(drawn, 100));
    return performance.now();
  });
  const before = await lastPaint(page);
  release();
  await page.waitForLoadState("networkidle", { timeout: 3000 }).catch(() => {});
  await page.waitForTimeout(300);
  const shifts = await seenBy(page, "layout-shift");
  return {
    before,
    after: await lastPaint(page),
    shift: shifts.reduce((sum, { at, shift }) => sum + (at > released ? shift : 0), 0),
  };
}

for (const path of unlikePages) {
  test(`scripts add nothing larger to ${path}, and move nothing`, {
    // Its first words once came by script.
    tag: path === "/review" ? [] : "@long",
  }, async ({ page }) => {
    const seen = await withAndWithoutScripts(page, path);
    expect(seen.after).toBe(seen.before);
    expect(seen.shift).toBeLessThanOrEqual(0.02);
  });
}

test("a reader who comes back finds progress and classes where they stay", async ({
  page,
}) => {
  const at = Date.UTC(2026, 0, 1);
  const answer = { kind: "ticked", options: ["any"] } as const;
  const [asked] = (await readQuestions(course[0])).filter(({ kind }) => kind === "one");
  await keepAnswers(page, record({}, asked?.id ?? "", { answer, right: true, at }));
  await page.addInitScript(() => {
    const classId = "a".repeat(20);
    const joined = { classId, className: "Biology", learner: "l", name: "Ada" };
    const classes = [{ ...joined, assignments: [] }];
    localStorage.setItem("next-pass-classes", JSON.stringify(classes));
  });
  // No class answers.
  await page.route("**/api/**", () => {});
  for (const path of ["/progress", "/class/join"]) {
    const { shift } = await withAndWithoutScripts(page, path);
    expect(shift, path).toBeLessThanOrEqual(0.02);
  }
});
