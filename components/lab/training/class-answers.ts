"use client";
// A network's answers to every example held out, computed once for all views.
import { useDeferredValue, useMemo } from "react";
import { datasets } from "@/labs/data/datasets";
import { type HeldSet, heldRows, heldSet, outputsOf, widthOf } from "@/labs/data/sample";
import { type Certainty, certaintyOf, readScores } from "@/labs/network/certainty";
import { networkOf } from "@/labs/run/plan";
import { answersTo, noClass } from "@/labs/training/score";
import { classOf } from "../plane/class-look";
import type { Side } from "./side";

/** A network’s answers to the examples of its `heldSet`, whose targets are classes. */
export type ClassAnswers = {
  set: HeldSet;
  /** The sort of thing that an example is. */
  on: "plane" | "picture" | "series" | "sound" | "text";
  /** The names of the classes, in the order of their numbers. */
  names: readonly string[];
  /**
   * The number of the class of each held example, and of the one that was named: `noClass`
   * where the network puts out no number.
   */
  truths: Int32Array;
  named: Int32Array;
  /** The share of them named right: 0 to 1. */
  accuracy: number;
  /** The features of a held example. */
  featuresAt(example: number): Float32Array;
  certainty: Certainty;
  /** How sure the network is of each class for a held example; see `certainty`. */
  sureAt(example: number): Float64Array;
};

/** The answers of a side's network to the held examples; see `answersTo`. */
type Told = ReturnType<typeof answersTo>;

const toldNow = ({ run, sample, weights }: Side): Told =>
  answersTo(heldRows(sample), networkOf(run), weights);

function answersOf({ run, sample }: Side, told: Told): ClassAnswers {
  const { train } = sample;
  const { scores, classes, targets, accuracy } = told;
  const [width, outputs] = [widthOf(run), outputsOf(run)];
  const certainty = certaintyOf(run.loss);
  const numbered = (target: number) => classOf(target, outputs > 1);
  return {
    set: heldSet(run),
    on: datasets[run.data].on,
    names: datasets[run.data].classes(run),
    truths: Int32Array.from(targets, numbered),
    named: classes.map((one) => (one === noClass ? noClass : numbered(one))),
    accuracy,
    featuresAt: (example) => {
      const at = (train + example) * width;
      return sample.features.subarray(at, at + width);
    },
    certainty,
    sureAt: (example) => {
      const at = example * outputs;
      return readScores(certainty, scores.subarray(at, at + outputs));
    },
  };
}

const known = new WeakMap<Side, ClassAnswers>();

/** The answers of a side whose targets are classes. */
export function classAnswersOf(side: Side): ClassAnswers {
  return known.get(side) ?? keepAnswers(side, toldNow(side));
}

/** Whether `classAnswersOf` has nothing to work out. */
export const isAnswered = (side: Side) => known.has(side);

/** Makes what was found elsewhere the answers of a side. */
export function keepAnswers(side: Side, told: Told): ClassAnswers {
  const answers = answersOf(side, told);
  known.set(side, answers);
  return answers;
}

/** The same for a view: they may lag behind what a reader does. */
export function useClassAnswers(side: Side): ClassAnswers {
  const seen = useDeferredValue(side);
  return useMemo(() => classAnswersOf(seen), [seen]);
}
