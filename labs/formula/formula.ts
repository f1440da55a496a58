// A formula as a tree, written once: its value, its slope and its text in every language of
// the house come from it.

/** The functions of one number. `log` is the natural logarithm; `sign` is −1, 0 or 1. */
export type FunctionName =
  | "negate"
  | "abs"
  | "sign"
  | "sqrt"
  | "exp"
  | "expm1"
  | "log"
  | "log1p"
  | "tanh"
  | "logistic"
  | "softplus"
  | "sine"
  | "cosine";

/**
 * The ways to put two numbers together. `^` with a whole number from −16 to 16 as its right
 * side is repeated multiplication, from the left (see `wholePower`), and for a number below
 * 0 one divided by that; else it is exp(right × log(left)).
 */
export type PairName = "+" | "-" | "*" | "/" | "^" | "min" | "max";

/** The ways to compare two numbers. */
export type Relation = "<" | "<=" | ">" | ">=";

/** An expression over named numbers. A comparison with what is not a number does not hold. */
export type Formula =
  | { kind: "number"; value: number }
  | { kind: "name"; name: string }
  | { kind: "call"; of: FunctionName; argument: Formula }
  | { kind: "pair"; of: PairName; left: Formula; right: Formula }
  | {
      kind: "choice";
      left: Formula;
      relation: Relation;
      right: Formula;
      /** The value where the comparison holds, and where it does not. */
      yes: Formula;
      no: Formula;
    };

/** The numbers that a text can name. */
export const constants: ReadonlyMap<string, number> = new Map([
  ["pi", Math.PI],
  ["e", Math.E],
]);

/** A formula that is a number. */
export const constant = (value: number): Formula => ({ kind: "number", value });

/** A function of a formula. */
export const call = (of: FunctionName, argument: Formula): Formula => ({
  kind: "call",
  of,
  argument,
});

/** Two formulas put together. */
export const pair = (of: PairName, left: Formula, right: Formula): Formula => ({
  kind: "pair",
  of,
  left,
  right,
});

/** The parts of a formula, in the order in which they are written. */
export function partsOf(formula: Formula): readonly Formula[] {
  switch (formula.kind) {
    case "number":
    case "name":
      return [];
    case "call":
      return [formula.argument];
    case "pair":
      return [formula.left, formula.right];
    case "choice":
      return [formula.left, formula.right, formula.yes, formula.no];
  }
}

/** The formula with each of its parts replaced; its own kind stays. */
export function mapParts(formula: Formula, change: (part: Formula) => Formula): Formula {
  switch (formula.kind) {
    case "number":
    case "name":
      return formula;
    case "call":
      return { ...formula, argument: change(formula.argument) };
    case "pair":
      return { ...formula, left: change(formula.left), right: change(formula.right) };
    case "choice":
      return {
        ...formula,
        left: change(formula.left),
        right: change(formula.right),
        yes: change(formula.yes),
        no: change(formula.no),
      };
  }
}

/** How many nodes the tree has. */
export const sizeOf = (formula: Formula): number =>
  partsOf(formula).reduce((sum, part) => sum + sizeOf(part), 1);

const namesKnown = new WeakMap<Formula, ReadonlySet<string>>();

/** The names in a formula, each once. */
export function namesIn(formula: Formula): ReadonlySet<string> {
  if (formula.kind === "name") return new Set([formula.name]);
  const known = namesKnown.get(formula);
  if (known) return known;
  const names = new Set(partsOf(formula).flatMap((part) => [...namesIn(part)]));
  namesKnown.set(formula, names);
  return names;
}

/** All of a formula's outermost sign but its parts. */
function signOf(formula: Formula): string | number {
  switch (formula.kind) {
    case "number":
      return formula.value;
    case "name":
      return formula.name;
    case "choice":
      return formula.relation;
    default:
      return formula.of;
  }
}

/** Whether two formulas are written the same. */
export function same(one: Formula, other: Formula): boolean {
  if (one === other) return true;
  if (one.kind !== other.kind || signOf(one) !== signOf(other)) return false;
  const parts = partsOf(other);
  return partsOf(one).every((part, at) => same(part, parts[at]!));
}

/** The largest whole power that is multiplied out. */
const mostMultiplied = 16;

/** The whole number that `formula` is raised to by multiplication; null where it is not. */
export function wholePower(formula: Formula): number | null {
  if (formula.kind !== "pair" || formula.of !== "^") return null;
  if (formula.right.kind !== "number") return null;
  const { value } = formula.right;
  return Number.isInteger(value) && Math.abs(value) <= mostMultiplied ? value : null;
}
