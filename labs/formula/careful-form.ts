// Formulas of school that lose digits or overflow, and the functions that do not.

import { call, type Formula, namesIn, partsOf } from "./formula";
import { simplified } from "./simplify";

/** A part of a formula beside the function that gives the same number more exactly. */
export type CarefulForm = { written: Formula; better: Formula };

const isOne = (formula: Formula) => formula.kind === "number" && formula.value === 1;

/** The other side of a sum with 1; null where the formula is none. */
function besideOne(formula: Formula): Formula | null {
  if (formula.kind !== "pair" || formula.of !== "+") return null;
  if (isOne(formula.left)) return formula.right;
  return isOne(formula.right) ? formula.left : null;
}

/** The power that e is raised to; null where the formula is none. */
const exponent = (formula: Formula | null) =>
  formula?.kind === "call" && formula.of === "exp" ? formula.argument : null;

function carefulPart(formula: Formula): Formula | null {
  if (formula.kind === "call" && formula.of === "log") {
    const added = besideOne(formula.argument);
    const power = exponent(added);
    if (power) return call("softplus", power);
    return added && namesIn(added).size > 0 ? call("log1p", added) : null;
  }
  if (formula.kind !== "pair") return null;
  const { of, left, right } = formula;
  if (of === "-" && isOne(right)) {
    const power = exponent(left);
    return power && call("expm1", power);
  }
  if (of !== "/" || !isOne(left)) return null;
  const power = exponent(besideOne(right));
  return power && call("logistic", simplified(call("negate", power)));
}

/** The first part of a formula that has a more careful form; null where none has. */
export function carefulForm(formula: Formula): CarefulForm | null {
  const better = carefulPart(formula);
  if (better) return { written: formula, better };
  for (const part of partsOf(formula)) {
    const found = carefulForm(part);
    if (found) return found;
  }
  return null;
}
