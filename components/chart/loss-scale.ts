// The scales of a loss chart: where its axes end, where their ticks stand, and the path of
// a line. All places are shares of the plot: x from the left, y from its bottom.
import type { LossCurve, LossName } from "./loss-curves";

/** Where each loss stands in the plot, and the losses that are written beside it. */
type LossScale = {
  top: number;
  logarithmic: boolean;
  ticks: readonly number[];
  /** 0 at the bottom, 1 at the top; more where the loss lies above the plot. */
  place(loss: number): number;
};

/** A run that blows up is drawn as far as so many times the size of its first loss. */
const mostGrowth = 4;

/** Where a logarithmic axis shows a loss of 0. */
const lowest = 1e-6;

/** The least and the most of what is drawn, and the largest size of what runs begin with. */
function extent(curves: readonly LossCurve[], names: readonly LossName[]) {
  let [least, most, first] = [Number.POSITIVE_INFINITY, 0, 0];
  for (const { passes } of curves) {
    for (const of of names) {
      const begun = passes[0]?.[of] ?? 0;
      // A reader's own formula may have no value for the first weights.
      if (Number.isFinite(begun)) first = Math.max(first, Math.abs(begun));
      for (const pass of passes) {
        if (!Number.isFinite(pass[of])) continue;
        if (pass[of] > most) most = pass[of];
        if (pass[of] < least) least = pass[of];
      }
    }
  }
  return { least, most, first };
}

type Wish = {
  curves: readonly LossCurve[];
  names: readonly LossName[];
  /** Losses that must be in sight. */
  shown: readonly number[];
  /** The top of the axis, where it is fixed. */
  most: number | undefined;
  logarithmic: boolean;
};

/**
 * The scale of the losses drawn: more passes of the same runs only widen it. A negative
 * loss has no logarithm: with one, the scale stays linear.
 */
export function lossScale({ curves, names, shown, most, logarithmic }: Wish): LossScale {
  const drawn = extent(curves, names);
  const low = Math.min(0, drawn.least, ...shown);
  if (logarithmic && low === 0)
    return decades(drawn.least, Math.max(drawn.most, ...shown, lowest));
  const needed = Math.max(Math.min(drawn.most, mostGrowth * drawn.first), ...shown, 0);
  const high = most ?? (needed || (low < 0 ? 0 : 1));
  const { bottom, step, ...rounded } = roundSpan(low, high);
  const top = most ?? rounded.top;
  const place = (loss: number) => (loss - bottom) / (top - bottom);
  return { top, logarithmic: false, ticks: stepsBetween(bottom, top, step), place };
}

/** A number free of the dust of sums and products. */
const clean = (number: number) => Number(number.toPrecision(6));

/** Every step from `bottom`, itself a whole number of steps, up to `top`. */
function stepsBetween(bottom: number, top: number, step: number) {
  const first = Math.round(bottom / step);
  const last = Math.floor(top / step + 1e-6);
  return Array.from({ length: last - first + 1 }, (_, at) => clean((first + at) * step));
}

/** The least span around `low` and `high` that begins and ends at one of two to five round steps. */
function roundSpan(low: number, high: number) {
  const power = 10 ** Math.floor(Math.log10(high - low));
  const spans = [0.2, 0.25, 0.4, 0.5, 1, 2, 2.5, 4].map((part) => {
    const step = part * power;
    const top = clean(step * Math.ceil(high / step - 1e-6));
    const bottom = clean(step * Math.floor(low / step + 1e-6));
    return { step, top, bottom, size: top - bottom };
  });
  return spans
    .filter(({ step, size }) => size / step < 5.5 && size / step > 1.5)
    .reduce((one, other) => (other.size < one.size - 1e-9 * power ? other : one));
}

/** A scale of whole powers of ten. */
function decades(least: number, most: number): LossScale {
  const high = Math.ceil(Math.log10(most) - 1e-6);
  const from = Math.floor(Math.log10(Math.max(Math.min(least, most), lowest)) + 1e-6);
  const low = Math.min(from, high - 1);
  const every = Math.ceil((high - low) / 5);
  const ticks: number[] = [];
  for (let power = high; power >= low; power -= every) ticks.unshift(10 ** power);
  const place = (loss: number) =>
    (Math.log10(Math.max(loss, lowest)) - low) / (high - low);
  return { top: 10 ** high, logarithmic: true, ticks, place };
}

