// The activations as they are written: in symbols, and with numbers put in.
import type { ActivationName } from "../network/activation";
import { inside, type Put, type Write } from "./put";

/** z is the weighted sum, a the output. */
export type ActivationNotation = {
  value: string;
  slope: string;
  put(z: number, write: Write): Put;
  putSlope(z: number, a: number, write: Write): Put;
};

const side = (z: number, write: Write) => (z > 0 ? `${write(z)} > 0` : `${write(z)} ≤ 0`);

const cases = (z: number, write: Write, above: string, below: string): Put => ({
  because: side(z, write),
  expression: z > 0 ? above : below,
});

const sigmoid = (z: number, write: Write) => `1 / (1 + exp(−${inside(z, write)}))`;

/** How each activation is written. */
export const activationNotations: Readonly<Record<ActivationName, ActivationNotation>> = {
  linear: {
    value: "z",
    slope: "1",
    put: (z, write) => ({ expression: write(z) }),
    putSlope: () => ({ expression: "1" }),
  },
  relu: {
    value: "max(0, z)",
    slope: "1 if z > 0, else 0",
    put: (z, write) => ({ expression: `max(0, ${write(z)})` }),
    putSlope: (z, _a, write) => cases(z, write, "1", "0"),
  },
  leaky: {
    value: "z if z > 0, else 0.1 × z",
    slope: "1 if z > 0, else 0.1",
    put: (z, write) => cases(z, write, write(z), `0.1 × ${inside(z, write)}`),
    putSlope: (z, _a, write) => cases(z, write, "1", "0.1"),
  },
  tanh: {
    value: "tanh(z)",
    slope: "1 − a²",
    put: (z, write) => ({ expression: `tanh(${write(z)})` }),
    putSlope: (_z, a, write) => ({ expression: `1 − (${write(a)})²` }),
  },
  sigmoid: {
    value: "1 / (1 + exp(−z))",
    slope: "a × (1 − a)",
    put: (z, write) => ({ expression: sigmoid(z, write) }),
    putSlope: (_z, a, write) => ({ expression: `${write(a)} × (1 − ${write(a)})` }),
  },
  elu: {
    value: "z if z > 0, else exp(z) − 1",
    slope: "1 if z > 0, else a + 1",
    put: (z, write) => cases(z, write, write(z), `exp(${write(z)}) − 1`),
    putSlope: (z, a, write) => cases(z, write, "1", `${write(a)} + 1`),
  },
  softplus: {
    value: "ln(1 + exp(z))",
    slope: "1 / (1 + exp(−z))",
    put: (z, write) => ({ expression: `ln(1 + exp(${write(z)}))` }),
    putSlope: (z, _a, write) => ({ expression: sigmoid(z, write) }),
  },
  sine: {
    value: "sin(z)",
    slope: "cos(z)",
    put: (z, write) => ({ expression: `sin(${write(z)})` }),
    putSlope: (z, _a, write) => ({ expression: `cos(${write(z)})` }),
  },
};
