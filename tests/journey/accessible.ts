// What every page must be, however it was opened.
import type { Frame, Page } from "@playwright/test";
import axe, { type RunOptions } from "axe-core";
import { soaking } from "../soak";
import { expect, test } from "./strict-test";

declare global {
  interface Window {
    axe: typeof axe;
  }
}

type Look = { width: number; colorScheme: "light" | "dark" };

const ofColours: RunOptions = { runOnly: ["color-contrast", "link-in-text-block"] };

type Asked = {
  rules?: RunOptions;
  /** What alone has changed on a page that was looked at before, as a selector. */
  within?: string;
};

/** Brings axe into a document, where it stays: it is read but once. */
async function bringAxe(frame: Frame) {
  if (await frame.evaluate(() => "axe" in window)) return;
  // A frame answers the page around it, wherever it comes from.
  const open = 'axe.configure({ allowedOrigins: ["<unsafe_all_origins>"] })';
  await frame.evaluate(`${axe.source}; ${open}`);
}

/** Expects that axe finds nothing, and that no page is wider than the screen. */
export async function expectAccessible(page: Page, what = "", asked: Asked = {}) {
  const { rules = {}, within } = asked;
  // Only what is wrong is asked for: the rest takes most of the time.
  const options: RunOptions = { resultTypes: ["violations"], ...rules };
  for (const frame of page.frames()) await bringAxe(frame);
  const found = await page.evaluate(
    async ([within, options]) => {
      const { violations } = await window.axe.run(within ?? document, options);
      return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
    },
    [within, options] as const,
  );
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
 * The same at both widths and in both themes, without another visit to the page; in the long
 * run each in both themes, less the two looks of a test that is daily.
 */
export async function expectAccessibleInEveryLook(page: Page, what = "") {
  const look = async ({ width, colorScheme }: Look, rules: RunOptions = {}) => {
    await page.setViewportSize({ width, height: 900 });
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    await expectAccessible(page, `${what} ${colorScheme}, ${width} px`, { rules });
  };
  const isSeen = soaking && !test.info().tags.includes("@long");
  for (const one of isSeen ? [] : looks) await look(one);
  for (const one of soaking ? otherThemes : []) await look(one, ofColours);
}
