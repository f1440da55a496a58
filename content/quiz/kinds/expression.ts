// Arithmetic and comparisons in a text, such as "2 * x + 1" or "testLoss > trainLoss".
import jsep from "jsep";

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
    const why = error instanceof Error ? error.message : String(error);
    throw new Error(`“${text}” cannot be computed: ${why}`);
  }
}
