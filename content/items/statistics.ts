// The statistics of item analysis, as textbooks have them. All intervals are of 95 %.

/** The normal deviate of two-sided 95 %. */
const z = 1.959963984540054;

/** An estimate's interval, both ends included. */
export type Interval = { low: number; high: number };

/** `count` out of `of`, which is at least 1. */
export type Proportion = { count: number; of: number };

/** The share that a proportion tells, 0 to 1. */
export const shareOf = ({ count, of }: Proportion): number => count / of;

/**
 * Wilson's score interval of a share, without continuity correction: never outside 0 to 1,
 * and of some width also where nobody or everybody counts. Newcombe, Statistics in Medicine
 * 17 (1998) 857–872, method 3.
 */
export function wilsonInterval({ count, of }: Proportion): Interval {
  const middle = (count + z ** 2 / 2) / (of + z ** 2);
  const half = (z * Math.sqrt((count * (of - count)) / of + z ** 2 / 4)) / (of + z ** 2);
  // Where all or none count the bound is exact, which rounding misses.
  return {
    low: count === 0 ? 0 : middle - half,
    high: count === of ? 1 : middle + half,
  };
}

/**
 * The interval of one share minus another's, from the Wilson interval of each. Newcombe,
 * Statistics in Medicine 17 (1998) 873–890, method 10.
 */
export function differenceInterval(one: Proportion, other: Proportion): Interval {
  const [p, q] = [shareOf(one), shareOf(other)];
  const [first, second] = [wilsonInterval(one), wilsonInterval(other)];
  return {
    low: p - q - Math.hypot(p - first.low, second.high - q),
    high: p - q + Math.hypot(first.high - p, q - second.low),
  };
}

/**
 * Pearson's correlation of pairs; where one side is 0 or 1 it is the point-biserial one.
 * Null where a side does not vary.
 */
export function correlation(pairs: readonly (readonly [number, number])[]) {
  const mean = (side: 0 | 1) =>
    pairs.reduce((sum, pair) => sum + pair[side], 0) / pairs.length;
  const [meanX, meanY] = [mean(0), mean(1)];
  let [xx, yy, xy] = [0, 0, 0];
  for (const [x, y] of pairs) {
    xx += (x - meanX) ** 2;
    yy += (y - meanY) ** 2;
    xy += (x - meanX) * (y - meanY);
  }
  // The mean of equal numbers may miss them by a rounding.
  const varies = Math.min(xx, yy) > 1e-12 * pairs.length;
  return varies ? Math.max(-1, Math.min(1, xy / Math.sqrt(xx * yy))) : null;
}

/**
 * The interval of a correlation of `pairs` pairs, at least 4, by Fisher's transformation:
 * exact for two normal variables, an approximation for the point-biserial one.
 */
export function correlationInterval(r: number, pairs: number): Interval {
  const half = z / Math.sqrt(pairs - 3);
  return { low: Math.tanh(Math.atanh(r) - half), high: Math.tanh(Math.atanh(r) + half) };
}

/** One correlation told by several, each with its pairs: Fisher's, weighted by pairs − 3. */
export function pooledCorrelation(told: readonly { r: number; learners: number }[]) {
  // Of a perfect correlation the transformation would be infinite.
  const bounded = (r: number) => Math.max(-0.999, Math.min(0.999, r));
  const pairs = told.reduce((sum, { learners }) => sum + learners - 3, 3);
  const mean = told.reduce(
    (sum, { r, learners }) =>
      sum + ((learners - 3) * Math.atanh(bounded(r))) / (pairs - 3),
    0,
  );
  const r = Math.tanh(mean);
  return { r, ...correlationInterval(r, pairs) };
}

/** The value at a share of a sorted list, between two neighbours where it falls there. */
export function quantile(sorted: ArrayLike<number>, share: number): number {
  const at = share * (sorted.length - 1);
  const below = sorted[Math.floor(at)] ?? Number.NaN;
  const above = sorted[Math.ceil(at)] ?? Number.NaN;
  return below + (above - below) * (at - Math.floor(at));
}
