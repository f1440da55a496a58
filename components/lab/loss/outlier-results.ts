// The verdicts of each side on the outliers.
import { listText } from "@/components/kit/wording";
import { kindOf } from "@/labs/data/datasets";
import { firstOutlier } from "@/labs/data/sample";
import { boundaries } from "@/labs/landscape/boundary";
import type { Contour } from "@/labs/landscape/contour";
import { exampleLosses, sharesOf, slicedScores } from "@/labs/landscape/loss-shares";
import type { Sliced } from "@/labs/landscape/loss-surface";
import { answersLikeOutlier, expectedAt } from "@/labs/landscape/outlier";
import { networkOf } from "@/labs/run/plan";
import { classesOf } from "@/labs/training/score";
import type { Side } from "../training/side";

/** A side's verdict on one outlier; `score` is that of its class where there are several. */
type OutlierVerdict = { score: number; loss: number; share: number; obeys: boolean };

export type SideResult = {
  label: string;
  pass: number;
  boundary: readonly Contour[];
  /** One for each outlier. */
  verdicts: readonly OutlierVerdict[];
  /** The share of held examples given the right class; null where targets are numbers. */
  right: number | null;
};

function* rightShare({ run, sample, weights }: Side): Sliced<number | null> {
  if (kindOf(run) === "number") return null;
  const network = networkOf(run);
  const { inputs } = network.layers[0]!;
  const { outputs } = network.layers.at(-1)!;
  const { train, held, features, targets } = sample;
  const tested = features.subarray(train * inputs);
  const scores = yield* slicedScores(network, weights, tested, held);
  const named = classesOf(scores, outputs);
  return (
    named.reduce((sum, one, k) => sum + Number(one === targets[train + k]), 0) / held
  );
}

function* resultOf(side: Side): Sliced<SideResult> {
  const { run, sample, weights, label, passes } = side;
  const judge = { network: networkOf(run), loss: run.loss };
  const { losses, scores } = yield* exampleLosses(judge, sample, weights);
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
  const boundary = yield* boundaries(run, weights);
  const right = yield* rightShare(side);
  return { label, pass: passes.at(-1)?.pass ?? 0, boundary, verdicts, right };
}

/** The verdicts of all sides, as their weights are now. */
export function* outlierResults(sides: readonly Side[]): Sliced<readonly SideResult[]> {
  const results: SideResult[] = [];
  for (const side of sides) {
    results.push(yield* resultOf(side));
  }
  return results;
}

/** The sides that obey an outlier, in one sentence. */
export function obeyText(results: readonly SideResult[], chosen: number): string {
  const pass = Math.max(...results.map((one) => one.pass));
  const of = (wanted: boolean) =>
    results
      .filter(({ verdicts }) => verdicts[chosen]?.obeys === wanted)
      .map(({ label }) => label || "The network");
  const [yes, no] = [of(true), of(false)];
  if (yes.length + no.length === 0) return "";
  if (pass === 0) return "Train to see which loss obeys the outlier.";
  const which = `outlier ${chosen + 1}`;
  const are = (names: readonly string[], one: string, many: string) =>
    `${listText(names)} ${names.length === 1 ? one : many}`;
  const when = `After pass ${pass}: `;
  const alone = results.length === 1;
  if (no.length === 0) {
    return `${when}${alone ? `the network obeys ${which}` : `all losses obey ${which}`}.`;
  }
  if (yes.length === 0) {
    return `${when}${alone ? `the network does not obey ${which}` : `no loss obeys ${which}`}.`;
  }
  return `${when}${are(yes, "obeys", "obey")} ${which}; ${are(no, "does", "do")} not.`;
}
