// Has a worker work out what the views are about to draw of a side. Whatever it does not
// give, the page works out itself.
import { kindOf } from "@/labs/data/datasets";
import { heldRows } from "@/labs/data/sample";
import { watchWorker } from "@/labs/engine/watchdog";
import { keepMaps } from "../plane/known-maps";
import { isAnswered, keepAnswers } from "./class-answers";
import type { Answer, Ask } from "./prepare-worker";
import type { Side } from "./side";

/** Seconds of silence after which the page draws without the worker. */
const patience = { first: 60, later: 8 };

/** How long a worker that has nothing to do is kept, in milliseconds. */
const idle = 30_000;

type Helper = { ask(what: Ask): Promise<Answer | null>; heard(): boolean; end(): void };

function openHelper(onDeath: () => void): Helper {
  const worker = new Worker(new URL("./prepare-worker.ts", import.meta.url), {
    type: "module",
  });
  let heard = false;
  /** Those who wait for an answer, in the order in which they asked. */
  const waiting: ((answer: Answer | null) => void)[] = [];
  const release = () => {
    for (const answer of waiting.splice(0)) answer(null);
  };
  const watchdog = watchWorker(worker, {
    patience,
    onDeath() {
      release();
      onDeath();
    },
  });
  worker.addEventListener("message", ({ data }: MessageEvent<Answer>) => {
    heard = true;
    waiting.shift()?.(data);
    if (waiting.length === 0) watchdog.rest();
  });
  return {
    ask: (what) =>
      new Promise((resolve) => {
        waiting.push(resolve);
        watchdog.watch();
        worker.postMessage(what);
      }),
    heard: () => heard,
    end() {
      watchdog.end();
      release();
    },
  };
}

let helper: Helper | null = null;
/** Whether a worker ended by itself: the next one would, too. */
let alone = false;
let resting: ReturnType<typeof setTimeout> | undefined;

/** How many drawings the page makes by itself: most trainings are over by then. */
const byItself = 4;

let drawings = 0;

/** The worker, which is let go when it has nothing to do; null where there is none. */
function helperNow(): Helper | null {
  drawings += 1;
  if (drawings <= byItself || alone || typeof Worker === "undefined") return null;
  helper ??= openHelper(() => {
    helper = null;
    alone = true;
  });
  clearTimeout(resting);
  resting = setTimeout(() => {
    helper?.end();
    helper = null;
    drawings = 0;
  }, idle);
  return helper;
}

/** The held examples of a side whose targets are classes. */
function askedOf({ run, sample }: Side): Ask["asked"] {
  if (kindOf(run) === "number") return null;
  const { features, targets } = heldRows(sample);
  return { features: features.slice(), targets: targets.slice() };
}

/** What was prepared for: a side's weights are prepared once. */
const prepared = new WeakSet<Side>();

/**
 * Has the maps of a side and its answers to the held examples worked out before they are
 * drawn: `mapsOf` and `classAnswersOf` then have them. Never waits for a worker that was
 * not heard yet: it may have to be loaded over a slow line.
 */
export async function prepareSide(side: Side): Promise<void> {
  const { run, weights, sample } = side;
  if (prepared.has(side)) return;
  prepared.add(side);
  const asked = isAnswered(side) ? null : askedOf(side);
  const help = sample.points || asked ? helperNow() : null;
  if (!help) return;
  const answered = help.ask({ run, weights, maps: sample.points !== null, asked });
  const kept = answered.then((answer) => {
    if (answer?.maps) keepMaps(run, weights, answer.maps);
    if (answer?.answers) keepAnswers(side, answer.answers);
  });
  if (help.heard()) await kept;
}
