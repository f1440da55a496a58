/** What a neuron makes of its weighted sum. */
export type Activation = {
  label: string;
  /** The neuron's output for the weighted sum `sum`. */
  value(sum: number): number;
  /** The derivative of `value` at `sum`; at a kink, the derivative from the left. */
  slope(sum: number): number;
};

const sigmoid = (sum: number) => 1 / (1 + Math.exp(-sum));

/** Every activation a link can name. */
export const activations = {
  linear: { label: "Linear", value: (sum) => sum, slope: () => 1 },
  relu: {
    label: "ReLU",
    value: (sum) => Math.max(0, sum),
    slope: (sum) => (sum > 0 ? 1 : 0),
  },
  leaky: {
    label: "Leaky ReLU",
    value: (sum) => (sum > 0 ? sum : 0.1 * sum),
    slope: (sum) => (sum > 0 ? 1 : 0.1),
  },
  tanh: {
    label: "Tanh",
    value: Math.tanh,
    slope: (sum) => 1 - Math.tanh(sum) ** 2,
  },
  sigmoid: {
    label: "Sigmoid",
    value: sigmoid,
    slope: (sum) => sigmoid(sum) * (1 - sigmoid(sum)),
  },
  elu: {
    label: "ELU",
    value: (sum) => (sum > 0 ? sum : Math.expm1(sum)),
    slope: (sum) => (sum > 0 ? 1 : Math.exp(sum)),
  },
  softplus: {
    label: "Softplus",
    value: (sum) => Math.max(sum, 0) + Math.log1p(Math.exp(-Math.abs(sum))),
    slope: sigmoid,
  },
  sine: { label: "Sine", value: Math.sin, slope: Math.cos },
} as const satisfies Record<string, Activation>;

export type ActivationName = keyof typeof activations;
