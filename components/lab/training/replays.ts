// Trains runs anew for the weights on their way that were not kept.
import {
  createReplay,
  type Moment,
  type Replay,
  replayed,
} from "@/labs/landscape/weight-path";
import type { Task } from "@/labs/run/plan";

/** The lab's own arithmetic; null where it cannot be loaded. */
const loadKernel = () =>
  import("@/labs/kernel/kernel").then(
    ({ compileTraining }) => compileTraining,
    () => null,
  );

/** The way of a task's weights over its first `passes` passes. */
export type MomentsAsk = { task: Task; passes: number };

/** See `replayed`; none where the lab's arithmetic cannot be loaded. */
export async function momentsOf({
  task,
  passes,
}: MomentsAsk): Promise<readonly Moment[]> {
  const begin = await loadKernel();
  return begin ? replayed(task, passes, begin) : [];
}

/** The weights of a task after `pass`. `key` is the same for each ask of one task. */
export type WeightsAsk = { key: number; task: Task; pass: number };

/** The replay that was asked last: another look at the same run is quick. */
let known: { key: number; replay: Replay } | null = null;

/** Null where the lab's arithmetic cannot be loaded. */
export async function weightsAt({ key, task, pass }: WeightsAsk) {
  if (known?.key !== key) {
    const begin = await loadKernel();
    known = begin && { key, replay: createReplay(task, begin) };
  }
  return known?.replay.weightsAt(pass) ?? null;
}
