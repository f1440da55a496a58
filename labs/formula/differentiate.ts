// The slope of a formula, as another formula.

import {
  call,
  constant,
  type Formula,
  type FunctionName,
  mapParts,
  namesIn,
  pair,
  same,
} from "./formula";
import { simplified } from "./simplify";

const [zero, one, two] = [constant(0), constant(1), constant(2)];

/** The slope of each function at its argument `u`, given its own value there. */
const slopes: Readonly<Record<FunctionName, (u: Formula, value: Formula) => Formula>> = {
  negate: () => constant(-1),
  abs: (u) => call("sign", u),
  sign: () => zero,
  sqrt: (_u, value) => pair("/", one, pair("*", two, value)),
  exp: (_u, value) => value,
  expm1: (_u, value) => pair("+", value, one),
  log: (u) => pair("/", one, u),
  log1p: (u) => pair("/", one, pair("+", one, u)),
  tanh: (_u, value) => pair("-", one, pair("^", value, two)),
  logistic: (_u, value) => pair("*", value, pair("-", one, value)),
  softplus: (u) => call("logistic", u),
  sine: (u) => call("cosine", u),
  cosine: (u) => call("negate", call("sine", u)),
};

/**
 * max and min take the slope of whichever counts. Where both are equal that is the first,
 * but of two known slopes the one from the left: the lower for max, the higher for min.
 */
function extremeSlope(
  { of, left, right }: Formula & { kind: "pair" },
  ofLeft: Formula,
  ofRight: Formula,
): Formula {
  const both = ofLeft.kind === "number" && ofRight.kind === "number";
  const leftward = both && (of === "max") === ofRight.value < ofLeft.value;
  const strict = of === "max" ? ">" : "<";
  const relation = leftward ? (`${strict}=` as const) : strict;
  return { kind: "choice", left: right, relation, right: left, yes: ofRight, no: ofLeft };
}

function powerSlope(
  formula: Formula & { kind: "pair" },
  ofBase: Formula,
  ofPower: Formula,
): Formula {
  const { left: base, right: power } = formula;
  if (power.kind === "number") {
    const less = pair("^", base, constant(power.value - 1));
    return pair("*", pair("*", power, less), ofBase);
  }
  const byPower = pair("*", ofPower, call("log", base));
  const byBase = pair("*", power, pair("/", ofBase, base));
  return pair("*", formula, pair("+", byPower, byBase));
}

function slope(formula: Formula, name: string): Formula {
  // A part without the name has the slope 0, wherever it is no number itself.
  if (!namesIn(formula).has(name)) return zero;
  const of = (part: Formula) => simplified(slope(part, name));
  switch (formula.kind) {
    case "number":
      return zero;
    case "name":
      return one;
    case "choice":
      return { ...formula, yes: of(formula.yes), no: of(formula.no) };
    case "call":
      return pair(
        "*",
        of(formula.argument),
        slopes[formula.of](formula.argument, formula),
      );
    case "pair": {
      const { left, right } = formula;
      const [ofLeft, ofRight] = [of(left), of(right)];
      switch (formula.of) {
        case "+":
        case "-":
          return pair(formula.of, ofLeft, ofRight);
        case "*":
          return pair("+", pair("*", ofLeft, right), pair("*", ofRight, left));
        // By the quotient itself, as the square of `right` may overflow.
        case "/":
          return pair("/", pair("-", ofLeft, pair("*", ofRight, formula)), right);
        case "^":
          return powerSlope(formula, ofLeft, ofRight);
        case "min":
        case "max":
          return extremeSlope(formula, ofLeft, ofRight);
      }
    }
  }
}

/**
 * The derivative of a formula with respect to `name`. At a kink it is that of the case
 * that counts there: of max(0, z) at 0 it is 0, of |z| it is 0, too.
 */
export const slopeOf = (formula: Formula, name: string): Formula =>
  simplified(slope(formula, name));

/**
 * The formula with `name` wherever `value` stands in it: for a slope beside the value it
 * belongs to. Under the condition of a choice, that is the value of the same case.
 */
export function shortened(formula: Formula, value: Formula, name: string): Formula {
  if (value.kind === "number" || value.kind === "name") return formula;
  if (same(formula, value)) return { kind: "name", name };
  if (
    formula.kind === "choice" &&
    value.kind === "choice" &&
    formula.relation === value.relation &&
    same(formula.left, value.left) &&
    same(formula.right, value.right)
  ) {
    const yes = shortened(formula.yes, value.yes, name);
    return { ...formula, yes, no: shortened(formula.no, value.no, name) };
  }
  return mapParts(formula, (part) => shortened(part, value, name));
}
