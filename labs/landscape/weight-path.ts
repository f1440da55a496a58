// The way of the weights, pass by pass: what a training reports at full speed has gaps.

import { planOf } from "../run/plan";
import type { Run } from "../run/run";
import { createTraining } from "../training/training";
import type { Sliced } from "./loss-surface";

/** The weights after a pass. */
export type Moment = { pass: number; weights: Float32Array };

/**
 * Multiplications that are worth a replay, of which one pass; and the moments it keeps.
 */
const most = { work: 100_000_000, pass: 1_000_000, moments: 250 };

/**
 * Whether the first `passes` passes can be replayed in about a second, each in no time.
 */
export function isReplayable(size: number, train: number, passes: number): boolean {
  return train * size <= most.pass && passes * train * size <= most.work;
}

/**
 * Trains the first `passes` passes of a run anew, on this processor: pass 0 comes first.
 */
export function* replayed(run: Run, passes: number): Sliced<readonly Moment[]> {
  const { plan, examples, state } = planOf(run);
  const training = createTraining(plan, examples);
  const curve = new Float32Array(2);
  const { size } = plan.network;
  const every = Math.ceil(passes / most.moments);
  const moments: Moment[] = [{ pass: 0, weights: state.slice(0, size) }];
  for (let pass = 1; pass <= passes; pass += 1) {
    training.train(state, pass, 1, curve);
    if (pass % every === 0 || pass === passes) {
      moments.push({ pass, weights: state.slice(0, size) });
    }
    yield;
  }
  return moments;
}
