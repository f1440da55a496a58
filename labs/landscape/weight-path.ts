// The way of the weights, pass by pass: what a training reports at full speed has gaps.

import type { Task } from "../run/plan";
import type { BeginTraining } from "../training/training";

/** The weights after a pass. */
export type Moment = { pass: number; weights: Float32Array };

/**
 * Multiplications that are worth a replay, of which one pass; the moments it keeps, and
 * the numbers that it may keep for them.
 */
const most = { work: 100_000_000, pass: 1_000_000, moments: 250, kept: 4_000_000 };

/**
 * Whether the first `passes` passes can be replayed in about a second, each in no time.
 */
export function isReplayable(size: number, train: number, passes: number): boolean {
  return train * size <= most.pass && passes * train * size <= most.work;
}

/**
 * Trains the first `passes` passes of a task anew, on this processor: pass 0 comes first.
 */
export function replayed(
  { plan, examples, state: start }: Task,
  passes: number,
  begin: BeginTraining,
): readonly Moment[] {
  const state = start.slice();
  const training = begin(plan, examples);
  const curve = new Float32Array(2);
  const { size } = plan.network;
  const every = Math.ceil(passes / most.moments);
  const moments: Moment[] = [{ pass: 0, weights: state.slice(0, size) }];
  for (let pass = 1; pass <= passes; pass += 1) {
    training.train(state, pass, 1, curve);
    if (pass % every === 0 || pass === passes) {
      moments.push({ pass, weights: state.slice(0, size) });
    }
  }
  return moments;
}

/** Finds the weights of a task after any of its passes. */
export type Replay = {
  /** After `pass`, trained on from the nearest place that was reached before. */
  weightsAt(pass: number): Float32Array;
};

/**
 * A replay of one task on this processor: bit for bit as `begin` trains it. It keeps the
 * way so far at even distances, so that only the first look at a late pass takes long.
 */
export function createReplay(task: Task, begin: BeginTraining): Replay {
  const { plan, examples, state: start, passes } = task;
  const training = begin(plan, examples);
  const curve = new Float32Array(2);
  const moments = Math.min(most.moments, Math.floor(most.kept / start.length));
  const every = Math.ceil(passes / Math.max(1, moments));
  const kept = [start];
  return {
    weightsAt(pass) {
      const nearest = Math.min(Math.floor(pass / every), kept.length - 1);
      const state = Float32Array.from(kept[nearest] ?? start);
      for (let next = nearest * every + 1; next <= pass; next += 1) {
        training.train(state, next, 1, curve);
        if (next === kept.length * every) kept.push(Float32Array.from(state));
      }
      return state.slice(0, plan.network.size);
    },
  };
}
