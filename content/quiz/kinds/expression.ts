// Arithmetic and comparisons in a text, such as "2 * x + 1" or "testLoss > trainLoss".
import jsep from "jsep";
import { isFields } from "@/content/fields";

export type Numbers = Readonly<Record<string, number>>;

const functions: Readonly<Record<string, (...values: number[]) => number>> = {
  min: Math.min,
  max: Math.max,
  abs: Math.abs,
  round: Math.round,
  floor: Math.floor,
  ceil: Math.ceil,
  sqrt: Math.sqrt,
  exp: Math.exp,
  log: Math.log,
  pow: (base, power) => base ** power,
};

const operators: Readonly<Record<string, (one: number, other: number) => number>> = {
  "+": (one, other) => one + other,
  "-": (one, other) => one - other,
  "*": (one, other) => one * other,
  "/": (one, other) => one / other,
  "%": (one, other) => one % other,
  "<": (one, other) => Number(one < other),
  ">": (one, other) => Number(one > other),
  "<=": (one, other) => Number(one <= other),
  ">=": (one, other) => Number(one >= other),
  "==": (one, other) => Number(one === other),
  "&&": (one, other) => Number(one !== 0 && other !== 0),
  "||": (one, other) => Number(one !== 0 || other !== 0),
};

const own = <T>(of: Readonly<Record<string, T>>, name: unknown): T => {
  const found =
    typeof name === "string" && Object.hasOwn(of, name) ? of[name] : undefined;
  if (found === undefined) throw new Error(`“${String(name)}” is not known in it`);
  return found;
};

const isNode = (value: unknown): value is jsep.Expression =>
  typeof value === "object" && value !== null && "type" in value;

function computed(node: unknown, numbers: Numbers): number {
  if (!isNode(node)) throw new Error("a part is missing");
  switch (node.type) {
    case "Literal":
      if (typeof node.value === "number") return node.value;
      break;
    case "Identifier":
      return own(numbers, node.name);
    case "UnaryExpression":
      if (node.operator === "-") return -computed(node.argument, numbers);
      if (node.operator === "!") return Number(computed(node.argument, numbers) === 0);
      break;
    case "BinaryExpression":
      return own(operators, node.operator)(
        computed(node.left, numbers),
        computed(node.right, numbers),
      );
    case "CallExpression":
      if (isNode(node.callee) && Array.isArray(node.arguments)) {
        const values = node.arguments.map((one) => computed(one, numbers));
        return own(functions, node.callee.name)(...values);
      }
  }
  throw new Error(
    "only numbers, names, + - * / %, comparisons and functions may be used",
  );
}

/** Why not; the reader of expressions tells the place at which it stopped. */
function faultIn(text: string, error: unknown): string {
  if (isFields(error) && typeof error.index === "number") {
    const sign = text.slice(error.index).trim()[0];
    return sign ? `“${sign}” cannot stand where it does` : "it ends too early";
  }
  return error instanceof Error ? error.message : String(error);
}

/**
 * The value of an expression, with truth as 1 and untruth as 0. Throws an Error that names
 * the expression where it cannot be read, uses an unknown name, or is no finite number.
 */
export function evaluated(text: string, numbers: Numbers): number {
  try {
    if (text.length > 300) throw new Error("it is too long");
    const value = computed(jsep(text), numbers);
    if (!Number.isFinite(value)) throw new Error("it is no finite number");
    return value;
  } catch (error) {
    throw new Error(`“${text}” cannot be computed: ${faultIn(text, error)}`);
  }
}

/** The numbers that a name may stand for: all from one to another. */
type Range = { name: string; from: number; to: number };

const mirrored: Readonly<Record<string, string>> = {
  "<": ">",
  ">": "<",
  "<=": ">=",
  ">=": "<=",
};

const conditionsIn = (node: unknown): readonly unknown[] =>
  isNode(node) && node.type === "BinaryExpression" && node.operator === "&&"
    ? [...conditionsIn(node.left), ...conditionsIn(node.right)]
    : [node];

function knownValue(node: unknown, known: Numbers): number | null {
  try {
    return computed(node, known);
  } catch {
    return null;
  }
}

/** The numbers that a comparison leaves to the one name in it that is not known. */
function rangeOf(node: unknown, known: Numbers): Range | null {
  if (!isNode(node) || node.type !== "BinaryExpression") return null;
  const [left, right] = [knownValue(node.left, known), knownValue(node.right, known)];
  const operator = String(node.operator);
  const [named, way, bound] =
    left === null ? [node.left, operator, right] : [node.right, mirrored[operator], left];
  if (bound === null || !isNode(named) || named.type !== "Identifier") return null;
  const name = String(named.name);
  if (way === "<" || way === "<=") return { name, from: -Infinity, to: bound };
  return way === ">" || way === ">=" ? { name, from: bound, to: Infinity } : null;
}

/**
 * The range that a condition leaves to the one name that it compares with numbers; `known`
 * are the names whose numbers are told. Null where it cannot be met, or says more or other
 * things than that.
 */
export function rangeIn(text: string, known: Numbers): Range | null {
  const conditions = conditionsIn(jsep(text));
  const open = conditions.filter((one) => knownValue(one, known) === null);
  if (conditions.some((one) => knownValue(one, known) === 0)) return null;
  const ranges = open.map((one) => rangeOf(one, known));
  const [first] = ranges;
  if (!first || !ranges.every((one) => one?.name === first.name)) return null;
  const all = ranges.filter((one) => one !== null);
  const from = Math.max(...all.map((one) => one.from));
  const to = Math.min(...all.map((one) => one.to));
  return from <= to ? { name: first.name, from, to } : null;
}
