import { isOwn, type OwnFormula, writtenName } from "../formula/own-formula";

/** A neuron's output from its weighted sum. */
export type Activation = {
  label: string;
  /** The output for the weighted sum z: see `readFormula`. */
  formula: string;
};

/** Every activation that has a name. */
export const activations = {
  linear: { label: "Linear", formula: "z" },
  relu: { label: "ReLU", formula: "max(0, z)" },
  leaky: { label: "Leaky ReLU", formula: "z > 0 ? z : 0.1 * z" },
  tanh: { label: "Tanh", formula: "tanh(z)" },
  sigmoid: { label: "Sigmoid", formula: "sigmoid(z)" },
  elu: { label: "ELU", formula: "z > 0 ? z : expm1(z)" },
  softplus: { label: "Softplus", formula: "softplus(z)" },
  sine: { label: "Sine", formula: "sin(z)" },
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
