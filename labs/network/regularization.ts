/**
 * What is added to the loss for each weight (not for biases), times the strength. The
 * curves show the loss without it.
 */
export type Regularization = {
  label: string;
  /** The derivative of the addition with respect to the weight. */
  slope(weight: number): number;
  /** The same as WGSL: an f32 expression of `weight`. */
  wgsl: string;
};

/** Every regularization a link can name. */
export const regularizations = {
  none: { label: "None", slope: () => 0, wgsl: "0.0" },
  /** The addition is |weight|. */
  l1: { label: "L1", slope: (weight) => Math.sign(weight), wgsl: "sign(weight)" },
  /** The addition is weight² / 2. */
  l2: { label: "L2", slope: (weight) => weight, wgsl: "weight" },
} as const satisfies Record<string, Regularization>;

export type RegularizationName = keyof typeof regularizations;
