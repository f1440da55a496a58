// The arithmetic of the feed-forward figure. The weights are chosen so that a reader who
// recalculates with the numbers shown, two decimals each, gets the numbers shown.

type Neuron = { weights: readonly number[]; bias: number };

/** One layer's work: what came in, and each neuron's sum and output. */
export type Step = {
  name: string;
  /** Whether tanh follows the sums. */
  squash: boolean;
  /** The decimals that the inputs are written with. */
  digits: number;
  inputs: readonly number[];
  neurons: readonly (Neuron & { sum: number; output: number })[];
};

const layers: readonly { name: string; squash: boolean; neurons: readonly Neuron[] }[] = [
  {
    name: "Hidden 1",
    squash: true,
    neurons: [
      { weights: [0.5, -0.3], bias: 0.1 },
      { weights: [0.5, -0.7], bias: -0.1 },
      { weights: [0.2, 0.6], bias: -0.2 },
    ],
  },
  {
    name: "Hidden 2",
    squash: true,
    neurons: [
      { weights: [-0.4, -0.5, -0.2], bias: 0.1 },
      { weights: [0.8, 0.5, 0.4], bias: 0.1 },
    ],
  },
  {
    name: "Output",
    squash: false,
    neurons: [{ weights: [-0.3, 0.7], bias: 0.1 }],
  },
];

/** The inputs a reader can choose from. */
export const choices: readonly (readonly number[])[] = [
  [1, 0.5],
  [-1, 0.5],
  [0, -1],
];

/** The work of each layer on an input, from first to last: tanh, tanh, linear. */
export function forwardSteps(input: readonly number[]): Step[] {
  let inputs = input;
  return layers.map(({ name, squash, neurons }, layer) => {
    const step: Step = {
      name,
      squash,
      digits: layer === 0 ? 1 : 2,
      inputs,
      neurons: neurons.map((neuron) => {
        const sum = neuron.weights.reduce(
          (total, weight, index) => total + weight * (inputs[index] ?? 0),
          neuron.bias,
        );
        return { ...neuron, sum, output: squash ? Math.tanh(sum) : sum };
      }),
    };
    inputs = step.neurons.map(({ output }) => output);
    return step;
  });
}

/** A number as the figure writes it: a true minus sign, never "−0.00". */
export function written(value: number, digits = 2): string {
  const text = value.toFixed(digits);
  return Number(text) === 0 ? text.replace("-", "") : text.replace("-", "−");
}

export function writtenVector(values: readonly number[], digits = 2): string {
  return `[${values.map((value) => written(value, digits)).join(", ")}]`;
}

/** A neuron's work in words: "0.5 × 1.0 + (−0.3) × 0.5 + 0.1 = 0.45; tanh gives 0.42". */
export function writtenSum(step: Step, index: number): string {
  const neuron = step.neurons[index];
  if (!neuron) return "";
  const kept = (text: string) => (text.startsWith("−") ? `(${text})` : text);
  const products = neuron.weights.map((weight, at) => {
    const factor = written(weight, 1);
    const input = written(step.inputs[at] ?? 0, step.digits);
    return `${at ? kept(factor) : factor} × ${kept(input)}`;
  });
  const bias = `${neuron.bias < 0 ? "−" : "+"} ${written(Math.abs(neuron.bias), 1)}`;
  const sum = `${products.join(" + ")} ${bias} = ${written(neuron.sum)}`;
  return step.squash ? `${sum}; tanh gives ${written(neuron.output)}` : sum;
}
