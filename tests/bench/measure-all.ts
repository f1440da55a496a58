import { devices, inChromium, inPage } from "./chromium";
import type { Budget } from "./in-browser/measure";
import { type PeerName, peers } from "./in-browser/peers";
import type { Asked } from "./in-browser/problem";
import { type Spread, spreadOf } from "./statistics";

export type Task = Asked & { peer: PeerName };

/** Milliseconds per pass and what else was seen; or why the peer could not run. */
export type Result = Task &
  (
    | (Spread & {
        samples: number;
        /** Milliseconds from before the start until after the first pass. */
        firstPass: number;
        /** The train loss before the first pass and after the last one. */
        losses: { start: number; end: number };
      })
    | { failure: string }
  );

/**
 * One task after the other, each in a fresh page of its device's Chromium. The results
 * stand in the order of the tasks. Throws where a peer does not learn.
 */
export async function measureAll(
  url: string,
  tasks: readonly Task[],
  budget: Budget,
): Promise<Result[]> {
  const results = new Map<Task, Result>();
  for (const device of devices) {
    const own = tasks.filter(({ peer }) => peers[peer].device === device);
    await inChromium(device, async (browser) => {
      for (const task of own) {
        const seen = await inPage(browser, url, (page) =>
          page.evaluate(([task, budget]) => nextPassBench.measurePeer(task, budget), [
            task,
            budget,
          ] as const),
        );
        if (typeof seen === "string") results.set(task, { ...task, failure: seen });
        else {
          const { samples, ...rest } = seen;
          const { length } = samples;
          results.set(task, { ...task, ...spreadOf(samples), samples: length, ...rest });
        }
      }
    });
  }
  return tasks.flatMap((task) => results.get(task) ?? []);
}
