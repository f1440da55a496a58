// The optimizers and regularizations as they are written, with numbers put in.
import type { Filled, OptimizerName } from "../network/optimizer";
import type { RegularizationName } from "../network/regularization";
import { inside, type Write } from "./put";

/** What a step of one weight is made of; `first` and `second` are renewed ones. */
type Given = { g: number; first: number; second: number; filled: Filled };

export type OptimizerNotation = {
  /** What each slot is called, and how it is renewed, in symbols. */
  slots: readonly { symbol: string; name: string; formula: string }[];
  /** What the learning rate is multiplied by, in symbols. */
  change: string;
  /** How slot 0 or 1 is renewed from `before`. */
  putSlot(slot: number, g: number, before: number, write: Write): string;
  /** A factor. */
  putChange(given: Given, write: Write): string;
};

const running = (share: string, rest: string) => (g: string, before: number, w: Write) =>
  `${share} × ${inside(before, w)} + ${rest}${g}`;

const mean = running("0.9", "0.1 × ");
const heap = running("0.9", "");
const slowMean = running("0.999", "0.001 × ");

const squared = (g: number, write: Write) => `(${write(g)})²`;

/** How each optimizer is written; g is the gradient, with the regularization's part. */
export const optimizerNotations: Readonly<Record<OptimizerName, OptimizerNotation>> = {
  sgd: {
    slots: [],
    change: "g",
    putSlot: () => "",
    putChange: ({ g }, write) => inside(g, write),
  },
  momentum: {
    slots: [{ symbol: "m", name: "momentum", formula: "0.9 × m + g" }],
    change: "m′",
    putSlot: (_slot, g, before, write) => heap(inside(g, write), before, write),
    putChange: ({ first }, write) => inside(first, write),
  },
  rmsprop: {
    slots: [{ symbol: "v", name: "mean square", formula: "0.9 × v + 0.1 × g²" }],
    change: "g / (√v′ + 0.0000001)",
    putSlot: (_slot, g, before, write) => mean(squared(g, write), before, write),
    putChange: ({ g, first }, write) =>
      `${inside(g, write)} / (√(${write(first)}) + 0.0000001)`,
  },
  adam: {
    slots: [
      { symbol: "m", name: "mean", formula: "0.9 × m + 0.1 × g" },
      { symbol: "v", name: "mean square", formula: "0.999 × v + 0.001 × g²" },
    ],
    change: "(m′ / (1 − 0.9ᵏ)) / (√(v′ / (1 − 0.999ᵏ)) + 0.0000001) in step k",
    putSlot: (slot, g, before, write) =>
      slot === 0
        ? mean(inside(g, write), before, write)
        : slowMean(squared(g, write), before, write),
    putChange: ({ first, second, filled }, write) =>
      `(${inside(first, write)} / ${inside(filled.tenth, write)}) / ` +
      `(√(${inside(second, write)} / ${inside(filled.thousandth, write)}) + 0.0000001)`,
  },
};

/** The regularization's part of a gradient, for a weight w; none for a bias. */
export const regularizationNotations: Readonly<
  Record<RegularizationName, { part: string; put(weight: number, write: Write): string }>
> = {
  none: { part: "0", put: () => "0" },
  l1: { part: "sign of w", put: (weight, write) => inside(Math.sign(weight), write) },
  l2: { part: "w", put: (weight, write) => inside(weight, write) },
};
