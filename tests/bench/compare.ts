import type { Browser, Page } from "@playwright/test";
import { type Device, devices, inChromium } from "./chromium";
import { flopsPerPass } from "./flops";
import { type PeerName, peers, reference } from "./in-browser/peers";
import { type Asked, widthsOf } from "./in-browser/problem";
import { type Spread, spreadOf } from "./statistics";

/** For how many milliseconds and in how many turns each training is watched. */
export type Budget = {
  warmUp: number;
  turn: number;
  turns: number;
  /** After so many milliseconds no more than `fewest` turns are waited for. */
  most: number;
  fewest: number;
};

/** Milliseconds per pass and what else was seen; or why the peer could not run. */
export type Result = Asked & { peer: PeerName } & (
    | (Spread & {
        /** How many times as long as the pass of its device's reference, turn by turn. */
        times: Spread | null;
        /** The part of the peak of f32 lanes that it reaches, on the processor. */
        share: Spread | null;
        turns: number;
        /** Milliseconds from before the start until after the first pass. */
        firstPass: number;
        /** The train loss before the first pass and after the last one. */
        losses: { start: number; end: number };
      })
    | { failure: string }
  );

const firstLine = (fault: unknown) =>
  (fault instanceof Error ? fault.message : String(fault)).split("\n")[0] ?? "";

/** A peer's training, and the page that it is in. */
type Trained = { peer: PeerName; page: Page; firstPass: number; samples: number[] };

/**
 * The peers of one device on one problem, in turns: those of the processor in one page,
 * those of a GPU in a page each, as two of them share TensorFlow.js's one backend.
 */
async function onDevice(
  browser: Browser,
  url: string,
  asked: Asked,
  names: readonly PeerName[],
  device: Device,
  budget: Budget,
): Promise<Result[]> {
  const failures = new Map<PeerName, string>();
  const pages = new Set<Page>();
  const newPage = async () => {
    const page = await browser.newPage();
    await page.goto(url);
    pages.add(page);
    return page;
  };
  const shared = device === "cpu" ? await newPage() : null;

  async function open(peer: PeerName): Promise<Trained | null> {
    try {
      const page = shared ?? (await newPage());
      const first = await page.evaluate(
        ([peer, asked]) => nextPassBench.open(peer, asked),
        [peer, asked] as const,
      );
      if (typeof first === "string") throw new Error(first);
      await page.evaluate(([peer, warmUp]) => nextPassBench.warmUp(peer, warmUp), [
        peer,
        budget.warmUp,
      ] as const);
      return { peer, page, firstPass: first, samples: [] };
    } catch (fault) {
      failures.set(peer, firstLine(fault));
      return null;
    }
  }

  const trained: Trained[] = [];
  for (const peer of names) {
    const opened = await open(peer);
    if (opened) trained.push(opened);
  }
  const begun = performance.now();
  const isOver = (turns: number) =>
    turns >= budget.turns ||
    (turns >= budget.fewest && performance.now() - begun > budget.most);
  const peaks: number[] = [];
  for (let turns = 0; !isOver(turns); turns += 1) {
    if (shared) peaks.push(await shared.evaluate(() => nextPassBench.peakFlops()));
    for (const { peer, page, samples } of trained) {
      const perPass = await page.evaluate(
        ([peer, turn]) => nextPassBench.turn(peer, turn),
        [peer, budget.turn] as const,
      );
      samples.push(perPass);
    }
  }

  const before = trained.find(({ peer }) => peer === reference[device])?.samples;
  const flops = flopsPerPass(widthsOf(asked.network), asked.train, asked.test);
  const results: Result[] = [];
  for (const { peer, page, firstPass, samples } of trained) {
    const losses = await page.evaluate((peer) => nextPassBench.end(peer), peer);
    if (losses.end < losses.start) {
      const times = before && spreadOf(samples.map((one, n) => one / before[n]!));
      const shares = peaks.map((peak, n) => (1000 * flops) / samples[n]! / peak);
      const share = shared ? spreadOf(shares) : null;
      results.push({
        ...{ ...asked, peer, ...spreadOf(samples), times: times ?? null, share },
        ...{ turns: samples.length, firstPass, losses },
      });
    } else {
      failures.set(peer, `nothing is learnt: ${losses.start} → ${losses.end}`);
    }
  }
  for (const page of pages) await page.close();
  for (const [peer, failure] of failures) results.push({ ...asked, peer, failure });
  return results;
}

/** Every problem on every peer, in the order of both; each device has its own Chromium. */
export async function compare(
  url: string,
  problems: readonly Asked[],
  names: (asked: Asked) => readonly PeerName[],
  budget: Budget,
): Promise<Result[]> {
  const results = new Map<Asked, Result[]>(problems.map((asked) => [asked, []]));
  for (const device of devices) {
    await inChromium(device, async (browser) => {
      for (const [asked, own] of results) {
        const here = names(asked).filter((peer) => peers[peer].device === device);
        own.push(...(await onDevice(browser, url, asked, here, device, budget)));
      }
    });
  }
  return [...results].flatMap(([asked, own]) =>
    names(asked).flatMap((peer) => own.filter((result) => result.peer === peer)),
  );
}
