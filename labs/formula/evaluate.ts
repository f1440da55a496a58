// The value of a formula: a closure for each of its parts, with the house's own functions,
// so that it has the same bits everywhere.

import {
  cosine,
  exp,
  expm1,
  log,
  log1p,
  logistic,
  sine,
  softplus,
  tanh,
} from "../arithmetic/elementary";
import {
  type Formula,
  type FunctionName,
  namesIn,
  type PairName,
  type Relation,
  wholePower,
} from "./formula";

/** The value of a formula for the values of its names, in the order they were given in. */
export type Evaluator = (values: ArrayLike<number>) => number;

const functions: Readonly<Record<FunctionName, (x: number) => number>> = {
  negate: (x) => -x,
  abs: Math.abs,
  sign: Math.sign,
  sqrt: Math.sqrt,
  exp,
  expm1,
  log,
  log1p,
  tanh,
  logistic,
  softplus,
  sine,
  cosine,
};

const pairs: Readonly<Record<PairName, (one: number, other: number) => number>> = {
  "+": (one, other) => one + other,
  "-": (one, other) => one - other,
  "*": (one, other) => one * other,
  "/": (one, other) => one / other,
  "^": (one, other) => exp(other * log(one)),
  min: Math.min,
  max: Math.max,
};

/** Whether a comparison of two numbers holds. */
export const relations: Readonly<
  Record<Relation, (one: number, other: number) => boolean>
> = {
  "<": (one, other) => one < other,
  "<=": (one, other) => one <= other,
  ">": (one, other) => one > other,
  ">=": (one, other) => one >= other,
};

/** x × x × …, from the left; 1 divided by that for a power below 0. */
function multiplied(x: number, power: number): number {
  let product = 1;
  for (let k = Math.abs(power); k > 0; k -= 1) product *= x;
  return power < 0 ? 1 / product : product;
}

/**
 * Makes a formula's evaluator. Throws where it uses a name that is not in `names`. No text
 * is run: the closures are those of this file.
 */
export function evaluatorOf(formula: Formula, names: readonly string[]): Evaluator {
  const made = (part: Formula) => evaluatorOf(part, names);
  switch (formula.kind) {
    case "number":
      return () => formula.value;
    case "name": {
      const at = names.indexOf(formula.name);
      if (at < 0) throw new Error(`no value for “${formula.name}”`);
      return (values) => values[at]!;
    }
    case "call": {
      const [of, argument] = [functions[formula.of], made(formula.argument)];
      return (values) => of(argument(values));
    }
    case "pair": {
      const power = wholePower(formula);
      const left = made(formula.left);
      if (power !== null) return (values) => multiplied(left(values), power);
      const [of, right] = [pairs[formula.of], made(formula.right)];
      return (values) => of(left(values), right(values));
    }
    case "choice": {
      const holds = relations[formula.relation];
      const [left, right] = [made(formula.left), made(formula.right)];
      const [yes, no] = [made(formula.yes), made(formula.no)];
      return (values) => (holds(left(values), right(values)) ? yes(values) : no(values));
    }
  }
}

/** The value of a formula without names; null of one that has some. */
export const constantOf = (formula: Formula): number | null =>
  namesIn(formula).size === 0 ? evaluatorOf(formula, [])([]) : null;
