import { cosine, expm1, logistic, sine, softplus, tanh } from "../arithmetic/elementary";
import { isOwn, type OwnFormula, writtenName } from "../formula/own-formula";

/**
 * A neuron's output from its weighted sum. The formulas stand in loops of their own, for
 * a block of `count` neurons: a call per neuron would take longer than most of them.
 */
export type Activation = {
  label: string;
  /** The output for the weighted sum z: see `readFormula`. */
  formula: string;
  /** Fills in the outputs for the weighted sums. */
  fill(values: Float64Array, sums: Float64Array, count: number): void;
  /** Fills in the derivatives at the sums, given the outputs; at a kink, from the left. */
  fillSlopes(
    slopes: Float64Array,
    sums: Float64Array,
    values: Float64Array,
    count: number,
  ): void;
};

/** Every activation that has a name. */
export const activations = {
  linear: {
    label: "Linear",
    formula: "z",
    fill(values, sums, count) {
      for (let k = 0; k < count; k += 1) values[k] = sums[k]!;
    },
    fillSlopes(slopes, _sums, _values, count) {
      slopes.fill(1, 0, count);
    },
  },
  relu: {
    label: "ReLU",
    formula: "max(0, z)",
    fill(values, sums, count) {
      for (let k = 0; k < count; k += 1) values[k] = Math.max(0, sums[k]!);
    },
    fillSlopes(slopes, sums, _values, count) {
      for (let k = 0; k < count; k += 1) slopes[k] = sums[k]! > 0 ? 1 : 0;
    },
  },
  leaky: {
    label: "Leaky ReLU",
    formula: "z > 0 ? z : 0.1 * z",
    fill(values, sums, count) {
      for (let k = 0; k < count; k += 1) {
        const sum = sums[k]!;
        values[k] = sum > 0 ? sum : 0.1 * sum;
      }
    },
    fillSlopes(slopes, sums, _values, count) {
      for (let k = 0; k < count; k += 1) slopes[k] = sums[k]! > 0 ? 1 : 0.1;
    },
  },
  tanh: {
    label: "Tanh",
    formula: "tanh(z)",
    fill(values, sums, count) {
      for (let k = 0; k < count; k += 1) values[k] = tanh(sums[k]!);
    },
    fillSlopes(slopes, _sums, values, count) {
      for (let k = 0; k < count; k += 1) slopes[k] = 1 - values[k]! * values[k]!;
    },
  },
  sigmoid: {
    label: "Sigmoid",
    formula: "sigmoid(z)",
    fill(values, sums, count) {
      for (let k = 0; k < count; k += 1) values[k] = logistic(sums[k]!);
    },
    fillSlopes(slopes, _sums, values, count) {
      for (let k = 0; k < count; k += 1) slopes[k] = values[k]! * (1 - values[k]!);
    },
  },
  elu: {
    label: "ELU",
    formula: "z > 0 ? z : expm1(z)",
    fill(values, sums, count) {
      for (let k = 0; k < count; k += 1) {
        const sum = sums[k]!;
        values[k] = sum > 0 ? sum : expm1(sum);
      }
    },
    fillSlopes(slopes, sums, values, count) {
      for (let k = 0; k < count; k += 1) slopes[k] = sums[k]! > 0 ? 1 : values[k]! + 1;
    },
  },
  softplus: {
    label: "Softplus",
    formula: "softplus(z)",
    fill(values, sums, count) {
      for (let k = 0; k < count; k += 1) values[k] = softplus(sums[k]!);
    },
    fillSlopes(slopes, sums, _values, count) {
      for (let k = 0; k < count; k += 1) slopes[k] = logistic(sums[k]!);
    },
  },
  sine: {
    label: "Sine",
    formula: "sin(z)",
    fill(values, sums, count) {
      for (let k = 0; k < count; k += 1) values[k] = sine(sums[k]!);
    },
    fillSlopes(slopes, sums, _values, count) {
      for (let k = 0; k < count; k += 1) slopes[k] = cosine(sums[k]!);
    },
  },
} as const satisfies Record<string, Activation>;

/** An activation of ours by its name in links. */
export type BuiltInActivation = keyof typeof activations;

/** An activation by its name in links, or a reader's own formula over `activationNames`. */
export type ActivationName = BuiltInActivation | OwnFormula;

/** The name in an activation's formula: the weighted sum. */
export const activationNames = ["z"] as const;

/** An activation in a word or, where it is a reader's own, as its formula. */
export const activationLabel = (name: ActivationName): string =>
  isOwn(name) ? writtenName(name) : activations[name].label;
