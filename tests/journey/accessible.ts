// What every page must be, however it was opened.
import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { expect } from "./strict-test";

type Look = { width: number; colorScheme: "light" | "dark" };
type Rules = Parameters<AxeBuilder["options"]>[0];

const ofColours: Rules = {
  runOnly: { type: "rule", values: ["color-contrast", "link-in-text-block"] },
};

type Asked = {
  rules?: Rules;
  /** What alone has changed on a page that was looked at before, as a selector. */
  within?: string;
};

/** Expects that axe finds nothing, and that no page is wider than the screen. */
export async function expectAccessible(page: Page, what = "", asked: Asked = {}) {
  const { rules = {}, within } = asked;
  // Only what is wrong is asked for, in one go: the rest takes most of the time.
  const axe = new AxeBuilder({ page }).setLegacyMode(true);
  if (within) axe.include(within);
  const { violations } = await axe
    .options({ resultTypes: ["violations"], ...rules })
    .analyze();
  const found = violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
  expect(found, what).toEqual([]);
  await expectToFit(page, what);
}

async function expectToFit(page: Page, message: string) {
  const overflow = () =>
    page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  // Charts take another width a moment after the window.
  await expect.poll(overflow, { message }).toBeLessThanOrEqual(0);
}

/** Expects that nothing is wider than the screen with letters twice as large. */
export async function expectToFitLargeText(page: Page) {
  await page.evaluate(() => {
    document.documentElement.style.fontSize = "200%";
  });
  for (const width of [640, 320]) {
    await page.setViewportSize({ width, height: 900 });
    await expectToFit(page, `${width} px at 200 %`);
  }
  await page.evaluate(() => {
    document.documentElement.style.fontSize = "";
  });
}

const looks = [
  { width: 320, colorScheme: "light" },
  { width: 1280, colorScheme: "dark" },
] as const;

/** The other themes, which change colours alone. */
const otherThemes = [
  { width: 320, colorScheme: "dark" },
  { width: 1280, colorScheme: "light" },
] as const;

/**
 * The same at both widths, each in both themes, without another visit to the page.
 */
export async function expectAccessibleInEveryLook(page: Page, what = "") {
  const look = async ({ width, colorScheme }: Look, rules: Rules = {}) => {
    await page.setViewportSize({ width, height: 900 });
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    await expectAccessible(page, `${what} ${colorScheme}, ${width} px`, { rules });
  };
  for (const one of looks) await look(one);
  for (const one of otherThemes) await look(one, ofColours);
}
