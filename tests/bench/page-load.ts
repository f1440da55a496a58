// Pages as a slow phone opens them for the first time, and a first click on Train there.
import type { CDPSession, Page } from "@playwright/test";
import { inChromium } from "./chromium";
import { spreadOf } from "./statistics";

/** What Lighthouse and the browser's own tools call slow 4G; the latency is a request's. */
const slow4G = {
  offline: false,
  latency: 562.5,
  downloadThroughput: (0.9 * 1.6 * 1024 * 1024) / 8,
  uploadThroughput: (0.9 * 750 * 1024) / 8,
};
const slowCpu = { rate: 4 };
const phone = { width: 412, height: 823 };

export type PageLoad = {
  path: string;
  /** Milliseconds until the largest thing on the screen was painted. */
  largestPaint: number;
  /** Cumulative layout shift while it loads and is then scrolled to its end. */
  shift: number;
  /** Milliseconds until its Train button answers, and from a click to the first pass. */
  usable: number | null;
  firstPass: number | null;
  /** Bytes over the wire until the page is at rest, before it is scrolled. */
  scripts: number;
  styles: number;
  fonts: number;
};

/** Adds up what comes over the wire, by type. */
function countBytes(session: CDPSession) {
  const types = new Map<string, string>();
  const bytes = new Map<string, number>();
  session.on("Network.responseReceived", ({ requestId, type }) => {
    types.set(requestId, type);
  });
  session.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
    const type = types.get(requestId) ?? "";
    bytes.set(type, (bytes.get(type) ?? 0) + encodedDataLength);
  });
  return (type: string) => bytes.get(type) ?? 0;
}

/** When React answers the page's first Train button, as the page's clock tells. */
async function usableAt(page: Page): Promise<number | null> {
  const seen = await page.waitForFunction(
    () => {
      const buttons = [...document.querySelectorAll("main button")];
      const train = buttons.find(({ textContent }) => /^Train/.test(textContent));
      // React marks an element when it begins to listen to it.
      const heard =
        train && Object.keys(train).some((key) => key.startsWith("__reactProps"));
      return heard && !train.matches(":disabled") && performance.now();
    },
    undefined,
    { polling: 20, timeout: 60_000 },
  );
  return Number(await seen.jsonValue());
}

/** Clicks Train; milliseconds until the page shows the first pass. */
const clickTrain = (page: Page) =>
  page.evaluate(async () => {
    const button = [...document.querySelectorAll<HTMLElement>("main button")].find(
      ({ textContent }) => /^Train/.test(textContent),
    );
    if (!button) throw new Error("There is no Train button.");
    const clicked = performance.now();
    const passed = new Promise<void>((resolve) => {
      new MutationObserver(() => {
        const labs = [...document.querySelectorAll<HTMLElement>("[data-pass]")];
        if (labs.some(({ dataset }) => Number(dataset.pass) > 0)) resolve();
      }).observe(document.body, { attributes: true, subtree: true });
    });
    button.click();
    await passed;
    await new Promise((drawn) => requestAnimationFrame(drawn));
    return performance.now() - clicked;
  });

/** What the page's own observers saw of one type so far. */
const seenBy = (page: Page, type: "largest-contentful-paint" | "layout-shift") =>
  page.evaluate(async (type) => {
    const entries = await new Promise<PerformanceEntry[]>((resolve) => {
      setTimeout(() => resolve([]), 500);
      new PerformanceObserver((list) => {
        resolve(list.getEntries());
      }).observe({ type, buffered: true });
    });
    return entries.map((entry) => ({
      at: entry.startTime,
      shift:
        "value" in entry && "hadRecentInput" in entry && !entry.hadRecentInput
          ? Number(entry.value)
          : 0,
    }));
  }, type);

const largestPaint = async (page: Page) =>
  (await seenBy(page, "largest-contentful-paint")).at(-1)?.at ?? 0;

/** Shifts within a second of each other add up, for at most five: the worst such sum. */
async function worstShift(page: Page): Promise<number> {
  let [worst, sum, first, last] = [0, 0, 0, 0];
  for (const { at, shift } of await seenBy(page, "layout-shift")) {
    if (at - last > 1000 || at - first > 5000) [sum, first] = [0, at];
    last = at;
    sum += shift;
    worst = Math.max(worst, sum);
  }
  return worst;
}

async function scrollThrough(page: Page) {
  await page.evaluate(async () => {
    const { scrollHeight } = document.documentElement;
    for (let top = 0; top < scrollHeight; top += 600) {
      window.scrollTo({ top, behavior: "instant" });
      await new Promise((go) => setTimeout(go, 80));
    }
  });
  await page.waitForTimeout(1000);
}

/** Opens a page as if for the first time, and does the work in it. */
async function onSlowPhone<T>(
  site: string,
  path: string,
  work: (page: Page, bytesOf: (type: string) => number) => Promise<T>,
): Promise<T> {
  return inChromium("cpu", async (browser) => {
    const context = await browser.newContext({ viewport: phone, isMobile: true });
    const page = await context.newPage();
    const session = await context.newCDPSession(page);
    await session.send("Network.enable");
    await session.send("Network.emulateNetworkConditions", slow4G);
    await session.send("Emulation.setCPUThrottlingRate", slowCpu);
    const bytesOf = countBytes(session);
    await page.goto(new URL(path, site).href, { waitUntil: "commit" });
    return work(page, bytesOf);
  });
}

async function visit(site: string, path: string): Promise<PageLoad> {
  const trains = path === "/" || path.startsWith("/labs/");
  const load = await onSlowPhone(site, path, async (page, bytesOf) => {
    const usable = trains ? await usableAt(page).catch(() => null) : null;
    await page.waitForLoadState("networkidle");
    // Fonts come after everything else.
    await page.waitForTimeout(2000);
    await page.evaluate(() => document.fonts.ready.then(() => true));
    const loaded = {
      path,
      usable,
      largestPaint: await largestPaint(page),
      scripts: bytesOf("Script"),
      styles: bytesOf("Stylesheet"),
      fonts: bytesOf("Font"),
    };
    await scrollThrough(page);
    return { ...loaded, shift: await worstShift(page) };
  });
  if (load.usable === null) return { ...load, firstPass: null };
  const firstPass = await onSlowPhone(site, path, async (page) => {
    await usableAt(page);
    await page.waitForLoadState("networkidle");
    return clickTrain(page);
  });
  return { ...load, firstPass };
}

const median = (values: readonly (number | null)[]) => {
  const known = values.filter((value) => value !== null);
  return known.length === 0 ? null : spreadOf(known).median;
};

/** Opens a page so many times, each as if for the first; medians, and the worst shift. */
export async function pageLoad(
  site: string,
  path: string,
  times: number,
): Promise<PageLoad> {
  const loads: PageLoad[] = [];
  for (let time = 0; time < times; time++) {
    loads.push(await visit(site, path));
  }
  const middle = (of: (load: PageLoad) => number | null) => median(loads.map(of));
  return {
    path,
    largestPaint: middle(({ largestPaint }) => largestPaint) ?? 0,
    shift: Math.max(...loads.map(({ shift }) => shift)),
    usable: middle(({ usable }) => usable),
    firstPass: middle(({ firstPass }) => firstPass),
    scripts: middle(({ scripts }) => scripts) ?? 0,
    styles: middle(({ styles }) => styles) ?? 0,
    fonts: middle(({ fonts }) => fonts) ?? 0,
  };
}
