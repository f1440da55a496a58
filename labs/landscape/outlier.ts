// Whether a trained network gives in to an outlier.
import type { Point } from "@/labs/data/dataset";
import type { TargetKind } from "@/labs/network/loss";
import { kindOf } from "../data/datasets";
import { twoDecimals } from "../data/own-points";
import { classNames } from "../data/sample";
import type { Run } from "../run/run";

/** How many points around an outlier say what would be expected there. */
const around = 5;

/**
 * The answer that other points suggest at a place: the mean target of those
 * around it, and the range of all.
 */
export type Expected = { around: number; range: number };

/** The answer that `points`, all the others, suggest at a place. */
export function expectedAt(
  place: { x: number; y: number },
  points: readonly Point[],
): Expected {
  const distance = ({ x, y }: Point) => (x - place.x) ** 2 + (y - place.y) ** 2;
  const nearest = [...points]
    .sort((one, other) => distance(one) - distance(other))
    .slice(0, around);
  const targets = points.map(({ target }) => target);
  return {
    around: nearest.reduce((sum, { target }) => sum + target, 0) / nearest.length,
    range: Math.max(...targets) - Math.min(...targets),
  };
}

/**
 * Whether the network answers at the outlier as the outlier wants. With classes: its
 * class. With numbers: the score is bent towards its target, away from what is expected
 * there, by more than half the range of all other targets or, for a target nearer than
 * that, half the way. `scores` holds one score, or one for each of several classes.
 */
export function answersLikeOutlier(
  kind: TargetKind,
  scores: ArrayLike<number>,
  { target }: Pick<Point, "target">,
  expected: Expected,
): boolean {
  const score = scores[0] ?? 0;
  if (kind === "classes") return target > 0 ? score > 0 : score < 0;
  if (kind === "number") {
    const way = target - expected.around;
    const bent = (score - expected.around) * Math.sign(way);
    return bent > Math.min(expected.range, Math.abs(way)) / 2;
  }
  const each = Array.from(scores);
  return each.indexOf(Math.max(...each)) === target;
}

/** The target of a new outlier among numbers: as if a typist had slipped. */
const slip = -25;

/**
 * An outlier to begin with: in the midst of one class, or on the highest top, and wrong.
 */
export function newOutlier(kind: TargetKind, points: readonly Point[]): Point {
  const targets = points.map(({ target }) => target);
  const highest = Math.max(...targets);
  const among = points.filter(({ target }) => target === highest);
  const mean = (of: (point: Point) => number) =>
    twoDecimals(among.reduce((sum, point) => sum + of(point), 0) / among.length);
  return {
    x: mean(({ x }) => x),
    y: mean(({ y }) => y),
    target: kind === "number" ? slip : Math.min(...targets),
  };
}

/**
 * `run` where each outlier that stays while the data change to several classes wants one of
 * them: the first where it wanted none.
 */
export function withKnownOutliers(run: Run, before: Run): Run {
  const stay = run.outliers === before.outliers && run.data !== before.data;
  if (!stay || kindOf(run) !== "several") return run;
  const classes = classNames(run);
  const outliers = run.outliers.map((outlier) =>
    classes[outlier.target] === undefined ? { ...outlier, target: 0 } : outlier,
  );
  return { ...run, outliers };
}
