// How trained networks treat the outliers.
import { kindOf } from "../data/datasets";
import { firstOutlier, heldRows } from "../data/sample";
import { networkOf } from "../run/plan";
import { answersTo, type TrainedRun } from "../training/score";
import { boundaries } from "./boundary";
import type { Contour } from "./contour";
import { exampleLosses, sharesOf } from "./loss-shares";
import { answersLikeOutlier, expectedAt } from "./outlier";

/** A network's verdict on one outlier; `score` is that of its class where there are several. */
type OutlierVerdict = { score: number; loss: number; share: number; obeys: boolean };

/** How one network treats the outliers. */
export type OutlierResult = {
  boundary: readonly Contour[];
  /** One for each outlier. */
  verdicts: readonly OutlierVerdict[];
  /** The share of held examples given the right class; null where targets are numbers. */
  right: number | null;
};

function resultOf({ run, sample, weights }: TrainedRun): OutlierResult {
  const judge = { network: networkOf(run), loss: run.loss };
  const { losses, scores } = exampleLosses(judge, sample, weights);
  const shares = sharesOf(losses);
  const outputs = scores.length / losses.length;
  const points = sample.points?.train ?? [];
  const from = firstOutlier(run, sample);
  const verdicts = run.outliers.map((outlier, k): OutlierVerdict => {
    const at = from + k;
    const own = scores.subarray(at * outputs, (at + 1) * outputs);
    const expected = expectedAt(outlier, points.slice(0, from));
    return {
      score: own[outputs > 1 ? outlier.target : 0] ?? 0,
      loss: losses[at] ?? 0,
      share: shares[at] ?? 0,
      obeys: answersLikeOutlier(kindOf(run), own, outlier, expected),
    };
  });
  const classless = kindOf(run) === "number";
  return {
    boundary: boundaries(run, weights),
    verdicts,
    right: classless
      ? null
      : answersTo(heldRows(sample), judge.network, weights).accuracy,
  };
}

/** The verdicts of networks, as their weights are now. */
export const outlierResults = (runs: readonly TrainedRun[]): readonly OutlierResult[] =>
  runs.map(resultOf);
