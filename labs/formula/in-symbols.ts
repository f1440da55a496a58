// Formulas as one writes them by hand: "z if z > 0, else 0.1 × z", and with numbers put in.

import { evaluatorOf, relations } from "./evaluate";
import {
  call,
  constant,
  type Formula,
  type FunctionName,
  mapParts,
  namesIn,
  pair,
  type Relation,
} from "./formula";
import {
  binding,
  held,
  type Printed,
  printInfix,
  printNumber,
  type Signs,
  whole,
} from "./print";
import { simplified } from "./simplify";

const signs: Signs = { "+": " + ", "-": " − ", "*": " × ", "/": " / ", minus: "−" };

const relationSigns: Readonly<Record<Relation, string>> = {
  "<": "<",
  "<=": "≤",
  ">": ">",
  ">=": "≥",
};

const opposites: Readonly<Record<Relation, Relation>> = {
  "<": ">=",
  "<=": ">",
  ">": "<=",
  ">=": "<",
};

const one = constant(1);

/** The careful functions by those that one learns at school. */
function spelled(formula: Formula): Formula {
  const all = mapParts(formula, spelled);
  if (all.kind !== "call") return all;
  const { of, argument } = all;
  switch (of) {
    case "expm1":
      return pair("-", call("exp", argument), one);
    case "log1p":
      return call("log", pair("+", one, argument));
    case "softplus":
      return call("log", pair("+", one, call("exp", argument)));
    case "logistic": {
      const small = call("exp", call("negate", argument));
      return pair("/", one, pair("+", one, small));
    }
    default:
      return all;
  }
}

/** The formula by the functions of school, and no longer than it needs to be. */
export const spelledOut = (formula: Formula): Formula => simplified(spelled(formula));

const raised = "⁰¹²³⁴⁵⁶⁷⁸⁹";

/** −5 as "⁻⁵": a whole number as an exponent. */
export const high = (power: number) =>
  [...String(power)].map((sign) => raised[Number(sign)] ?? "⁻").join("");

/** A constant in full: 0.0000001. */
function inFull(size: number): string {
  const [digits = "", power] = String(size).split("e-");
  if (power === undefined) return digits;
  return size.toFixed(Math.min(100, Number(power) + digits.replace(/\D/, "").length - 1));
}

const words: Partial<Record<FunctionName, string>> = {
  log: "ln",
  sine: "sin",
  cosine: "cos",
};

function printSymbols(formula: Formula, names: (name: string) => Printed): Printed {
  const print = (part: Formula): Printed => printSymbols(part, names);
  const text = (part: Formula) => print(part).text;
  const infix = printInfix(formula, print, signs);
  if (infix) return infix;
  switch (formula.kind) {
    case "number":
      return printNumber(formula.value, inFull, "−");
    case "name":
      return names(formula.name);
    case "call": {
      const inside = text(formula.argument);
      if (formula.of === "abs") return whole(`|${inside}|`);
      if (formula.of !== "sqrt")
        return whole(`${words[formula.of] ?? formula.of}(${inside})`);
      const bare = /^\p{L}\p{M}*′?$/u.test(inside);
      return whole(bare ? `√${inside}` : `√(${inside})`);
    }
    case "pair": {
      const { of, left, right } = formula;
      if (of !== "^") return whole(`${of}(${text(left)}, ${text(right)})`);
      const power = right.kind === "number" && Number.isInteger(right.value);
      const above = power ? high(right.value) : `^${held(print(right), binding.whole)}`;
      return { text: held(print(left), binding.whole) + above, binds: binding.power };
    }
    case "choice": {
      const { yes, no } = formula;
      const when = comparison(formula, print);
      return { text: `${text(yes)} if ${when}, else ${text(no)}`, binds: binding.choice };
    }
  }
}

type Choice = Formula & { kind: "choice" };

function comparison(
  { left, relation, right }: Omit<Choice, "kind" | "yes" | "no">,
  print: (part: Formula) => Printed,
): string {
  const [one, other] = [left, right].map((side) => held(print(side), binding.sum));
  return `${one} ${relationSigns[relation]} ${other}`;
}

/**
 * A formula in symbols; `names` are written for its own where they differ. In parentheses
 * where it binds less firmly than `least`.
 */
export function symbolsOf(
  formula: Formula,
  names: Readonly<Record<string, string>> = {},
  least: number = binding.choice,
): string {
  const print = (part: Formula) =>
    printSymbols(part, (name) => whole(names[name] ?? name));
  const spelt = spelledOut(formula);
  if (least > binding.choice || spelt.kind !== "call" || spelt.of !== "sign") {
    return held(print(spelt), least);
  }
  const { argument } = spelt;
  const [left, right] =
    argument.kind === "pair" && argument.of === "-"
      ? [argument.left, argument.right]
      : [argument, constant(0)];
  const above = comparison({ left, relation: ">", right }, print);
  return `1 if ${above}, −1 if ${comparison({ left, relation: "<", right }, print)}`;
}

/** A formula with its numbers put in. */
export type Substitution = {
  /** Which case of the formula holds, as in "0.5 > 0", where it has several. */
  because?: string;
  expression: string;
};

/** How a number is written into a formula, without parentheses. */
export type Write = (value: number) => string;

/** Says of a name's value, in words, which case holds where that name alone decides it. */
export type Meanings = Readonly<Record<string, (value: number) => string>>;

/** How firmly a written number binds: "−2" and "3·10⁻⁵" need parentheses in places. */
function printValue(text: string): Printed {
  if (text.startsWith("−")) {
    return { text, binds: text.includes("·") ? binding.product : binding.minus };
  }
  return text.includes("·") ? { text, binds: binding.product } : whole(text);
}

/**
 * A formula that was spelt out, with the values of its names put in: of each choice the case
 * that holds, of a sign its number. In parentheses where it binds less firmly than `least`.
 */
export function substitute(
  formula: Formula,
  values: Readonly<Record<string, number>>,
  write: Write,
  least: number = binding.choice,
  meanings: Meanings = {},
): Substitution {
  const names = Object.keys(values);
  const numbers = Object.values(values);
  const amount = (part: Formula) => evaluatorOf(part, names)(numbers);
  const print = (part: Formula) =>
    printSymbols(part, (name) => printValue(write(values[name]!)));
  const reasons: string[] = [];
  function resolved(part: Formula): Formula {
    if (part.kind === "choice") {
      const { left, relation, right, yes, no } = part;
      const holds = relations[relation](amount(left), amount(right));
      const told = holds ? relation : opposites[relation];
      const decides = left.kind === "name" && right.kind === "number" ? left.name : "";
      reasons.push(
        meanings[decides]?.(values[decides]!) ??
          comparison({ left, relation: told, right }, print),
      );
      return resolved(holds ? yes : no);
    }
    if (part.kind === "call" && part.of === "sign" && namesIn(part).size > 0) {
      const sign = amount(part);
      reasons.push(
        `${held(print(part.argument), binding.sum)} ${sign > 0 ? ">" : sign < 0 ? "<" : "="} 0`,
      );
      return constant(sign);
    }
    return mapParts(part, resolved);
  }
  const expression = held(print(resolved(formula)), least);
  return reasons.length > 0
    ? { because: reasons.join(", "), expression }
    : { expression };
}
