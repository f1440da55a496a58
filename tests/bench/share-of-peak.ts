// How much of this processor's arithmetic the CPU kernel makes use of.
import { inChromium, inPage } from "./chromium";
import { flopsPerPass } from "./flops";
import type { Budget } from "./in-browser/measure";
import { subjects, widthsOf } from "./in-browser/problem";
import { spreadOf } from "./statistics";

export type Share = {
  network: string;
  /** Multiplications and additions of one pass, and how many of them a second sees. */
  flops: number;
  reached: number;
  /** The most that the same page reached with scalar doubles, right before. */
  peak: number;
};

/** Measures the peak and our CPU kernel in one page, network by network. */
export function sharesOfPeak(url: string, budget: Budget): Promise<Share[]> {
  return inChromium("cpu", async (browser) => {
    const shares: Share[] = [];
    for (const asked of subjects) {
      const { peak, seen } = await inPage(browser, url, async (page) => ({
        peak: await page.evaluate(() => nextPassBench.peakFlops()),
        seen: await page.evaluate(
          ([task, budget]) => nextPassBench.measurePeer(task, budget),
          [{ ...asked, peer: "Next Pass, CPU" }, budget] as const,
        ),
      }));
      if (typeof seen === "string") throw new Error(seen);
      const { network, train, test } = asked;
      const flops = flopsPerPass(widthsOf(network), train, test);
      const reached = (1000 * flops) / spreadOf(seen.samples).median;
      shares.push({ network, flops, reached, peak });
    }
    return shares;
  });
}
