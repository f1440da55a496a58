import { type Browser, chromium, type Page } from "@playwright/test";
import { quiet, softwareGpu } from "../chromium-flags";
import { findChromium } from "../find-chromium";

/** "cpu": a plain Chromium; "webgpu": one whose WebGPU is Chromium's own software. */
export type Device = "cpu" | "webgpu";
export const devices: readonly Device[] = ["cpu", "webgpu"];

/** Does the work in a new Chromium, which is closed whatever comes of it. */
export async function inChromium<T>(
  device: Device,
  work: (browser: Browser) => Promise<T>,
): Promise<T> {
  const executablePath = findChromium()?.file;
  const browser = await chromium.launch({
    ...(executablePath && { executablePath }),
    args: device === "webgpu" ? [...quiet, ...softwareGpu] : quiet,
  });
  try {
    return await work(browser);
  } finally {
    await browser.close();
  }
}

/** Does the work in a fresh page, so that no library is warmed up by the one before. */
export async function inPage<T>(
  browser: Browser,
  url: string,
  work: (page: Page) => Promise<T>,
): Promise<T> {
  const page = await browser.newPage();
  await page.goto(url);
  const result = await work(page);
  await page.close();
  return result;
}
