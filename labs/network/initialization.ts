/**
 * How far the first weights of a layer reach: uniform in ± `factor` × √(6 / fan), where fan
 * counts the numbers that enter the layer, or those that enter and those that leave it.
 * Biases begin at zero.
 */
export type Initialization = { label: string; factor: number; fan: "in" | "both" };

/** Every way to draw the first weights that a link can name. */
export const initializations = {
  // Glorot and Bengio, "Understanding the difficulty of training deep feedforward neural
  // networks" (2010), equation 16.
  glorot: { label: "Glorot", factor: 1, fan: "both" },
  // He, Zhang, Ren and Sun, "Delving Deep into Rectifiers" (2015), section 2.2.
  he: { label: "He", factor: 1, fan: "in" },
  zeros: { label: "Zeros", factor: 0, fan: "both" },
  small: { label: "Glorot ÷ 10", factor: 0.1, fan: "both" },
  large: { label: "Glorot × 10", factor: 10, fan: "both" },
} as const satisfies Record<string, Initialization>;

/** An initialization by its name in links. */
export type InitializationName = keyof typeof initializations;
