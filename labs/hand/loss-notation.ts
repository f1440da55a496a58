// The losses as they are written: in symbols, and with numbers put in.
import type { LossName } from "../network/loss";
import { inside, type Put, type Write } from "./put";

/**
 * s is the score, t its target, r the logarithm of Σ exp(s) over the example's scores.
 */
type Given = { s: number; t: number; r: number };

export type LossNotation = {
  value: string;
  slope: string;
  put(given: Given, write: Write): Put;
  /** An expression that can be a factor or be divided. */
  putSlope(given: Given, write: Write): Put;
};

const gap = ({ s, t }: Given, write: Write) => `${write(s)} − ${inside(t, write)}`;

const product = ({ s, t }: Given, write: Write) =>
  `${inside(t, write)} × ${inside(s, write)}`;

function hubered(given: Given, write: Write, near: string, far: string): Put {
  const close = Math.abs(given.s - given.t) <= 1;
  return {
    because: `|${gap(given, write)}| ${close ? "≤" : ">"} 1`,
    expression: close ? near : far,
  };
}

function signOf(given: Given, write: Write): Put {
  const sign = Math.sign(given.s - given.t);
  const relation = sign > 0 ? ">" : sign < 0 ? "<" : "=";
  return {
    because: `${write(given.s)} ${relation} ${write(given.t)}`,
    expression: inside(sign, write),
  };
}

const right = ({ t }: Given) =>
  t > 0 ? "this is the right class" : "this is not the right class";

/** How each loss is written. */
export const lossNotations: Readonly<Record<LossName, LossNotation>> = {
  squared: {
    value: "(s − t)²",
    slope: "2 × (s − t)",
    put: (given, write) => ({ expression: `(${gap(given, write)})²` }),
    putSlope: (given, write) => ({ expression: `2 × (${gap(given, write)})` }),
  },
  absolute: {
    value: "|s − t|",
    slope: "1 if s > t, −1 if s < t",
    put: (given, write) => ({ expression: `|${gap(given, write)}|` }),
    putSlope: signOf,
  },
  huber: {
    value: "(s − t)² / 2 if |s − t| ≤ 1, else |s − t| − 0.5",
    slope: "s − t, but at most 1 and at least −1",
    put: (given, write) =>
      hubered(
        given,
        write,
        `(${gap(given, write)})² / 2`,
        `|${gap(given, write)}| − 0.5`,
      ),
    putSlope: (given, write) =>
      hubered(
        given,
        write,
        `(${gap(given, write)})`,
        inside(Math.sign(given.s - given.t), write),
      ),
  },
  crossentropy: {
    value: "ln(1 + exp(−t × s))",
    slope: "−t / (1 + exp(t × s))",
    put: (given, write) => ({
      expression: `ln(1 + exp(−${product(given, write)}))`,
    }),
    putSlope: (given, write) => ({
      expression: `${inside(-given.t, write)} / (1 + exp(${product(given, write)}))`,
    }),
  },
  categorical: {
    value: "r − s for the right class, else 0",
    slope: "exp(s − r) − 1 for the right class, else exp(s − r)",
    put: (given, write) => ({
      because: right(given),
      expression: given.t > 0 ? `${write(given.r)} − ${inside(given.s, write)}` : "0",
    }),
    putSlope: (given, write) => ({
      because: right(given),
      expression: `(exp(${write(given.s)} − ${inside(given.r, write)}) − ${given.t > 0 ? 1 : 0})`,
    }),
  },
  hinge: {
    value: "max(0, 1 − t × s)",
    slope: "−t if t × s < 1, else 0",
    put: (given, write) => ({ expression: `max(0, 1 − ${product(given, write)})` }),
    putSlope: (given, write) => {
      const inReach = given.t * given.s < 1;
      return {
        because: `${product(given, write)} ${inReach ? "<" : "≥"} 1`,
        expression: inReach ? inside(-given.t, write) : "0",
      };
    },
  },
};
