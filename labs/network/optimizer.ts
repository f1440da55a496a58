import { expm1 } from "../arithmetic/elementary";

/** How far running means that start at zero have filled: 1 − 0.9^step, 1 − 0.999^step. */
export type BiasCorrection = { tenth: number; thousandth: number };

// ln 0.9 and ln 0.999.
const lnNineTenths = -0.10536051565782628;
const lnAllButThousandth = -0.0010005003335835335;

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

/**
 * How a step is made of a gradient. For each weight an optimizer may keep two numbers,
 * `first` and `second`, zero at the start of a run. In a step both are updated, in this
 * order, and then the weight is lowered by the learning rate times `change`.
 */
export type Optimizer = {
  label: string;
  /** How many numbers it keeps for each weight. */
  slots: 0 | 1 | 2;
  first(gradient: number, first: number): number;
  second(gradient: number, second: number): number;
  change(gradient: number, first: number, second: number, filled: BiasCorrection): number;
  /** The three as WGSL: f32 expressions of the same names, `filled` being a struct. */
  wgsl: { first: string; second: string; change: string };
};

const zero = () => 0;

/** Every optimizer a link can name. */
export const optimizers = {
  sgd: {
    label: "SGD",
    slots: 0,
    first: zero,
    second: zero,
    change: (gradient) => gradient,
    wgsl: { first: "0.0", second: "0.0", change: "gradient" },
  },
  // Polyak, "Some methods of speeding up the convergence of iteration methods" (1964).
  momentum: {
    label: "Momentum",
    slots: 1,
    first: (gradient, first) => 0.9 * first + gradient,
    second: zero,
    change: (_gradient, first) => first,
    wgsl: { first: "0.9 * first + gradient", second: "0.0", change: "first" },
  },
  // Hinton, Srivastava and Swersky, "Neural Networks for Machine Learning", lecture 6e (2012).
  rmsprop: {
    label: "RMSProp",
    slots: 1,
    first: (gradient, first) => 0.9 * first + 0.1 * gradient * gradient,
    second: zero,
    change: (gradient, first) => gradient / (Math.sqrt(first) + 1e-7),
    wgsl: {
      first: "0.9 * first + 0.1 * gradient * gradient",
      second: "0.0",
      change: "gradient / (sqrt(first) + 1e-7)",
    },
  },
  // Kingma and Ba, "Adam: A Method for Stochastic Optimization" (2015), algorithm 1.
  adam: {
    label: "Adam",
    slots: 2,
    first: (gradient, first) => 0.9 * first + 0.1 * gradient,
    second: (gradient, second) => 0.999 * second + 0.001 * gradient * gradient,
    change: (_gradient, first, second, filled) =>
      first / filled.tenth / (Math.sqrt(second / filled.thousandth) + 1e-7),
    wgsl: {
      first: "0.9 * first + 0.1 * gradient",
      second: "0.999 * second + 0.001 * gradient * gradient",
      change: "first / filled.tenth / (sqrt(second / filled.thousandth) + 1e-7)",
    },
  },
} as const satisfies Record<string, Optimizer>;

/** An optimizer by its name in links. */
export type OptimizerName = keyof typeof optimizers;
