// Trains a task report by report.

import type { Task } from "../run/plan";
import type { Pass } from "../training/training";
import { divergence, fullSpeed, type Pace, type Progress } from "./engine";
import { createPacing } from "./pacing";
import { createTrainer, type Site } from "./trainer";

/** A report at least this often, in milliseconds, unless one call takes longer. */
const reportEvery = 50;

function diverged({ plan }: Task, number: number): Error {
  const error = new Error(
    `The run diverged in pass ${number}: its numbers grew beyond all bounds. ` +
      `Try a learning rate below ${plan.rate}, or another loss.`,
  );
  error.name = divergence;
  return error;
}

/** `Engine.train` on `site`, whose device it replaces where that breaks. */
export async function* trainTask(
  task: Task,
  site: Site,
  signal: AbortSignal,
  pace: Pace = fullSpeed,
): AsyncGenerator<Progress> {
  const trainer = createTrainer(task, site, signal);
  const pacing = createPacing();
  let done = 0;
  let broken = false;
  try {
    while (done < task.passes && !broken) {
      const most = await pace();
      if (signal.aborted) return;
      const until = performance.now() + reportEvery;
      const passes: Pass[] = [];
      do {
        const count = Math.min(pacing.next(), task.passes - done, most - passes.length);
        const begun = performance.now();
        const trained = await trainer.train(done + 1, count);
        if (signal.aborted) return;
        pacing.took(performance.now() - begun, count);
        passes.push(...trained);
        done += trained.length;
        broken = trained.length < count;
      } while (
        !broken &&
        done < task.passes &&
        passes.length < most &&
        performance.now() < until
      );
      if (passes.length > 0) {
        yield { passes, weights: trainer.weights(), device: trainer.device() };
      }
    }
    if (broken) throw diverged(task, done + 1);
  } finally {
    trainer.leave();
  }
}
