import type { ActivationName } from "@/labs/network/activation";
import type { LossName } from "@/labs/network/loss";
import type { BiasCorrection, OptimizerName } from "@/labs/network/optimizer";
import type { RegularizationName } from "@/labs/network/regularization";
import { inside, type Substitution, type Write } from "./step";

// The activations as they are written: in symbols, and with numbers put in.

/** z is the weighted sum, a the output. */
type ActivationNotation = {
  value: string;
  slope: string;
  substitute(z: number, write: Write): Substitution;
  substituteSlope(z: number, a: number, write: Write): Substitution;
};

const side = (z: number, write: Write) => (z > 0 ? `${write(z)} > 0` : `${write(z)} ≤ 0`);

const cases = (z: number, write: Write, above: string, below: string): Substitution => ({
  because: side(z, write),
  expression: z > 0 ? above : below,
});

const sigmoid = (z: number, write: Write) => `1 / (1 + exp(−${inside(z, write)}))`;

/** How each activation is written. */
export const activationNotations: Readonly<Record<ActivationName, ActivationNotation>> = {
  linear: {
    value: "z",
    slope: "1",
    substitute: (z, write) => ({ expression: write(z) }),
    substituteSlope: () => ({ expression: "1" }),
  },
  relu: {
    value: "max(0, z)",
    slope: "1 if z > 0, else 0",
    substitute: (z, write) => ({ expression: `max(0, ${write(z)})` }),
    substituteSlope: (z, _a, write) => cases(z, write, "1", "0"),
  },
  leaky: {
    value: "z if z > 0, else 0.1 × z",
    slope: "1 if z > 0, else 0.1",
    substitute: (z, write) => cases(z, write, write(z), `0.1 × ${inside(z, write)}`),
    substituteSlope: (z, _a, write) => cases(z, write, "1", "0.1"),
  },
  tanh: {
    value: "tanh(z)",
    slope: "1 − a²",
    substitute: (z, write) => ({ expression: `tanh(${write(z)})` }),
    substituteSlope: (_z, a, write) => ({ expression: `1 − (${write(a)})²` }),
  },
  sigmoid: {
    value: "1 / (1 + exp(−z))",
    slope: "a × (1 − a)",
    substitute: (z, write) => ({ expression: sigmoid(z, write) }),
    substituteSlope: (_z, a, write) => ({
      expression: `${write(a)} × (1 − ${write(a)})`,
    }),
  },
  elu: {
    value: "z if z > 0, else exp(z) − 1",
    slope: "1 if z > 0, else a + 1",
    substitute: (z, write) => cases(z, write, write(z), `exp(${write(z)}) − 1`),
    substituteSlope: (z, a, write) => cases(z, write, "1", `${write(a)} + 1`),
  },
  softplus: {
    value: "ln(1 + exp(z))",
    slope: "1 / (1 + exp(−z))",
    substitute: (z, write) => ({ expression: `ln(1 + exp(${write(z)}))` }),
    substituteSlope: (z, _a, write) => ({ expression: sigmoid(z, write) }),
  },
  sine: {
    value: "sin(z)",
    slope: "cos(z)",
    substitute: (z, write) => ({ expression: `sin(${write(z)})` }),
    substituteSlope: (z, _a, write) => ({ expression: `cos(${write(z)})` }),
  },
};

// The losses as they are written: in symbols, and with numbers put in.

/**
 * s is the score, t its target, r the logarithm of Σ exp(s) over the example's scores.
 */
type LossValues = { s: number; t: number; r: number };

type LossNotation = {
  value: string;
  slope: string;
  substitute(given: LossValues, write: Write): Substitution;
  /** An expression that can be a factor or be divided. */
  substituteSlope(given: LossValues, write: Write): Substitution;
};

const gap = ({ s, t }: LossValues, write: Write) => `${write(s)} − ${inside(t, write)}`;

const product = ({ s, t }: LossValues, write: Write) =>
  `${inside(t, write)} × ${inside(s, write)}`;

function hubered(
  given: LossValues,
  write: Write,
  near: string,
  far: string,
): Substitution {
  const close = Math.abs(given.s - given.t) <= 1;
  return {
    because: `|${gap(given, write)}| ${close ? "≤" : ">"} 1`,
    expression: close ? near : far,
  };
}

function signOf(given: LossValues, write: Write): Substitution {
  const sign = Math.sign(given.s - given.t);
  const relation = sign > 0 ? ">" : sign < 0 ? "<" : "=";
  return {
    because: `${write(given.s)} ${relation} ${write(given.t)}`,
    expression: inside(sign, write),
  };
}

const right = ({ t }: LossValues) =>
  t > 0 ? "this is the right class" : "this is not the right class";

