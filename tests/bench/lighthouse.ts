// The four scores that Lighthouse gives a page on a phone.
import { createServer } from "node:net";
import { chromium } from "@playwright/test";
import lighthouse from "lighthouse";
import { quiet } from "../chromium-flags";
import { findChromium } from "../find-chromium";

/** Each of 0 to 100. */
export type Scores = {
  path: string;
  performance: number;
  accessibility: number;
  "best-practices": number;
  seo: number;
};

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((go) => server.listen(0, "127.0.0.1", go));
  const address = server.address();
  await new Promise<unknown>((go) => server.close(go));
  if (!address || typeof address === "string") throw new Error("No port was given.");
  return address.port;
}

async function score(site: string, path: string): Promise<Scores> {
  const executablePath = findChromium()?.file;
  const port = await freePort();
  const browser = await chromium.launch({
    ...(executablePath && { executablePath }),
    args: [...quiet, `--remote-debugging-port=${port}`],
  });
  try {
    const result = await lighthouse(new URL(path, site).href, {
      port,
      logLevel: "error",
      output: "json",
    });
    const categories = result?.lhr.categories;
    const of = (name: string) => Math.round(100 * (categories?.[name]?.score ?? 0));
    for (const audit of Object.values(result?.lhr.audits ?? {})) {
      const lacks = audit.score !== null && audit.score < 0.9;
      if (lacks && audit.scoreDisplayMode === "binary") {
        console.log(`${path}: ${audit.id}: ${audit.title}`);
      }
    }
    return {
      path,
      performance: of("performance"),
      accessibility: of("accessibility"),
      "best-practices": of("best-practices"),
      seo: of("seo"),
    };
  } finally {
    await browser.close();
  }
}

/** The page's scores in the visit, of so many, that is in the middle by performance. */
export async function lighthouseScores(
  site: string,
  path: string,
  times: number,
): Promise<Scores> {
  const all: Scores[] = [];
  for (let time = 0; time < times; time++) all.push(await score(site, path));
  const sorted = all.toSorted((one, other) => one.performance - other.performance);
  const middle = sorted[Math.floor((times - 1) / 2)];
  if (!middle) throw new Error("No visit was asked for.");
  return middle;
}
