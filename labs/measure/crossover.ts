// Which of two ways of computing is quicker, and from what size on. Pure arithmetic on
// times that were measured elsewhere.

/** How long work of one size took, in milliseconds. */
export type Timing = {
  /** The quantity that grows: the side of a matrix, the width of a layer. Over 0. */
  size: number;
  /** Once the work had settled. */
  time: number;
  /** The very first time, with whatever had to be compiled for this size. */
  first: number;
};

/** The times of one way, from the smallest size to the largest. */
export type Timings = readonly Timing[];

/** Where the challenger's line crosses the champion's, going up in size. */
type Crossing = { size: number; quicker: boolean };

/** How a challenger does against a champion at the sizes at which both were measured. */
type Race = {
  from: number;
  upTo: number;
  crossings: readonly Crossing[];
  /** At the largest size: the champion's time in the challenger's. Over 1 is a win. */
  ratio: number;
};

/**
 * The size at which two lines cross between two sizes, if between sizes log time is a
 * straight line over log size, as the chart draws it. `gaps` are the differences of log
 * time at both sizes, of opposite sign.
 */
function crossedAt(sizes: readonly [number, number], gaps: readonly [number, number]) {
  const [from, to] = [Math.log(sizes[0]), Math.log(sizes[1])];
  return Math.exp(from + ((to - from) * gaps[0]) / (gaps[0] - gaps[1]));
}

/** Compares two ways; null where they have no size in common. */
export function raceOf(challenger: Timings, champion: Timings): Race | null {
  const gaps = challenger.flatMap(({ size, time }) => {
    const rival = champion.find((timing) => timing.size === size);
    return rival ? [{ size, gap: Math.log(time / rival.time) }] : [];
  });
  const [first] = gaps;
  const last = gaps.at(-1);
  if (!first || !last) return null;
  const crossings = gaps.slice(1).flatMap(({ size, gap }, index): Crossing[] => {
    const before = gaps[index]!;
    // Equal times are no win: a crossing ends where the challenger is really quicker.
    if (before.gap < 0 === gap < 0) return [];
    const at = crossedAt([before.size, size], [before.gap, gap]);
    return [{ size: at, quicker: gap < 0 }];
  });
  return { from: first.size, upTo: last.size, crossings, ratio: Math.exp(-last.gap) };
}

/** The best time at each size that any of some ways was measured at. */
export function bestOf(ways: readonly Timings[]): Timings {
  const all = ways.flat().toSorted((one, other) => one.size - other.size);
  const sizes = [...new Set(all.map(({ size }) => size))];
  return sizes.map((size) => {
    const here = all.filter((timing) => timing.size === size);
    return here.reduce((best, next) => (next.time < best.time ? next : best));
  });
}

/** A size in the words of the page, such as “180 × 180”. */
export type SizeText = (size: number) => string;

/** A size read off a line between two measured ones: two digits are all it is worth. */
const about = (size: number) => Math.round(Number(size.toPrecision(2)));

const timesText = (ratio: number) =>
  Number(ratio.toPrecision(2)).toLocaleString("en", { maximumFractionDigits: 1 });

/** The outcome of a race in one sentence: “<who> overtakes <rival> at about 180 × 180 …”. */
export function raceText(race: Race, who: string, rival: string, text: SizeText): string {
  const { upTo, crossings, ratio } = race;
  const at = crossings.findLast(({ quicker }) => quicker)?.size;
  const lost = crossings.findLast(({ quicker }) => !quicker)?.size;
  if (ratio > 1) {
    const by = `${timesText(ratio)} times as quick at ${text(upTo)}`;
    if (at === undefined) {
      return `${who} is ahead of ${rival} at every size measured, and ${by}.`;
    }
    return `${who} overtakes ${rival} at about ${text(about(at))}, and is ${by}.`;
  }
  const by = `it takes ${timesText(1 / ratio)} times as long`;
  if (lost === undefined) {
    return `${who} never overtakes ${rival} up to ${text(upTo)}, where ${by}.`;
  }
  const ahead =
    at === undefined
      ? `up to about ${text(about(lost))}`
      : `between about ${text(about(at))} and ${text(about(lost))}`;
  return `${who} is ahead of ${rival} ${ahead}, and then falls behind: at ${text(upTo)} ${by}.`;
}
