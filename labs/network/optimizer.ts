import { expm1 } from "../arithmetic/elementary";

/** How far running means that start at zero have filled: 1 − 0.9^step, 1 − 0.999^step. */
export type BiasCorrection = { tenth: number; thousandth: number };

/** ln 0.9. */
export const lnNineTenths = -0.10536051565782628;
/** ln 0.999. */
export const lnAllButThousandth = -0.0010005003335835335;

/** Updates `correction` to the step counted `step`, from 1. */
export function correctBias(correction: BiasCorrection, step: number) {
  correction.tenth = -expm1(step * lnNineTenths);
  correction.thousandth = -expm1(step * lnAllButThousandth);
}

/** The same in WGSL: the struct and `filled_after(step : f32)`. */
export const filledWgsl = /* wgsl */ `
struct Filled { tenth : f32, thousandth : f32 };
fn filled_after(step : f32) -> Filled {
  return Filled(-expm1_of(step * ${lnNineTenths}), -expm1_of(step * ${lnAllButThousandth}));
}
`;

/** A kept number: how it is written and called, and how it is updated by the gradient g. */
export type Slot = { symbol: string; name: string; formula: string };

/**
 * How a step is made of a gradient. For each weight an optimizer may keep two numbers, zero
 * at the start of a run. In a step both are updated, in their order, and then the weight is
 * lowered by the learning rate times the number that `formula` gives.
 */
export type Optimizer = {
  label: string;
  /** The numbers it keeps for each weight: at most two. */
  slots: readonly Slot[];
  /** The factor of the learning rate, over g, the updated slots, tenth and thousandth. */
  formula: string;
};

/** Every optimizer a link can name. */
export const optimizers = {
  sgd: {
    label: "SGD",
    slots: [],
    formula: "g",
  },
  // Polyak, "Some methods of speeding up the convergence of iteration methods" (1964).
  momentum: {
    label: "Momentum",
    slots: [{ symbol: "m", name: "momentum", formula: "0.9 * m + g" }],
    formula: "m",
  },
  // Hinton, Srivastava and Swersky, "Neural Networks for Machine Learning", lecture 6e (2012).
  rmsprop: {
    label: "RMSProp",
    slots: [{ symbol: "v", name: "mean square", formula: "0.9 * v + 0.1 * g^2" }],
    formula: "g / (sqrt(v) + 1e-7)",
  },
  // Kingma and Ba, "Adam: A Method for Stochastic Optimization" (2015), algorithm 1.
  adam: {
    label: "Adam",
    slots: [
      { symbol: "m", name: "mean", formula: "0.9 * m + 0.1 * g" },
      { symbol: "v", name: "mean square", formula: "0.999 * v + 0.001 * g^2" },
    ],
    formula: "m / tenth / (sqrt(v / thousandth) + 1e-7)",
  },
} as const satisfies Record<string, Optimizer>;

/** An optimizer by its name in links. */
export type OptimizerName = keyof typeof optimizers;