/** Round passes from 0 to `passes`, both with a tick. */
export function passTicks(passes: number): readonly number[] {
  const quarter = passes / 4;
  const least = Math.max(passes / 5, 1);
  const power = 10 ** Math.floor(Math.log10(least));
  const round = [1, 2, 2.5, 5, 10]
    .map((part) => part * power)
    .find((step) => step >= least && Number.isInteger(step));
  const step = passes >= 20 && quarter % 5 === 0 ? quarter : (round ?? passes);
  const ticks = stepsBetween(0, passes, step).filter(
    (tick) => passes - tick > 0.6 * step,
  );
  return [...ticks, passes];
}

/** So many pieces of the x axis are told apart, each by its least and its most. */
const pieces = 118;

/**
 * The path of one loss in a box of `width` by `height`: at most two points for each
 * piece of the axis, so that no spike is lost, however long the run.
 */
export function lossPath(
  { passes }: LossCurve,
  of: LossName,
  { span, place }: { span: number; place: LossScale["place"] },
  [width, height]: readonly [width: number, height: number],
): string {
  const long = Math.max(1, Math.ceil(span / pieces));
  let path = "";
  let added = -1;
  const add = (at: number) => {
    const one = passes[at];
    if (!one || at === added || Number.isNaN(one[of])) return;
    added = at;
    const x = (one.pass / span) * width;
    // Far above the plot nothing is seen, and huge numbers are not drawn well.
    const y = height * (1 - Math.min(Math.max(place(one[of]), -1), 3));
    path += `${path ? "L" : "M"}${x.toFixed(1)} ${y.toFixed(1)}`;
  };
  if (passes.length <= 2 * pieces) {
    for (let at = 0; at < passes.length; at += 1) add(at);
    return path;
  }
  add(0);
  let at = 1;
  while (at < passes.length) {
    const piece = Math.floor((passes[at]?.pass ?? 0) / long);
    let [least, most] = [at, at];
    let end = at;
    for (; end < passes.length; end += 1) {
      const one = passes[end]!;
      if (Math.floor(one.pass / long) !== piece) break;
      if (one[of] < passes[least]![of]) least = end;
      if (one[of] > passes[most]![of]) most = end;
    }
    add(Math.min(least, most));
    add(Math.max(least, most));
    at = end;
  }
  add(passes.length - 1);
  return path;
}

type Word = { label: string; share: number };

/**
 * The words over lines, as shares of the plot: where two lines are nearer than a line of
 * text is high, the upper one has the words of both, or it would run through those below.
 */
export function joinedWords(words: readonly Word[], line: number): Word[] {
  const joined: Word[] = [];
  for (const word of words.toSorted((one, other) => one.share - other.share)) {
    const below = joined.at(-1);
    if (below && word.share - below.share < line) {
      joined.splice(-1, 1, { ...word, label: joinedLabel(word.label, below.label) });
    } else joined.push(word);
  }
  return joined;
}

/** Two labels in one, as in "claim: test loss below 0.2 · above 0.1". */
function joinedLabel(first: string, second: string): string {
  const [words, others] = [first.split(" "), second.split(" ")];
  const differing = others.findIndex((word, at) => word !== words[at]);
  return differing < 0 ? first : `${first} · ${others.slice(differing).join(" ")}`;
}

/**
 * The places of labels over lines at `places`, each as a share of a plot that is `lines`
 * lines of text high: as near their lines as they can be without lying over each other.
 */
export function labelPlaces(places: readonly number[], lines: number): readonly number[] {
  const line = 1 / lines;
  const order = places
    .map((_, at) => at)
    .sort((one, other) => places[one]! - places[other]!);
  const found = [...places];
  let free = 0;
  for (const at of order) {
    found[at] = Math.max(places[at]!, free);
    free = found[at]! + line;
  }
  // A place pushed out over the top comes down again, and pushes the others before it.
  let most = 1 - line;
  for (const at of order.toReversed()) {
    found[at] = Math.min(found[at]!, most);
    most = found[at]! - line;
  }
  return found;
}
