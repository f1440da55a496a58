// Which classes a network takes for which others.

/** `counts[truth × size + named]` examples of class `truth` were named `named`. */
export type Confusion = { size: number; counts: Uint32Array };

/** One kind of mistake, or of right answer, and how often it was made. */
type ConfusedPair = { truth: number; named: number; count: number };

/** Counts answers; both lists number the classes from 0. */
export function confusionOf(truths: Int32Array, named: Int32Array, size: number) {
  const counts = new Uint32Array(size * size);
  truths.forEach((truth, at) => {
    counts[truth * size + named[at]!]! += 1;
  });
  return { size, counts };
}

/** How many examples are of a class, and how many of those were named so. */
export function tallyOf({ size, counts }: Confusion, truth: number) {
  const row = counts.subarray(truth * size, (truth + 1) * size);
  return { right: row[truth]!, all: row.reduce((sum, count) => sum + count, 0) };
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