/** How each loss is written. */
export const lossNotations: Readonly<Record<LossName, LossNotation>> = {
  squared: {
    value: "(s − t)²",
    slope: "2 × (s − t)",
    substitute: (given, write) => ({ expression: `(${gap(given, write)})²` }),
    substituteSlope: (given, write) => ({ expression: `2 × (${gap(given, write)})` }),
  },
  absolute: {
    value: "|s − t|",
    slope: "1 if s > t, −1 if s < t",
    substitute: (given, write) => ({ expression: `|${gap(given, write)}|` }),
    substituteSlope: signOf,
  },
  huber: {
    value: "(s − t)² / 2 if |s − t| ≤ 1, else |s − t| − 0.5",
    slope: "s − t, but at most 1 and at least −1",
    substitute: (given, write) =>
      hubered(
        given,
        write,
        `(${gap(given, write)})² / 2`,
        `|${gap(given, write)}| − 0.5`,
      ),
    substituteSlope: (given, write) =>
      hubered(
        given,
        write,
        `(${gap(given, write)})`,
        inside(Math.sign(given.s - given.t), write),
      ),
  },
  crossentropy: {
    value: "ln(1 + exp(−t × s))",
    slope: "−t / (1 + exp(t × s))",
    substitute: (given, write) => ({
      expression: `ln(1 + exp(−${product(given, write)}))`,
    }),
    substituteSlope: (given, write) => ({
      expression: `${inside(-given.t, write)} / (1 + exp(${product(given, write)}))`,
    }),
  },
  categorical: {
    value: "r − s for the right class, else 0",
    slope: "exp(s − r) − 1 for the right class, else exp(s − r)",
    substitute: (given, write) => ({
      because: right(given),
      expression: given.t > 0 ? `${write(given.r)} − ${inside(given.s, write)}` : "0",
    }),
    substituteSlope: (given, write) => ({
      because: right(given),
      expression: `(exp(${write(given.s)} − ${inside(given.r, write)}) − ${given.t > 0 ? 1 : 0})`,
    }),
  },
  hinge: {
    value: "max(0, 1 − t × s)",
    slope: "−t if t × s < 1, else 0",
    substitute: (given, write) => ({
      expression: `max(0, 1 − ${product(given, write)})`,
    }),
    substituteSlope: (given, write) => {
      const inReach = given.t * given.s < 1;
      return {
        because: `${product(given, write)} ${inReach ? "<" : "≥"} 1`,
        expression: inReach ? inside(-given.t, write) : "0",
      };
    },
  },
};

// The optimizers and regularizations as they are written, with numbers put in.

/** The numbers in one weight's step; `first` and `second` are the updated slots. */
type StepValues = {
  g: number;
  first: number;
  second: number;
  correction: BiasCorrection;
};

type OptimizerNotation = {
  /** The name of each slot, and how it is updated, in symbols. */
  slots: readonly { symbol: string; name: string; formula: string }[];
  /** The factor of the learning rate, in symbols. */
  change: string;
  /** How slot 0 or 1 is updated from `before`. */
  substituteSlot(slot: number, g: number, before: number, write: Write): string;
  /** A factor. */
  substituteChange(given: StepValues, write: Write): string;
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
    substituteSlot: () => "",
    substituteChange: ({ g }, write) => inside(g, write),
  },
  momentum: {
    slots: [{ symbol: "m", name: "momentum", formula: "0.9 × m + g" }],
    change: "m′",
    substituteSlot: (_slot, g, before, write) => heap(inside(g, write), before, write),
    substituteChange: ({ first }, write) => inside(first, write),
  },
  rmsprop: {
    slots: [{ symbol: "v", name: "mean square", formula: "0.9 × v + 0.1 × g²" }],
    change: "g / (√v′ + 0.0000001)",
    substituteSlot: (_slot, g, before, write) => mean(squared(g, write), before, write),
    substituteChange: ({ g, first }, write) =>
      `${inside(g, write)} / (√(${write(first)}) + 0.0000001)`,
  },
  adam: {
    slots: [
      { symbol: "m", name: "mean", formula: "0.9 × m + 0.1 × g" },
      { symbol: "v", name: "mean square", formula: "0.999 × v + 0.001 × g²" },
    ],
    change: "(m′ / (1 − 0.9ᵏ)) / (√(v′ / (1 − 0.999ᵏ)) + 0.0000001) in step k",
    substituteSlot: (slot, g, before, write) =>
      slot === 0
        ? mean(inside(g, write), before, write)
        : slowMean(squared(g, write), before, write),
    substituteChange: ({ first, second, correction }, write) =>
      `(${inside(first, write)} / ${inside(correction.tenth, write)}) / ` +
      `(√(${inside(second, write)} / ${inside(correction.thousandth, write)}) + 0.0000001)`,
  },
};

/** The regularization's part of a gradient, for a weight w; none for a bias. */
export const regularizationNotations: Readonly<
  Record<
    RegularizationName,
    { part: string; substitute(weight: number, write: Write): string }
  >
> = {
  none: { part: "0", substitute: () => "0" },
  l1: {
    part: "sign of w",
    substitute: (weight, write) => inside(Math.sign(weight), write),
  },
  l2: { part: "w", substitute: (weight, write) => inside(weight, write) },
};
