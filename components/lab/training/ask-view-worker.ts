// The door to the worker that works out what views draw. What it does not give, the page
// works out itself.
import { watchWorker } from "@/labs/engine/watchdog";
import type { Answer, Ask, Given, Work, WorkName } from "./view-works";

/** Seconds of silence after which the page goes on without the worker. */
const patience = { first: 60, later: 30 };

/** How long a worker that has nothing to do is kept, in milliseconds. */
const idle = 30_000;

type Helper = {
  /** Undefined where the worker ended before it answered. */
  ask<K extends WorkName>(what: Ask<K>): Promise<Answer<K> | undefined>;
  heard(): boolean;
};

/** `onEnd` hears once that it ended: by itself, or because it had nothing to do. */
function openHelper(onEnd: (died: boolean) => void): Helper {
  const worker = new Worker(new URL("./view-worker.ts", import.meta.url), {
    type: "module",
  });
  let heard = false;
  let resting: ReturnType<typeof setTimeout> | undefined;
  /** Those who wait for an answer, in the order in which they asked: null for none. */
  const waiting: ((answer: MessageEvent | null) => void)[] = [];
  const watchdog = watchWorker(worker, {
    patience,
    onDeath() {
      for (const take of waiting.splice(0)) take(null);
      onEnd(true);
    },
  });
  worker.addEventListener("message", (answer) => {
    heard = true;
    waiting.shift()?.(answer);
    if (waiting.length > 0) return;
    watchdog.rest();
    resting = setTimeout(() => {
      watchdog.end();
      onEnd(false);
    }, idle);
  });
  return {
    ask: (what) =>
      new Promise((resolve) => {
        clearTimeout(resting);
        waiting.push((answer) => resolve(answer?.data));
        watchdog.watch();
        worker.postMessage(what);
      }),
    heard: () => heard,
  };
}

let helper: Helper | null = null;
/** Whether a worker ended by itself: the next one would, too. */
let alone = false;

/** The worker, which is let go when it has nothing to do; null where there is none. */
function helperNow(): Helper | null {
  if (alone || typeof Worker === "undefined") return null;
  helper ??= openHelper((died) => {
    helper = null;
    alone = died;
  });
  return helper;
}

/** Whether an answer can be waited for: a worker may first have to be loaded over a slow line. */
export const isWorkerHeard = () => helper?.heard() ?? false;

/** Whether there is a worker by now. */
export const isWorkerOpen = () => helper !== null;

/** Asks the worker; undefined where there is none. Never rejects. */
export const askViewWorker = <K extends WorkName>(
  kind: K,
  of: Given<K>,
): Promise<Answer<K> | undefined> =>
  helperNow()?.ask({ kind, of }) ?? Promise.resolve(undefined);

/** Has something worked out in the worker; where there is none, by `work` in the page. */
export async function workOut<K extends WorkName>(
  kind: K,
  of: Given<K>,
  work: Work<K>,
): Promise<Answer<K>> {
  const answer = await askViewWorker(kind, of);
  return answer === undefined ? work(of) : answer;
}
