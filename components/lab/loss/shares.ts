// The shares of the loss, as their view shows them.

import { numberText, shareText } from "@/labs/arithmetic/number-text";
import { kindOf } from "@/labs/data/datasets";
import { classNames, firstOutlier } from "@/labs/data/sample";
import type { Shares } from "@/labs/landscape/loss-shares";
import type { Side } from "../training/side";

/** The number of points that the table and the sentence name. */
export const worst = 10;

const sum = (shares: Float64Array, places: readonly number[]) =>
  places.reduce((total, at) => total + (shares[at] ?? 0), 0);

/** The examples that carry the loss, in one or two sentences. */
export function sharesText(
  { run, sample, passes }: Side,
  { shares, losses, order }: Shares,
) {
  const count = shares.length;
  const pass = passes.at(-1)?.pass ?? 0;
  const when = pass === 0 ? "Before training" : `After pass ${pass}`;
  const mean = losses.reduce((total, loss) => total + loss, 0) / count;
  if (!Number.isFinite(mean)) return `${when}, the train loss is not a number.`;
  if (losses.some((loss) => loss < 0)) {
    return `${when}, the train loss is ${numberText(mean)}, and some examples have a negative loss: nobody’s share of such a sum can be told.`;
  }
  if (mean === 0) return `${when}, no training example has any loss left.`;
  const named = Math.min(worst, count);
  const share = shareText(sum(shares, order.slice(0, named)));
  const even = shareText(named / count);
  const sentence = `${when}, the worst ${named === 10 ? "ten" : named} of ${count} training examples carry ${share} of the train loss of ${numberText(mean)}; an even share would be ${even}.`;
  const outliers = order.filter((at) => at >= firstOutlier(run, sample));
  if (outliers.length === 0) return sentence;
  const whose = outliers.length === 1 ? "The outlier carries" : "The outliers carry";
  return `${sentence} ${whose} ${shareText(sum(shares, outliers))}.`;
}

/** A share of the loss in writing: none for a loss whose share cannot be told. */
export const lossShareText = (loss: number, share: number) =>
  share > 0 || loss === 0 ? shareText(share) : "–";

/** The numbers of one training example, as a row of the table. */
export function rowOf({ run, sample }: Side, shares: Shares, at: number) {
  const target = sample.targets[at] ?? 0;
  const outputs = shares.scores.length / shares.shares.length;
  const kind = kindOf(run);
  const name = kind === "classes" ? Number(target > 0) : target;
  const own = kind === "several" ? target : 0;
  const [loss, share] = [shares.losses[at] ?? 0, shares.shares[at] ?? 0];
  return {
    target: kind === "number" ? numberText(target) : (classNames(run)[name] ?? "none"),
    score: numberText(shares.scores[at * outputs + own] ?? 0),
    loss: numberText(loss),
    share: lossShareText(loss, share),
  };
}
