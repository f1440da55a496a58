// Formulas as mathematics for KaTeX.

import type { Formula, FunctionName, Relation } from "./formula";
import { spelledOut } from "./in-symbols";
import {
  binding,
  held,
  type Printed,
  printInfix,
  printNumber,
  type Signs,
  whole,
} from "./print";

const signs: Signs = {
  "+": " + ",
  "-": " - ",
  "*": " \\cdot ",
  "/": " / ",
  minus: "-",
};

const relationSigns: Readonly<Record<Relation, string>> = {
  "<": "<",
  "<=": "\\le",
  ">": ">",
  ">=": "\\ge",
};

const functions: Partial<Record<FunctionName, string>> = {
  sign: "\\operatorname{sign}",
  log: "\\ln",
  tanh: "\\tanh",
  sine: "\\sin",
  cosine: "\\cos",
};

/** 1e-7 as 10^{-7}. */
function numeral(size: number): string {
  const [digits = "", power] = String(size).split("e");
  if (power === undefined) return digits;
  const ten = `10^{${Number(power)}}`;
  return digits === "1" ? ten : `${digits} \\cdot ${ten}`;
}

function print(formula: Formula): Printed {
  const text = (part: Formula) => print(part).text;
  if (formula.kind === "pair" && formula.of === "/") {
    return whole(`\\frac{${text(formula.left)}}{${text(formula.right)}}`);
  }
  const infix = printInfix(formula, print, signs);
  if (infix) return infix;
  switch (formula.kind) {
    case "number":
      return printNumber(formula.value, numeral);
    case "name":
      return whole(formula.name);
    case "call": {
      const inside = text(formula.argument);
      if (formula.of === "abs") return whole(`\\left|${inside}\\right|`);
      if (formula.of === "sqrt") return whole(`\\sqrt{${inside}}`);
      if (formula.of === "exp") return { text: `e^{${inside}}`, binds: binding.power };
      return whole(`${functions[formula.of] ?? formula.of}\\left(${inside}\\right)`);
    }
    case "pair": {
      const { of, left, right } = formula;
      if (of === "^") {
        const base = held(print(left), binding.whole);
        return { text: `{${base}}^{${text(right)}}`, binds: binding.power };
      }
      return whole(`\\${of}\\left(${text(left)}, ${text(right)}\\right)`);
    }
    case "choice": {
      const { left, relation, right, yes, no } = formula;
      const when = `${text(left)} ${relationSigns[relation]} ${text(right)}`;
      const cases = `${text(yes)} & \\text{if } ${when} \\\\ ${text(no)} & \\text{otherwise}`;
      return whole(`\\begin{cases} ${cases} \\end{cases}`);
    }
  }
}

/** The formula as KaTeX's text: the careful functions by those of school. */
export const katexOf = (formula: Formula): string => print(spelledOut(formula)).text;
