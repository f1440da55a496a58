import { exp, log1p } from "../arithmetic/elementary";
import { isOwn, type OwnFormula, writtenName } from "../formula/own-formula";

/**
 * How targets are written. "classes": two, −1 (orange) or +1 (blue); "several": they number
 * classes, from 0; "number": a number in about [−1, 1].
 */
export type TargetKind = "classes" | "several" | "number";

/**
 * How wrong one output is. `score` is one linear output; `target` is the expected number
 * or, for classes, −1 or +1: with two classes, +1 for blue; with several, each class has
 * an output of its own, +1 for the right one, and an example's loss is the sum over them.
 */
export type Loss = {
  label: string;
  /** The kinds of dataset whose targets it can judge. */
  suits: readonly TargetKind[];
  /** The loss of one output, ≥ 0, over its score s, its target t and its row's `rowLogOf` r. */
  formula: string;
  /** The slope by the score of the example's loss, where r is in it and moves with the score. */
  slopeFormula?: string;
};

const every: readonly TargetKind[] = ["classes", "several", "number"];

/** Every loss that has a name. */
export const losses = {
  squared: {
    label: "Squared",
    suits: every,
    formula: "(s - t)^2",
  },
  absolute: {
    label: "Absolute",
    suits: every,
    formula: "abs(s - t)",
  },
  // Huber, "Robust Estimation of a Location Parameter" (1964), with its bend at 1.
  huber: {
    label: "Huber",
    suits: every,
    formula: "abs(s - t) <= 1 ? (s - t)^2 / 2 : abs(s - t) - 0.5",
  },
  // Binary cross-entropy of a logit: −ln σ(score) for +1, −ln σ(−score) for −1.
  crossentropy: {
    label: "Cross-entropy",
    suits: ["classes", "several"],
    formula: "softplus(-t * s)",
  },
  // Categorical cross-entropy of logits: −ln softmax(scores) of the right class. Where none is
  // right, as a link may say of an outlier, the slope lowers all scores for no loss: receipts
  // and links of such runs hold its bits. Pages offer an outlier the data's classes alone.
  categorical: {
    label: "Categorical cross-entropy",
    suits: ["several"],
    formula: "t > 0 ? r - s : 0",
    slopeFormula: "exp(s - r) - (t > 0 ? 1 : 0)",
  },
  hinge: {
    label: "Hinge",
    suits: ["classes", "several"],
    formula: "max(0, 1 - t * s)",
  },
} as const satisfies Record<string, Loss>;

/** A loss of ours by its name in links. */
export type BuiltInLoss = keyof typeof losses;

/** A loss by its name in links, or a reader's own formula over `ownLossNames`. */
export type LossName = BuiltInLoss | OwnFormula;

/** The names in a reader's own loss: the score and its target. */
export const ownLossNames = ["s", "t"] as const;

/** A loss in a word or, where it is a reader's own, as its formula. */
export const lossLabel = (name: LossName): string =>
  isOwn(name) ? writtenName(name) : losses[name].label;

/** The kinds of dataset whose targets a loss can judge: a reader's own takes any number. */
export const suitsOf = (name: LossName): readonly TargetKind[] =>
  isOwn(name) ? every : losses[name].suits;

/**
 * The value that a loss wants of output `output` of `outputs`. With one output that
 * is the target itself; with several, the target names the right one, from 0.
 */
export function targetOf(target: number, output: number, outputs: number): number {
  if (outputs === 1) return target;
  return target === output ? 1 : -1;
}

/** ln Σ e^score over the `outputs` scores from `at` on, without overflow. */
export function rowLogOf(scores: Float64Array, at: number, outputs: number): number {
  let highest = scores[at]!;
  for (let o = 1; o < outputs; o += 1) highest = Math.max(highest, scores[at + o]!);
  let sum = -1;
  for (let o = 0; o < outputs; o += 1) sum += exp(scores[at + o]! - highest);
  return highest + log1p(Math.max(sum, 0));
}
