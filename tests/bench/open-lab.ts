// The lab as a reader has it open: chart and maps are drawn while it trains.
import { gzipSync } from "node:zlib";
import type { Page } from "@playwright/test";
import { type Device, inChromium, inPage } from "./chromium";

/** What the bench asks of the open lab. */
export type LabAsked = {
  /** In a word or two, for tables. */
  name: string;
  /** The lab's link, without its device. */
  link: string;
  device: Device;
  /** How many times as slow the page's own thread is made. */
  slower: number;
};

export type OpenLab = LabAsked & {
  /** Where the lab says that it trains. */
  trainedOn: string;
  passesPerSecond: number;
  /** The part of the time that the page's own thread was at work while training. */
  busy: number;
  /** Milliseconds from the click on Train to the first pass on the page. */
  firstPass: number;
  /** Milliseconds of the main thread's longest task while training; 0: none took 50. */
  longestTask: number;
  /** Of all scripts of the engine's workers, at gzip's best. */
  engineBytes: number;
};

/** Presses Train and reads the lab's progress off the page for five seconds. */
function train(page: Page) {
  return page.evaluate(async () => {
    const lab = document.querySelector<HTMLElement>("[data-lab][data-status]");
    const button = [...document.querySelectorAll("button")].find(
      ({ textContent }) => textContent === "Train",
    );
    if (!lab || !button) throw new Error("The lab is not there.");
    let longestTask = 0;
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) {
        longestTask = Math.max(longestTask, duration);
      }
    }).observe({ type: "longtask" });
    const reports: { time: number; pass: number }[] = [];
    const clicked = performance.now();
    const ended = new Promise<void>((resolve) => {
      new MutationObserver(() => {
        const pass = Number(lab.dataset.pass);
        const time = performance.now();
        if (reports.length === 0 && pass > 0) setTimeout(resolve, 5000);
        if (pass > (reports.at(-1)?.pass ?? 0)) reports.push({ time, pass });
        if (["done", "failed"].includes(lab.dataset.status ?? "")) resolve();
      }).observe(lab, { attributes: true });
    });
    button.click();
    await ended;
    const [first, last] = [reports[0], reports.at(-1)];
    if (!first || !last) throw new Error("The lab did not train.");
    return {
      trainedOn: lab.dataset.device ?? "",
      passesPerSecond: (1000 * (last.pass - first.pass)) / (last.time - first.time),
      firstPass: first.time - clicked,
      longestTask,
    };
  });
}

/** The addresses of all that the page's workers loaded, and of themselves. */
async function scriptsOfWorkers(page: Page): Promise<ReadonlySet<string>> {
  const lists = page.workers().map(async (worker) => {
    const loaded = await worker.evaluate(() =>
      performance.getEntriesByType("resource").map(({ name }) => name),
    );
    return [worker.url(), ...loaded];
  });
  const all = (await Promise.all(lists)).flat().map((address) => address.split("#")[0]!);
  return new Set(all.filter((address) => address.includes(".js")));
}

/** The lab in a fresh browser: nothing is cached. */
export function openLab(site: string, asked: LabAsked): Promise<OpenLab> {
  const url = `${site}labs/network?${asked.link}&passes=100000&device=${asked.device}`;
  return inChromium(asked.device, (browser) =>
    inPage(browser, url, async (page) => {
      await page.getByRole("button", { name: "Train", exact: true }).waitFor();
      await page.waitForLoadState("networkidle");
      const tools = await page.context().newCDPSession(page);
      await tools.send("Emulation.setCPUThrottlingRate", { rate: asked.slower });
      await tools.send("Performance.enable");
      const workOf = async () => {
        const { metrics } = await tools.send("Performance.getMetrics");
        const at = (name: string) => metrics.find((one) => one.name === name)?.value ?? 0;
        return { work: at("ThreadTime"), time: at("Timestamp") };
      };
      const before = await workOf();
      const seen = await train(page);
      const after = await workOf();
      const scripts = await scriptsOfWorkers(page);
      const sizes = [...scripts].map(async (script) => {
        const body = await (await page.request.get(script)).body();
        return gzipSync(body, { level: 9 }).length;
      });
      const engineBytes = (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
      const busy = (after.work - before.work) / (after.time - before.time);
      return { ...asked, ...seen, engineBytes, busy };
    }),
  );
}
