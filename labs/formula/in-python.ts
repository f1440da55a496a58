// Formulas in Python, on tensors of PyTorch.

import { type Formula, type FunctionName, same } from "./formula";
import {
  binding,
  formulaText,
  held,
  type Printed,
  plainSigns,
  printInfix,
  printNumber,
  whole,
} from "./print";

const functions: Readonly<Record<FunctionName, string>> = {
  negate: "-",
  abs: "torch.abs",
  sign: "torch.sign",
  sqrt: "torch.sqrt",
  exp: "torch.exp",
  expm1: "torch.expm1",
  log: "torch.log",
  log1p: "torch.log1p",
  tanh: "torch.tanh",
  logistic: "torch.sigmoid",
  softplus: "F.softplus",
  sine: "torch.sin",
  cosine: "torch.cos",
};

const isNumber = (formula: Formula, value?: number) =>
  formula.kind === "number" && (value === undefined || formula.value === value);

/** The argument where a choice is ELU, for which PyTorch has a careful gradient; else null. */
function ofElu(formula: Formula): Formula | null {
  if (formula.kind !== "choice" || !isNumber(formula.right, 0)) return null;
  const { left, relation, yes, no } = formula;
  if (relation !== ">" || no.kind !== "call" || no.of !== "expm1") return null;
  return same(left, yes) && same(left, no.argument) ? left : null;
}

/** The functions of z that PyTorch has as modules, by their formula. */
const modules: Readonly<Record<string, string>> = {
  z: "nn.Identity()",
  "max(0, z)": "nn.ReLU()",
  "z > 0 ? z : 0.1 * z": "nn.LeakyReLU(0.1)",
  "tanh(z)": "nn.Tanh()",
  "sigmoid(z)": "nn.Sigmoid()",
  "z > 0 ? z : expm1(z)": "nn.ELU()",
  "softplus(z)": "nn.Softplus()",
};

/** PyTorch's module for a formula of z; null where it has none. */
export const moduleOf = (formula: Formula): string | null =>
  modules[formulaText(formula)] ?? null;

/**
 * A Python expression; `names` are the variables that the formula's names stand for. Both
 * cases of a choice are computed, and what is no number in the one that does not hold can
 * spoil PyTorch's gradient.
 */
export function pythonOf(
  formula: Formula,
  names: Readonly<Record<string, string>> = {},
): string {
  const text = (part: Formula) => print(part).text;
  const asFloat = (part: Formula) =>
    isNumber(part) && /^-?\d+$/.test(text(part)) ? `${text(part)}.0` : text(part);
  function printExtreme(of: "min" | "max", left: Formula, right: Formula): string {
    if (of === "max" && isNumber(left, 0)) return `torch.relu(${text(right)})`;
    const [bound, other] = isNumber(left) ? [left, right] : [right, left];
    if (isNumber(bound))
      return `torch.clamp(${text(other)}, ${of === "max" ? "min" : "max"}=${text(bound)})`;
    return `torch.${of}imum(${text(left)}, ${text(right)})`;
  }
  function print(part: Formula): Printed {
    const infix = printInfix(part, print, plainSigns);
    if (infix) return infix;
    switch (part.kind) {
      case "number":
        return printNumber(part.value, String);
      case "name":
        return whole(names[part.name] ?? part.name);
      case "call":
        return whole(`${functions[part.of]}(${text(part.argument)})`);
      case "pair": {
        const { of, left, right } = part;
        if (of !== "^")
          return whole(printExtreme(of === "min" ? "min" : "max", left, right));
        const power = held(print(right), binding.minus);
        return {
          text: `${held(print(left), binding.whole)} ** ${power}`,
          binds: binding.power,
        };
      }
      case "choice": {
        const elu = ofElu(part);
        if (elu) return whole(`F.elu(${text(elu)})`);
        const sides = [part.left, part.right].map((side) =>
          held(print(side), binding.sum),
        );
        const holds = sides.join(` ${part.relation} `);
        return whole(`torch.where(${holds}, ${asFloat(part.yes)}, ${asFloat(part.no)})`);
      }
    }
  }
  return text(formula);
}
