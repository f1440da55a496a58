// A formula made shorter without changing its value, where that is a number.

import { constantOf, relations } from "./evaluate";
import { call, constant, type Formula, mapParts, pair, same } from "./formula";

const isNumber = (formula: Formula, value: number) =>
  formula.kind === "number" && formula.value === value;

const isNegated = (formula: Formula): formula is Formula & { kind: "call" } =>
  formula.kind === "call" && formula.of === "negate";

const isPair = (formula: Formula, of: "*" | "/"): formula is Formula & { kind: "pair" } =>
  formula.kind === "pair" && formula.of === of;

/** The formula without its minus; null where it has none. */
function unsigned(formula: Formula): Formula | null {
  if (isNegated(formula)) return formula.argument;
  if (formula.kind === "number" && formula.value < 0) return constant(-formula.value);
  if (isPair(formula, "*") || isPair(formula, "/")) {
    const left = unsigned(formula.left);
    return left && simpler(pair(formula.of, left, formula.right));
  }
  return null;
}

function simplerSum(left: Formula, right: Formula): Formula {
  if (isNumber(left, 0)) return right;
  if (isNumber(right, 0)) return left;
  if (left.kind === "pair" && left.of === "-" && same(left.right, right))
    return left.left;
  const taken = unsigned(right);
  return taken ? simplerDifference(left, taken) : pair("+", left, right);
}

function simplerDifference(left: Formula, right: Formula): Formula {
  if (isNumber(left, 0)) return simpler(call("negate", right));
  if (isNumber(right, 0)) return left;
  const added = unsigned(right);
  return added ? simplerSum(left, added) : pair("-", left, right);
}

function simplerProduct(left: Formula, right: Formula): Formula {
  if (isNumber(left, 0) || isNumber(right, 0)) return constant(0);
  if (isNumber(left, 1)) return right;
  if (isNumber(right, 1)) return left;
  if (isNumber(left, -1)) return simpler(call("negate", right));
  if (right.kind === "number" && left.kind !== "number") {
    return simpler(pair("*", right, left));
  }
  if (left.kind === "number" && isPair(right, "*") && right.left.kind === "number") {
    return simpler(pair("*", constant(left.value * right.left.value), right.right));
  }
  if (isPair(right, "/") && isNumber(right.left, 1)) {
    return simpler(pair("/", left, right.right));
  }
  return pair("*", left, right);
}

function simplerQuotient(left: Formula, right: Formula): Formula {
  if (isNumber(left, 0)) return left;
  if (isNumber(right, 1)) return left;
  if (isPair(left, "*") && left.left.kind === "number" && right.kind === "number") {
    const factor = left.left.value / right.value;
    // Only where nothing is rounded: 2x / 2, 6x / 4.
    if (factor * right.value === left.left.value && Number.isInteger(2 * factor)) {
      return simpler(pair("*", constant(factor), left.right));
    }
  }
  return pair("/", left, right);
}

/** Makes one node simpler whose parts are already. */
function simpler(formula: Formula): Formula {
  if (formula.kind === "number" || formula.kind === "name") return formula;
  const value = constantOf(formula);
  if (value !== null && Number.isFinite(value)) return constant(value);
  if (formula.kind === "call") {
    const bare = formula.of === "negate" ? unsigned(formula.argument) : null;
    return bare ?? formula;
  }
  if (formula.kind === "choice") {
    const { left, relation, right, yes, no } = formula;
    if (left.kind === "number" && right.kind === "number") {
      return relations[relation](left.value, right.value) ? yes : no;
    }
    return same(yes, no) ? yes : formula;
  }
  const { of, left, right } = formula;
  if (of === "+") return simplerSum(left, right);
  if (of === "-") return simplerDifference(left, right);
  if (of === "*") return simplerProduct(left, right);
  if (of === "/") return simplerQuotient(left, right);
  if (of === "^" && isNumber(right, 1)) return left;
  return of === "^" && isNumber(right, 0) ? constant(1) : formula;
}

/** A slope holds the same parts over and over: each is made simpler once. */
const known = new WeakMap<Formula, Formula>();

/** The formula with what is known folded and what does nothing left out. */
export function simplified(formula: Formula): Formula {
  const found = known.get(formula);
  if (found) return found;
  const made = simpler(mapParts(formula, simplified));
  known.set(formula, made);
  known.set(made, made);
  return made;
}
