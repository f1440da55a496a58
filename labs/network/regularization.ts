import { hash32 } from "@/labs/arithmetic/random";
import type { Network } from "./network";

/**
 * A term added to the loss for each weight (not for biases), times the strength. The
 * curves show the loss without it.
 */
export type Regularization = {
  label: string;
  /** The addition for a weight w. */
  formula: string;
};

/** Every regularization a link can name. */
export const regularizations = {
  none: { label: "None", formula: "0" },
  l1: { label: "L1", formula: "abs(w)" },
  l2: { label: "L2", formula: "w^2 / 2" },
} as const satisfies Record<string, Regularization>;

/** A regularization by its name in links. */
export type RegularizationName = keyof typeof regularizations;

// Which outputs of hidden neurons are left out of a step.
// Source: Srivastava et al., "Dropout: A Simple Way to Prevent Neural Networks from
// Overfitting" (2014), with the outputs that stay scaled up ("inverted").

/** A draw of 24 bits below this leaves an output out. */
export const dropBound = (drop: number) => Math.round(drop * 0x1000000);

/** How many hidden neurons stand before layer `index`; without it, how many there are. */
export function hiddenBefore({ layers }: Network, index = layers.length - 1): number {
  return layers.slice(0, index).reduce((sum, { outputs }) => sum + outputs, 0);
}

/**
 * The factor of a hidden neuron's output for one example in one pass: 0 or
 * 1 / (1 − drop). `key` is the pass's; `draw` is example × hidden neurons + the neuron's
 * own number among them.
 */
export function keptShare(key: number, draw: number, drop: number): number {
  const bits = hash32(key + Math.imul(draw, 0x9e3779b9)) >>> 8;
  return bits >= dropBound(drop) ? 1 / (1 - drop) : 0;
}

/** The same in WGSL, on the uniforms `drop_bound` and `grown`. */
export const keptShareWgsl = /* wgsl */ `
fn kept_share(key : u32, number : i32) -> f32 {
  let draw = hash32(key + u32(number) * 0x9e3779b9u) >> 8u;
  return select(0.0, uniforms.grown, draw >= uniforms.drop_bound);
}
`;
