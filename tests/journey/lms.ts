// What people do in an LMS that the tests play. It answers on localhost and the site on
// 127.0.0.1: to a browser these are two sites.
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { type Browser, chromium, type Page } from "@playwright/test";
import { quiet } from "../chromium-flags";
import { findChromium } from "../find-chromium";
import { openPlatform, type Platform } from "../lti/platform";
import { plain } from "../lti/profiles";
import { expect } from "./strict-test";

/** An assignment that is met in a second, for 10 points. */
export const circle =
  "/labs/network?assignment=1&title=Circle&goal=loss_9&points=10&lock=passes-data&samples=60&layers=3&passes=40&device=cpu";

/** Plays an LMS for as long as `work` takes; it may have refused nothing in the end. */
export async function withLms(
  storageTarget: string | null,
  work: (platform: Platform) => Promise<void>,
) {
  const platform = await openPlatform({
    ...{ profile: { ...plain, storageTarget }, host: "localhost" },
  });
  try {
    await work(platform);
    expect(platform.complaints).toEqual([]);
  } finally {
    await platform.close();
  }
}

/** Where the site answers, and what leads its commands to the same classes. */
export type Site = { url: string; env: Readonly<Record<string, string>> };

/** Runs `npm run lti` for a site; gives what it says. */
export function lti({ env }: Pick<Site, "env">, ...args: string[]): string {
  return execFileSync("npm", ["run", "lti", "--", ...args], {
    ...{ encoding: "utf8", env: { ...process.env, ...env } },
  });
}

/** Has the platform register the site, as README says; gives the site's client id there. */
export async function registerByInvitation(page: Page, platform: Platform, site: Site) {
  const address = lti(site, "invite", site.url).trim().split("\n").at(-1) ?? "";
  await page.goto(platform.registrationPageOf(address));
  await expect(page.locator("body[data-closed=yes]")).toBeAttached();
  const [clientId = "", ...others] = platform.clientIds();
  expect(others).toEqual([]);
  expect(lti(site, "list")).toContain(`client ${clientId}`);
  return clientId;
}

/** Somebody else's browser. */
export async function otherPage(browser: Browser): Promise<Page> {
  return (await browser.newContext()).newPage();
}

/** As a browser that keeps nothing for a site in another site's frame. */
export async function blockCookies(page: Page) {
  await page.route(/\/api\//, async (route) => {
    await page.context().clearCookies();
    await route.continue();
  });
}

/**
 * A browser whose own settings let a site keep neither cookies nor anything else. Chromium's
 * headless shell has no such settings: there the cookies go before each request.
 */
export async function openWithoutCookies(site: string) {
  const folder = mkdtempSync(path.join(tmpdir(), "next-pass-browser-"));
  const cookies = { [`${new URL(site).origin},*`]: { setting: 2 } };
  const settings = { profile: { content_settings: { exceptions: { cookies } } } };
  mkdirSync(path.join(folder, "Default"));
  writeFileSync(path.join(folder, "Default", "Preferences"), JSON.stringify(settings));
  const executablePath = findChromium()?.file;
  const context = await chromium.launchPersistentContext(folder, {
    ...(executablePath && { executablePath }),
    args: quiet,
  });
  const [page = await context.newPage()] = context.pages();
  const blocks = !/headless.shell/.test(executablePath ?? "");
  if (!blocks) await blockCookies(page);
  return {
    page,
    /** That the site was kept from keeping anything. */
    async expectNothingKept() {
      expect(await context.cookies()).toEqual([]);
      if (!blocks) return;
      const storage = page
        .frameLocator("iframe[name=tool]")
        .locator("html")
        .evaluate(() => sessionStorage.length);
      await expect(storage).rejects.toThrow("Access is denied");
    },
    async close() {
      await context.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Presses the link of a course. */
export const press = (page: Page) =>
  page.getByRole("button", { name: "Open the tool" }).click();

/** Trains what the frame shows, and hands it in. */
export async function doIt(page: Page) {
  const tool = page.frameLocator("iframe[name=tool]");
  const lab = tool.locator("[data-lab][data-status]");
  await expect(lab).toHaveAttribute("data-assignment", "open");
  await tool.getByRole("button", { name: "Train", exact: true }).click();
  await expect(lab).toHaveAttribute("data-assignment", "met");
  await tool.getByRole("button", { name: "Hand in to Machine learning 1" }).click();
  await expect(tool.getByText("✓ Handed in to Machine learning 1")).toBeVisible();
}

/** The board of the class, in the window that the link opens. */
export async function openBoard(page: Page, at: string) {
  await page.goto(at);
  const opening = page.waitForEvent("popup");
  await press(page);
  const board = await opening;
  const rows = board.getByRole("group", { name: "Board" }).getByRole("row");
  return { board, row: (name: string) => rows.filter({ hasText: name }) };
}
