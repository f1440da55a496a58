// Yes or no: what follows from how sure a network is, wherever the line is drawn.
import { type Certainty, readScores } from "../network/certainty";

/** Examples of two classes with what a network says of each. */
export type Judged = {
  /** How probable the network finds "yes" for each example: 0 to 1. */
  chances: Float64Array;
  /** Whether each example is a "yes". */
  truths: readonly boolean[];
};

/**
 * How sure a network is of a class as a chance, 0 to 1. Scores under other losses are drawn to
 * targets of −1 and +1, so that half way between them is a half.
 */
export const chanceOf = (certainty: Certainty, sure: number) =>
  certainty === "scores" ? Math.min(Math.max((sure + 1) / 2, 0), 1) : sure;

/** The chances that a network with one output gives its examples; their targets are −1 and +1. */
export function judgedScores(
  certainty: Certainty,
  scores: Float64Array,
  targets: Float32Array,
): Judged {
  return {
    chances: readScores(certainty, scores).map((sure) => chanceOf(certainty, sure)),
    truths: Array.from(targets, (target) => target > 0),
  };
}

/** The four ways an answer of yes or no can turn out, counted. */
export type Decisions = {
  hits: number;
  misses: number;
  falseAlarms: number;
  rejections: number;
};

/** Answers yes where the chance is at least `threshold`; a chance that is no number is a no. */
export function decide({ chances, truths }: Judged, threshold: number): Decisions {
  const counts = { hits: 0, misses: 0, falseAlarms: 0, rejections: 0 };
  truths.forEach((truth, at) => {
    const yes = chances[at]! >= threshold;
    if (truth) counts[yes ? "hits" : "misses"] += 1;
    else counts[yes ? "falseAlarms" : "rejections"] += 1;
  });
  return counts;
}

const share = (part: number, whole: number) => (whole > 0 ? part / whole : null);

/** The share of the answers "yes" that are right, 0 to 1; null where there was none. */
export const precisionOf = ({ hits, falseAlarms }: Decisions) =>
  share(hits, hits + falseAlarms);

/** The share of the examples that are a yes and were found, 0 to 1; null without any. */
export const recallOf = ({ hits, misses }: Decisions) => share(hits, hits + misses);

/** The share of the examples that are a no and were named yes; null without any. */
export const falseAlarmRateOf = ({ falseAlarms, rejections }: Decisions) =>
  share(falseAlarms, falseAlarms + rejections);

/** The share of right answers, 0 to 1. */
export const accuracyOf = ({ hits, misses, falseAlarms, rejections }: Decisions) =>
  (hits + rejections) / (hits + misses + falseAlarms + rejections);

/** The cost of the mistakes, in false alarms: a miss costs `missCost` of them. */
export const costOf = ({ misses, falseAlarms }: Decisions, missCost: number) =>
  falseAlarms + missCost * misses;

/** One point of a ROC curve. */
export type RocPoint = { threshold: number; falseAlarmRate: number; recall: number };

/**
 * The receiver operating characteristic: how many alarms are false and how many yeses are
 * found, from the strictest threshold, which finds none, to the loosest. Empty where one of
 * the classes has no example.
 * Source: Fawcett, "An introduction to ROC analysis" (2006).
 */
export function rocOf(judged: Judged): readonly RocPoint[] {
  const { chances, truths } = judged;
  const all = truths.filter(Boolean).length;
  if (all === 0 || all === truths.length) return [];
  const order = [...truths.keys()]
    .filter((at) => !Number.isNaN(chances[at]))
    .sort((one, other) => chances[other]! - chances[one]!);
  const points: RocPoint[] = [
    { threshold: Number.POSITIVE_INFINITY, falseAlarmRate: 0, recall: 0 },
  ];
  const counts = { hits: 0, falseAlarms: 0 };
  order.forEach((at, place) => {
    counts[truths[at] ? "hits" : "falseAlarms"] += 1;
    const next = order[place + 1];
    if (next !== undefined && chances[next] === chances[at]) return;
    points.push({
      threshold: chances[at]!,
      falseAlarmRate: counts.falseAlarms / (truths.length - all),
      recall: counts.hits / all,
    });
  });
  return points;
}

/**
 * The area under a ROC curve: how often a yes drawn at random is found more probable than a
 * no drawn at random. 0.5 is guessing.
 */
export function areaUnder(roc: readonly RocPoint[]): number {
  return roc.slice(1).reduce((area, { falseAlarmRate, recall }, at) => {
    const before = roc[at]!;
    const width = falseAlarmRate - before.falseAlarmRate;
    return area + (width * (recall + before.recall)) / 2;
  }, 0);
}

/** The thresholds that a reader can choose: 0 to 1 in steps of `thresholdStep`. */
export const thresholdStep = 0.005;

/** The threshold at which the mistakes cost least; of several, the nearest to a half. */
export function cheapestThreshold(judged: Judged, missCost: number): number {
  const count = Math.round(1 / thresholdStep);
  const known = Array.from({ length: count + 1 }, (_, at) => {
    const threshold = at / count;
    const cost = costOf(decide(judged, threshold), missCost);
    return { threshold, cost, off: Math.abs(threshold - 0.5) };
  });
  const [best] = known.sort((one, other) => one.cost - other.cost || one.off - other.off);
  return best?.threshold ?? 0.5;
}

/**
 * The threshold that costs least where every chance is as said: answer yes where a miss,
 * chance × `missCost`, would cost more than a false alarm, 1 − chance.
 */
export const fairThreshold = (missCost: number) => 1 / (1 + missCost);

/** The examples to which a network gave a chance in one tenth, and what became of them. */
export type Tenth = { from: number; count: number; said: number; came: number };

/**
 * A reliability diagram: for each tenth of the chances that holds an example, the mean chance
 * that was said and the share that came true, both 0 to 1.
 */
export function calibrationOf({ chances, truths }: Judged): readonly Tenth[] {
  const tenths = Array.from({ length: 10 }, (_, at) => ({
    from: at / 10,
    count: 0,
    said: 0,
    came: 0,
  }));
  chances.forEach((chance, at) => {
    if (Number.isNaN(chance)) return;
    const tenth = tenths[Math.min(Math.floor(10 * chance), 9)]!;
    tenth.count += 1;
    tenth.said += chance;
    if (truths[at]) tenth.came += 1;
  });
  return tenths
    .filter(({ count }) => count > 0)
    .map(({ from, count, said, came }) => ({
      from,
      count,
      said: said / count,
      came: came / count,
    }));
}

/** How far what was said lies from what came true, on average over the examples: 0 to 1. */
export function calibrationError(tenths: readonly Tenth[]): number {
  const count = tenths.reduce((sum, tenth) => sum + tenth.count, 0);
  const off = tenths.reduce(
    (sum, { count, said, came }) => sum + count * Math.abs(said - came),
    0,
  );
  return count > 0 ? off / count : 0;
}
