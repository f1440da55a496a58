"use client";
// Finds the weights of a pass that the reader travels to and that were not kept.
import { type Dispatch, useEffect } from "react";
import { createReplay, isReplayable, type Replay } from "@/labs/landscape/weight-path";
import type { Run } from "@/labs/run/run";
import type { BeginTraining } from "@/labs/training/training";
import type { LabEvent } from "./lab-reducer";
import type { LabState } from "./lab-state";
import type { Side } from "./side";
import { beginSliced } from "./sliced-work";
import { useKernel } from "./use-kernel";

/**
 * Whether a replay gives the weights that a side had after `pass`, and in short time: a
 * GPU rounds in ways of its own.
 */
function canReplay({ trainedBy, weights, sample, passes, trail }: Side, pass: number) {
  return (
    trainedBy?.kind === "cpu" &&
    pass < (passes.at(-1)?.pass ?? 0) &&
    !trail.some((moment) => moment.pass === pass) &&
    isReplayable(weights.length, sample.train, pass)
  );
}

/** The first side, from the shown one on, whose weights can be found; −1 for none. */
function wantedSide({ sides, shown, at }: LabState): number {
  if (at === null) return -1;
  const order = [...sides.keys()].sort((one, other) => {
    return Number(other === shown) - Number(one === shown);
  });
  return order.find((index) => canReplay(sides[index] ?? sides[0], at)) ?? -1;
}

/** Whether weights that the views are to show were not kept, and are being found. */
export const isFinding = (state: LabState): boolean => wantedSide(state) >= 0;

const replays = new WeakMap<Run, Replay>();

function replayOf(run: Run, begin: BeginTraining): Replay {
  const replay = replays.get(run) ?? createReplay(run, begin);
  replays.set(run, replay);
  return replay;
}

/** Replays what the views are to show, side by side of the lab. */
export function useReplay(state: LabState, tell: Dispatch<LabEvent>) {
  const { at } = state;
  const side = wantedSide(state);
  const run = state.sides[side]?.run;
  const begin = useKernel(side >= 0);
  useEffect(() => {
    if (at === null || !run || !begin) return;
    return beginSliced(replayOf(run, begin).weightsAt(at), (weights) =>
      tell({ kind: "replayed", side, run, moment: { pass: at, weights } }),
    );
  }, [at, side, run, begin, tell]);
}
