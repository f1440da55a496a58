// A finished run's proof: what a learner hands in, and anyone can check.

import type { GoalDevice } from "../assignment/goal";
import type { Pass } from "../training/training";

export type Receipt = {
  /** 1: its seed is by the name as spelled and the whole link; 2: see `seedFor`. */
  version: 1 | 2;
  /** Which arithmetic trained it: see `kernelVersion`. */
  kernel: number;
  /** The assignment, as `linkOf` writes it. */
  link: string;
  /** The learner's changes, as a query against where they started. */
  run: string;
  /** As `learnerName` gives it. */
  name: string;
  /** The id of the learner in the class that it was made for, where there is one. */
  learner?: string | undefined;
  seed: number;
  /** The device that trained it, by kind and by its own name. */
  device: { kind: GoalDevice; name: string };
  /** When it was made: milliseconds since 1970. */
  at: number;
  /** The latest answers to the questions asked; each a text that the content reads. */
  answers: readonly GivenAnswer[];
  /** After the last pass: see `Network`. */
  weights: Float32Array;
  /** The losses at some passes, from 0 to the last. */
  curve: readonly Pass[];
};

export type GivenAnswer = { question: string; answer: string };

/**
 * The arithmetic that labs train with, another number where passes give other bits. 1: the
 * loops of `training/`, in double precision; 2: the programs of `kernel/`, in single.
 */
export const kernelVersion = 2;

/** The longest packed receipt that is read at all, in characters. */
export const longestPacked = 400_000;

/** The most passes that a receipt tells the losses of. */
export const longestCurve = 48;

/** The passes that a receipt of a run tells: the first, the last, some between. */
export function curvePasses(passes: number): readonly number[] {
  const steps = Math.min(passes, longestCurve - 1);
  return Array.from({ length: steps + 1 }, (_, step) =>
    steps === 0 ? 0 : Math.round((step * passes) / steps),
  );
}
