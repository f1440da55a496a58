"use client";
// A network's answers to every test example, computed once for all views.
import { useDeferredValue, useMemo } from "react";
import { datasets } from "@/labs/data/datasets";
import { outputsOf, widthOf } from "@/labs/data/sample";
import { type Certainty, certaintyOf, readScores } from "@/labs/network/certainty";
import { networkOf } from "@/labs/run/plan";
import { noClass, testAnswers } from "@/labs/training/score";
import { classOf } from "../plane/class-look";
import type { Side } from "./side";

/** A network’s answers to the test examples of its run, whose targets are classes. */
export type ClassAnswers = {
  /** The sort of thing that an example is. */
  on: "plane" | "picture" | "series" | "sound";
  /** The names of the classes, in the order of their numbers. */
  names: readonly string[];
  /**
   * The number of the class of each test example, and of the one that was named: `noClass`
   * where the network puts out no number.
   */
  truths: Int32Array;
  named: Int32Array;
  /** The share of the test examples named right: 0 to 1. */
  accuracy: number;
  /** The features of a test example. */
  featuresAt(example: number): Float32Array;
  certainty: Certainty;
  /** How sure the network is of each class for a test example; see `certainty`. */
  sureAt(example: number): Float64Array;
};

/** What the network of a side says to the test examples; see `testAnswers`. */
type Tested = ReturnType<typeof testAnswers>;

const testedNow = ({ run, sample, weights }: Side): Tested =>
  testAnswers({ network: networkOf(run), train: sample.train }, sample, weights);

function answersOf({ run, sample }: Side, tested: Tested): ClassAnswers {
  const { train } = sample;
  const { scores, classes, targets, accuracy } = tested;
  const [width, outputs] = [widthOf(run), outputsOf(run)];
  const certainty = certaintyOf(run.loss);
  const numbered = (target: number) => classOf(target, outputs > 1);
  return {
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
  return known.get(side) ?? keepAnswers(side, testedNow(side));
}

/** Whether `classAnswersOf` has nothing to work out. */
export const isAnswered = (side: Side) => known.has(side);

/** Makes what was found elsewhere the answers of a side. */
export function keepAnswers(side: Side, tested: Tested): ClassAnswers {
  const answers = answersOf(side, tested);
  known.set(side, answers);
  return answers;
}

/** The same for a view: they may lag behind what a reader does. */
export function useClassAnswers(side: Side): ClassAnswers {
  const seen = useDeferredValue(side);
  return useMemo(() => classAnswersOf(seen), [seen]);
}
