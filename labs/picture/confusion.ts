// Which classes a network takes for which others.
import { noClass } from "../training/score";

/** `counts[truth × size + named]` examples of class `truth` were named `named`. */
export type Confusion = {
  size: number;
  counts: Uint32Array;
  /** How many examples each class has: with those that were given no class at all. */
  all: Uint32Array;
};

/** One kind of mistake, or of right answer, and how often it was made. */
type ConfusedPair = { truth: number; named: number; count: number };

/** Counts answers; both lists number the classes from 0, and `named` may have `noClass`. */
export function confusionOf(
  truths: Int32Array,
  named: Int32Array,
  size: number,
): Confusion {
  const counts = new Uint32Array(size * size);
  const all = new Uint32Array(size);
  truths.forEach((truth, at) => {
    all[truth]! += 1;
    if (named[at] !== noClass) counts[truth * size + named[at]!]! += 1;
  });
  return { size, counts, all };
}

/** How many examples are of a class, and how many of those were named so. */
export function tallyOf({ size, counts, all }: Confusion, truth: number) {
  return { right: counts[truth * size + truth]!, all: all[truth]! };
}

/** The mistakes, the most frequent first; in the order of the classes where they tie. */
export function mistakesOf({ size, counts }: Confusion): ConfusedPair[] {
  return Array.from(counts, (count, at) => ({
    truth: Math.floor(at / size),
    named: at % size,
    count,
  }))
    .filter(({ truth, named, count }) => truth !== named && count > 0)
    .sort((one, other) => other.count - one.count);
}
