import { cosine, expm1, logistic, sine, softplus, tanh } from "../arithmetic/elementary";

/**
 * A neuron's output from its weighted sum. The formulas stand in loops of their own, for
 * a block of `count` neurons: a call per neuron would take longer than most of them.
 */
export type Activation = {
  label: string;
  /** Fills in the outputs for the weighted sums. */
  fill(values: Float64Array, sums: Float64Array, count: number): void;
  /** Fills in the derivatives at the sums, given the outputs; at a kink, from the left. */
  fillSlopes(
    slopes: Float64Array,
    sums: Float64Array,
    values: Float64Array,
    count: number,
  ): void;
  /** The same two as WGSL: f32 expressions of `sum` and of `sum` and `value`. */
  wgsl: { value: string; slope: string };
};

/** Every activation a link can name. */
export const activations = {
  linear: {
    label: "Linear",
    fill(values, sums, count) {
      for (let k = 0; k < count; k += 1) values[k] = sums[k]!;
    },
    fillSlopes(slopes, _sums, _values, count) {
      slopes.fill(1, 0, count);
    },
    wgsl: { value: "sum", slope: "1.0" },
  },
  relu: {
    label: "ReLU",
    fill(values, sums, count) {
      for (let k = 0; k < count; k += 1) values[k] = Math.max(0, sums[k]!);
    },
    fillSlopes(slopes, sums, _values, count) {
      for (let k = 0; k < count; k += 1) slopes[k] = sums[k]! > 0 ? 1 : 0;
    },
    wgsl: { value: "max(0.0, sum)", slope: "select(0.0, 1.0, sum > 0.0)" },
  },
  leaky: {
    label: "Leaky ReLU",
    fill(values, sums, count) {
      for (let k = 0; k < count; k += 1) {
        const sum = sums[k]!;
        values[k] = sum > 0 ? sum : 0.1 * sum;
      }
    },
    fillSlopes(slopes, sums, _values, count) {
      for (let k = 0; k < count; k += 1) slopes[k] = sums[k]! > 0 ? 1 : 0.1;
    },
    wgsl: {
      value: "select(0.1 * sum, sum, sum > 0.0)",
      slope: "select(0.1, 1.0, sum > 0.0)",
    },
  },
  tanh: {
    label: "Tanh",
    fill(values, sums, count) {
      for (let k = 0; k < count; k += 1) values[k] = tanh(sums[k]!);
    },
    fillSlopes(slopes, _sums, values, count) {
      for (let k = 0; k < count; k += 1) slopes[k] = 1 - values[k]! * values[k]!;
    },
    wgsl: { value: "tanh_of(sum)", slope: "1.0 - value * value" },
  },
  sigmoid: {
    label: "Sigmoid",
    fill(values, sums, count) {
      for (let k = 0; k < count; k += 1) values[k] = logistic(sums[k]!);
    },
    fillSlopes(slopes, _sums, values, count) {
      for (let k = 0; k < count; k += 1) slopes[k] = values[k]! * (1 - values[k]!);
    },
    wgsl: { value: "logistic_of(sum)", slope: "value * (1.0 - value)" },
  },
  elu: {
    label: "ELU",
    fill(values, sums, count) {
      for (let k = 0; k < count; k += 1) {
        const sum = sums[k]!;
        values[k] = sum > 0 ? sum : expm1(sum);
      }
    },
    fillSlopes(slopes, sums, values, count) {
      for (let k = 0; k < count; k += 1) slopes[k] = sums[k]! > 0 ? 1 : values[k]! + 1;
    },
    wgsl: {
      value: "select(expm1_of(min(sum, 0.0)), sum, sum > 0.0)",
      slope: "select(value + 1.0, 1.0, sum > 0.0)",
    },
  },
  softplus: {
    label: "Softplus",
    fill(values, sums, count) {
      for (let k = 0; k < count; k += 1) values[k] = softplus(sums[k]!);
    },
    fillSlopes(slopes, sums, _values, count) {
      for (let k = 0; k < count; k += 1) slopes[k] = logistic(sums[k]!);
    },
    wgsl: { value: "softplus_of(sum)", slope: "logistic_of(sum)" },
  },
  sine: {
    label: "Sine",
    fill(values, sums, count) {
      for (let k = 0; k < count; k += 1) values[k] = sine(sums[k]!);
    },
    fillSlopes(slopes, sums, _values, count) {
      for (let k = 0; k < count; k += 1) slopes[k] = cosine(sums[k]!);
    },
    wgsl: { value: "sine_of(sum)", slope: "cosine_of(sum)" },
  },
} as const satisfies Record<string, Activation>;

/** An activation by its name in links. */
export type ActivationName = keyof typeof activations;
