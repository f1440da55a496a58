// Formulas written out: what all languages share, and the text that can be read again.

import { constants, type Formula, type FunctionName } from "./formula";

/** A formula as text, and how firmly its outermost sign binds. */
export type Printed = { text: string; binds: number };

/** How firmly each sign binds: a part that binds less than is needed stands in parentheses. */
export const binding = {
  choice: 0,
  sum: 1,
  product: 2,
  minus: 3,
  power: 4,
  whole: 5,
} as const;

/** A text that needs no parentheses anywhere. */
export const whole = (text: string): Printed => ({ text, binds: binding.whole });

/** A part's text, in parentheses where it binds less firmly than `least`. */
export const held = ({ text, binds }: Printed, least: number) =>
  binds < least ? `(${text})` : text;

/** The signs of a language, with the spaces around them. */
export type Signs = Readonly<Record<"+" | "-" | "*" | "/" | "minus", string>>;

export const plainSigns: Signs = {
  "+": " + ",
  "-": " - ",
  "*": " * ",
  "/": " / ",
  minus: "-",
};

/** + − × ÷ and the minus before a number, from parts in print; null for all else. */
export function printInfix(
  formula: Formula,
  print: (part: Formula) => Printed,
  signs: Signs,
): Printed | null {
  if (formula.kind === "call" && formula.of === "negate") {
    const text = signs.minus + held(print(formula.argument), binding.power);
    return { text, binds: binding.minus };
  }
  if (formula.kind !== "pair") return null;
  const { of, left, right } = formula;
  if (of === "^" || of === "min" || of === "max") return null;
  const binds = of === "+" || of === "-" ? binding.sum : binding.product;
  // A minus behind another sign has parentheses: a − (−b), a × (−b).
  const behind = Math.max(binds + 1, binding.power);
  const other = print(right);
  const least = other.binds === binding.minus ? behind : binds + 1;
  return { text: held(print(left), binds) + signs[of] + held(other, least), binds };
}

/** A number with `minus` before it where it is below 0. */
export const printNumber = (
  value: number,
  write: (size: number) => string,
  minus = "-",
) =>
  value < 0 ? { text: minus + write(-value), binds: binding.minus } : whole(write(value));

/** The words of the functions in a text. */
const words: Readonly<Record<FunctionName, string>> = {
  negate: "-",
  abs: "abs",
  sign: "sign",
  sqrt: "sqrt",
  exp: "exp",
  expm1: "expm1",
  log: "log",
  log1p: "log1p",
  tanh: "tanh",
  logistic: "sigmoid",
  softplus: "softplus",
  sine: "sin",
  cosine: "cos",
};

/** A number by its name, or by its digits. */
const numeral = (size: number) =>
  [...constants].find(([, value]) => value === size)?.[0] ?? String(size);

function printText(formula: Formula): Printed {
  const infix = printInfix(formula, printText, plainSigns);
  if (infix) return infix;
  const text = (part: Formula) => printText(part).text;
  switch (formula.kind) {
    case "number":
      return printNumber(formula.value, numeral);
    case "name":
      return whole(formula.name);
    case "call":
      return whole(`${words[formula.of]}(${text(formula.argument)})`);
    case "pair": {
      const { of, left, right } = formula;
      if (of !== "^") return whole(`${of}(${text(left)}, ${text(right)})`);
      const power = held(printText(right), binding.minus);
      return {
        text: `${held(printText(left), binding.whole)}^${power}`,
        binds: binding.power,
      };
    }
    case "choice": {
      const { left, relation, right, yes, no } = formula;
      const sides = [left, right].map((side) => held(printText(side), binding.sum));
      return {
        text: `${sides.join(` ${relation} `)} ? ${text(yes)} : ${text(no)}`,
        binds: binding.choice,
      };
    }
  }
}

/** The text that `readFormula` reads as this formula. */
export const formulaText = (formula: Formula): string => printText(formula).text;
