// Has the worker work out what the network's views are about to draw of a side.
import { datasets, kindOf } from "@/labs/data/datasets";
import { heldRows } from "@/labs/data/sample";
import { keepMaps } from "../plane/known-maps";
import { askViewWorker, isWorkerHeard, isWorkerOpen } from "./ask-view-worker";
import { isAnswered, keepAnswers } from "./class-answers";
import type { PreparedAsk } from "./prepared";
import type { Side } from "./side";

/** How many drawings the page makes by itself: most trainings are over by then. */
const byItself = 4;

let drawings = 0;

/** Whether the page draws without a worker: it opens none for a few drawings. */
function drawsAlone(): boolean {
  if (isWorkerOpen()) return false;
  drawings = drawings < byItself ? drawings + 1 : 0;
  return drawings > 0;
}

/** The held examples of a side whose targets are classes. */
function askedOf({ run, sample }: Side): PreparedAsk["asked"] {
  // A network that writes needs no answers to the held examples.
  if (kindOf(run) === "number" || datasets[run.data].on === "text") return null;
  const { features, targets } = heldRows(sample);
  return { features: features.slice(), targets: targets.slice() };
}

/** The sides that were prepared: the weights of each once. */
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
  if ((!sample.points && !asked) || drawsAlone()) return;
  const heard = isWorkerHeard();
  const answered = askViewWorker("prepared", {
    run,
    weights,
    maps: sample.points !== null,
    asked,
  });
  const kept = answered.then((answer) => {
    if (answer?.maps) keepMaps(run, weights, answer.maps);
    if (answer?.answers) keepAnswers(side, answer.answers);
  });
  if (heard) await kept;
}
