import { type Formula, type FunctionName, wholePower } from "../formula/formula";
import {
  cosine,
  exp,
  expm1,
  log,
  log1p,
  logistic,
  type OnLanes,
  sine,
  softplus,
  tanh,
} from "./elementary-lanes";
import type { Lanes } from "./program";
import type { Writer } from "./program-writer";

// A formula as steps of a program.

const zero = ({ number }: Writer) => number(0);

const functions: Readonly<Record<FunctionName, OnLanes>> = {
  negate: ({ onLanes }, x) => onLanes("neg", x),
  abs: ({ onLanes }, x) => onLanes("abs", x),
  sqrt: ({ onLanes }, x) => onLanes("sqrt", x),
  sign(writer, x) {
    const { onLanes, number } = writer;
    const above = onLanes("and", number(1), onLanes("less", zero(writer), x));
    const below = onLanes("and", number(-1), onLanes("less", x, zero(writer)));
    // A NaN stays one.
    return onLanes("pick", onLanes("or", above, below), x, onLanes("equal", x, x));
  },
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

const operations = { "+": "add", "-": "sub", "*": "mul", "/": "div" } as const;

/** x × x × …, from the left; 1 divided by that for a power below 0. */
function multiplied({ onLanes, number }: Writer, x: Lanes, power: number): Lanes {
  let product = power === 0 ? number(1) : x;
  for (let k = Math.abs(power); k > 1; k -= 1) product = onLanes("mul", product, x);
  return power < 0 ? onLanes("div", number(1), product) : product;
}

function smallerOrLarger(
  { onLanes }: Writer,
  { of, left, right }: Extract<Formula, { kind: "pair" }> & { of: "min" | "max" },
  one: Lanes,
  other: Lanes,
): Lanes {
  // The quick kind keeps the first where the two cannot be compared: a NaN must come first.
  const quick = of === "min" ? "pmin" : "pmax";
  if (right.kind === "number") return onLanes(quick, one, other);
  if (left.kind === "number") return onLanes(quick, other, one);
  return onLanes(of, one, other);
}

/** The value of `formula` in each lane. Throws where it uses a name that is not there. */
export function formulaLanes(
  writer: Writer,
  formula: Formula,
  names: Readonly<Record<string, Lanes>>,
): Lanes {
  const { onLanes, number } = writer;
  const part = (one: Formula) => formulaLanes(writer, one, names);
  switch (formula.kind) {
    case "number":
      return number(formula.value);
    case "name": {
      const lanes = names[formula.name];
      if (!lanes) throw new Error(`no value for “${formula.name}”`);
      return lanes;
    }
    case "call":
      return functions[formula.of](writer, part(formula.argument));
    case "pair": {
      const { of } = formula;
      const power = wholePower(formula);
      if (power !== null) return multiplied(writer, part(formula.left), power);
      const [left, right] = [part(formula.left), part(formula.right)];
      if (of === "min" || of === "max") {
        return smallerOrLarger(writer, { ...formula, of }, left, right);
      }
      if (of === "^") return exp(writer, onLanes("mul", right, log(writer, left)));
      return onLanes(operations[of], left, right);
    }
    case "choice": {
      const [left, right] = [part(formula.left), part(formula.right)];
      const holds = {
        "<": () => onLanes("less", left, right),
        "<=": () => onLanes("most", left, right),
        ">": () => onLanes("less", right, left),
        ">=": () => onLanes("most", right, left),
      };
      const mask = holds[formula.relation]();
      return onLanes("pick", part(formula.yes), part(formula.no), mask);
    }
  }
}
