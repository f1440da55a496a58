"use client";
// Finds the weights of a pass that the reader travels to and that were not kept.
import { type Dispatch, useEffect, useMemo } from "react";
import { isReplayable } from "@/labs/landscape/weight-path";
import { planOf } from "@/labs/run/plan";
import type { Run } from "@/labs/run/run";
import { workOut } from "./ask-view-worker";
import type { LabEvent } from "./lab-reducer";
import type { LabState } from "./lab-state";
import { weightsAt } from "./replays";
import type { Side } from "./side";
import { useWorked } from "./use-worked";

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

/** A side to find the weights of, after pass `at` of its run. */
type Sought = { side: number; run: Run; at: number };

const keys = new WeakMap<Run, number>();
let lastKey = 0;

/** A number for each run, by which the worker knows it again. */
function keyOf(run: Run): number {
  const key = keys.get(run) ?? ++lastKey;
  keys.set(run, key);
  return key;
}

function workOutWeights({ run, at }: Sought) {
  const { sample: _, ...task } = planOf(run);
  return workOut("weights", { key: keyOf(run), task, pass: at }, weightsAt);
}

/** Replays what the views are to show, side by side of the lab. */
export function useReplay(state: LabState, tell: Dispatch<LabEvent>) {
  const { at } = state;
  const side = wantedSide(state);
  const run = state.sides[side]?.run;
  const sought = useMemo(
    (): Sought | null => (at === null || !run ? null : { side, run, at }),
    [at, side, run],
  );
  const found = useWorked(sought, workOutWeights);
  useEffect(() => {
    if (!found?.value) return;
    const { side, run, at } = found.of;
    tell({ kind: "replayed", side, run, moment: { pass: at, weights: found.value } });
  }, [found, tell]);
}
