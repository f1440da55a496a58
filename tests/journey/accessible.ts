// What every page must be, however it was opened.
import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { expect } from "./strict-test";

type Rules = Parameters<AxeBuilder["options"]>[0];

const everyRule: Rules = {};
const ofColours: Rules = {
  runOnly: { type: "rule", values: ["color-contrast", "link-in-text-block"] },
};

/** Expects that axe finds nothing, and that no page is wider than the screen. */
export async function expectAccessible(page: Page, what = "", rules = everyRule) {
  // Only what is wrong is asked for, in one go: the rest takes most of the time.
  const axe = new AxeBuilder({ page }).setLegacyMode(true);
  const { violations } = await axe
    .options({ resultTypes: ["violations"], ...rules })
    .analyze();
  const found = violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
  expect(found, what).toEqual([]);
  const overflow = () =>
    page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  // Charts take another width a moment after the window.
  await expect.poll(overflow, { message: what }).toBeLessThanOrEqual(0);
}

/**
 * The same at both widths and in both themes, without another visit to the page. Another
 * theme changes colours alone.
 */
export async function expectAccessibleInEveryLook(page: Page, what = "") {
  for (const width of [320, 1280]) {
    await page.setViewportSize({ width, height: 900 });
    for (const colorScheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
      const rules = colorScheme === "light" ? everyRule : ofColours;
      await expectAccessible(page, `${what} ${colorScheme}, ${width} px`, rules);
    }
  }
}
