// The values that a network's predicted changes imply, in the series' own units, beside
// baselines: rules that need no training.

import { type HeldSet, heldSet } from "../data/sample";
import { changesOf, timeSeriesOf, usualChange } from "../data/series";
import { networkOf } from "../run/plan";
import { scoresOf, type TrainedRun } from "../training/score";

/** How far forecasts were off: the mean, and the root of the mean square. */
type Errors = { mean: number; root: number };

/** A way to forecast, and what it said of each value of the held part. */
export type Rule = { id: RuleName; levels: readonly number[]; errors: Errors };

/**
 * "naive": the same value as last time. "seasonal": the same change as 12 steps ago.
 * "calendar": the mean change of that month of the year in the training part.
 */
export type RuleName = "network" | "naive" | "seasonal" | "calendar";

/** The part of a series that is held out, as each rule predicts it. */
export type Forecast = {
  /** All values that are open, oldest first: none of a closed test set. */
  levels: readonly number[];
  /** The set that the part held out is. */
  set: HeldSet;
  /** Where in `levels` the held part begins; the rules' forecasts begin there, too. */
  first: number;
  /** The size of the change that the network calls 1. */
  change: number;
  network: Rule;
  /** The naive rule, then those that a calendar allows. */
  baselines: readonly [Rule, ...Rule[]];
};

/** The steps after which a season comes back: the months of a year. */
export const season = 12;

/** How far off forecasts were; both lists are of the same values. */
export function errorsOf(
  predicted: readonly number[],
  actual: readonly number[],
): Errors {
  let sum = 0;
  let squares = 0;
  predicted.forEach((value, at) => {
    sum += Math.abs(value - actual[at]!);
    squares += (value - actual[at]!) ** 2;
  });
  return { mean: sum / predicted.length, root: Math.sqrt(squares / predicted.length) };
}

/**
 * Each value of the held part as predicted one step before, from the true values till then.
 * A series is monthly where it has dates, or where `monthly` says so.
 */
export function forecastOf(
  { run, sample, weights }: TrainedRun,
  monthly = false,
): Forecast {
  const { levels: all, from } = timeSeriesOf(run);
  const { window } = run;
  const first = sample.train + window + 1;
  const levels = all.slice(0, first + sample.held);
  const changes = changesOf(levels);
  const change = usualChange(changes, sample.train + window);
  const actual = levels.slice(first);
  const tested = sample.features.subarray(sample.train * window);
  const scores = scoresOf(networkOf(run), weights, tested);
  const rule = (id: RuleName, changeAt: (at: number) => number): Rule => {
    const predicted = actual.map((_, at) => levels[first + at - 1]! + changeAt(at));
    return { id, levels: predicted, errors: errorsOf(predicted, actual) };
  };
  const known = first - 1;
  const hasYear = known >= season && (monthly || from !== null);
  const means = Array.from({ length: season }, (_, month) => {
    const alike = changes.slice(0, known).filter((_, at) => at % season === month);
    return alike.reduce((sum, one) => sum + one, 0) / alike.length;
  });
  return {
    levels,
    set: heldSet(run),
    first,
    change,
    network: rule("network", (at) => change * scores[at]!),
    baselines: [
      rule("naive", () => 0),
      ...(hasYear
        ? [
            rule("seasonal", (at) => changes[known + at - season]!),
            rule("calendar", (at) => means[(known + at) % season]!),
          ]
        : []),
    ],
  };
}

/**
 * Up to `count` values from `start` on, predicted from the values before `start` alone: each
 * forecast is fed back as if it had come true. Ends early where it leaves all bounds.
 */
export function fedBack(trained: TrainedRun, start: number, count: number): number[] {
  const { run, sample, weights } = trained;
  const { levels } = timeSeriesOf(run);
  const unit = usualChange(changesOf(levels), sample.train + run.window);
  const network = networkOf(run);
  const latest = changesOf(levels.slice(start - run.window - 1, start));
  const [low, high] = [Math.min(...levels), Math.max(...levels)];
  const predicted: number[] = [];
  let level = levels[start - 1]!;
  for (let step = 0; step < count; step += 1) {
    const seen = Float32Array.from(latest, (one) => one / unit);
    const change = unit * scoresOf(network, weights, seen)[0]!;
    level += change;
    latest.push(change);
    latest.shift();
    const bound = 3 * (high - low);
    if (!(level > low - bound && level < high + bound)) break;
    predicted.push(level);
  }
  return predicted;
}

/** How one rule did against another over the same values. */
type Comparison = {
  /**
   * "beats": both errors are at least a twentieth smaller; "fails": neither is smaller.
   */
  verdict: "beats" | "draws" | "fails";
  /** How often it was the closer one. */
  closer: number;
  count: number;
};

/** The baseline whose forecasts have the smallest mean square error. */
export const bestBaseline = ({ baselines }: Forecast): Rule =>
  baselines.reduce((best, one) => (one.errors.root < best.errors.root ? one : best));

/** Compares two rules; `actual` are the values that both were to tell. */
export function compared(one: Rule, other: Rule, actual: readonly number[]): Comparison {
  const below = (share: number) =>
    [
      one.errors.mean < share * other.errors.mean,
      one.errors.root < share * other.errors.root,
    ] as const;
  const beats = below(0.95).every(Boolean);
  const fails = !below(1).some(Boolean);
  const off = ({ levels }: Rule, at: number) => Math.abs(levels[at]! - actual[at]!);
  return {
    verdict: beats ? "beats" : fails ? "fails" : "draws",
    closer: actual.filter((_, at) => off(one, at) < off(other, at)).length,
    count: actual.length,
  };
}
