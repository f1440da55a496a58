// Formulas in WGSL, on f32. The functions are those of `elementaryWgsl`.

import { type Formula, type FunctionName, wholePower } from "./formula";
import {
  binding,
  held,
  type Printed,
  plainSigns,
  printInfix,
  printNumber,
  whole,
} from "./print";

const functions: Readonly<Record<FunctionName, string>> = {
  negate: "-",
  abs: "abs",
  sign: "sign",
  sqrt: "sqrt",
  exp: "exp_of",
  expm1: "expm1_of",
  log: "log_of",
  log1p: "log1p_of",
  tanh: "tanh_of",
  logistic: "logistic_of",
  softplus: "softplus_of",
  sine: "sine_of",
  cosine: "cosine_of",
};

/** The largest number that f32 holds. */
const largest = 3.4028234663852886e38;

function literal(size: number): string {
  const text = String(Math.min(size, largest));
  return /[.e]/.test(text) ? text : `${text}.0`;
}

/** An f32 expression; `names` are the variables that the formula's names stand for. */
export function wgslOf(
  formula: Formula,
  names: Readonly<Record<string, string>> = {},
): string {
  const text = (part: Formula) => print(part).text;
  function print(part: Formula): Printed {
    const infix = printInfix(part, print, plainSigns);
    if (infix) return infix;
    switch (part.kind) {
      case "number":
        return printNumber(part.value, literal);
      case "name":
        return whole(names[part.name] ?? part.name);
      case "call":
        return whole(`${functions[part.of]}(${text(part.argument)})`);
      case "pair": {
        const power = wholePower(part);
        if (power === 2) return whole(`square_of(${text(part.left)})`);
        if (power !== null) return whole(`whole_power(${text(part.left)}, ${power})`);
        if (part.of !== "^")
          return whole(`${part.of}(${text(part.left)}, ${text(part.right)})`);
        const log = `log_of(${text(part.left)})`;
        return whole(`exp_of(${held(print(part.right), binding.power)} * ${log})`);
      }
      case "choice": {
        const sides = [part.left, part.right].map((side) =>
          held(print(side), binding.sum),
        );
        const holds = sides.join(` ${part.relation} `);
        return whole(`select(${text(part.no)}, ${text(part.yes)}, ${holds})`);
      }
    }
  }
  return text(formula);
}
