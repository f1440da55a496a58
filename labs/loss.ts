import type { DatasetKind } from "./dataset";

/**
 * How wrong one output is. `score` is the network's single linear output; `target` is the
 * expected number or, for two classes, −1 (orange) or +1 (blue).
 */
export type Loss = {
  label: string;
  /** The kinds of dataset whose targets it can judge. */
  suits: readonly DatasetKind[];
  /** The loss of one example: ≥ 0. */
  value(score: number, target: number): number;
  /** The derivative of `value` with respect to `score`. */
  slope(score: number, target: number): number;
};

const both = ["classes", "number"] as const;

/** ln(1 + eˣ) without overflow. */
const softplus = (x: number) => Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)));

/** Every loss a link can name. */
export const losses = {
  squared: {
    label: "Squared",
    suits: both,
    value: (score, target) => (score - target) ** 2,
    slope: (score, target) => 2 * (score - target),
  },
  absolute: {
    label: "Absolute",
    suits: both,
    value: (score, target) => Math.abs(score - target),
    slope: (score, target) => Math.sign(score - target),
  },
  // Huber, "Robust Estimation of a Location Parameter" (1964), with its bend at 1.
  huber: {
    label: "Huber",
    suits: both,
    value: (score, target) => {
      const distance = Math.abs(score - target);
      return distance <= 1 ? distance ** 2 / 2 : distance - 0.5;
    },
    slope: (score, target) => Math.min(1, Math.max(-1, score - target)),
  },
  // Binary cross-entropy of a logit: −ln σ(score) for blue, −ln σ(−score) for orange.
  crossentropy: {
    label: "Cross-entropy",
    suits: ["classes"],
    value: (score, target) => softplus(-target * score),
    slope: (score, target) => -target / (1 + Math.exp(target * score)),
  },
  hinge: {
    label: "Hinge",
    suits: ["classes"],
    value: (score, target) => Math.max(0, 1 - target * score),
    slope: (score, target) => (target * score < 1 ? -target : 0),
  },
} as const satisfies Record<string, Loss>;

export type LossName = keyof typeof losses;
