// The values of a formula, for many rows at once: a loop for each of its parts, with the
// house's own functions, so that they have the same bits everywhere. No text is run.

import {
  cosine,
  exp,
  expm1,
  log,
  log1p,
  logistic,
  sine,
  softplus,
  tanh,
} from "../arithmetic/elementary";
import {
  type Formula,
  type FunctionName,
  namesIn,
  type PairName,
  type Relation,
  same,
  wholePower,
} from "./formula";

type Numbers = Float64Array;

// A common loop that is given a function would put each of its numbers on the heap.
const functions: Readonly<
  Record<FunctionName, (into: Numbers, x: Numbers, count: number) => void>
> = {
  negate(into, x, count) {
    for (let k = 0; k < count; k += 1) into[k] = -x[k]!;
  },
  abs(into, x, count) {
    for (let k = 0; k < count; k += 1) into[k] = Math.abs(x[k]!);
  },
  sign(into, x, count) {
    for (let k = 0; k < count; k += 1) into[k] = Math.sign(x[k]!);
  },
  sqrt(into, x, count) {
    for (let k = 0; k < count; k += 1) into[k] = Math.sqrt(x[k]!);
  },
  exp(into, x, count) {
    for (let k = 0; k < count; k += 1) into[k] = exp(x[k]!);
  },
  expm1(into, x, count) {
    for (let k = 0; k < count; k += 1) into[k] = expm1(x[k]!);
  },
  log(into, x, count) {
    for (let k = 0; k < count; k += 1) into[k] = log(x[k]!);
  },
  log1p(into, x, count) {
    for (let k = 0; k < count; k += 1) into[k] = log1p(x[k]!);
  },
  tanh(into, x, count) {
    for (let k = 0; k < count; k += 1) into[k] = tanh(x[k]!);
  },
  logistic(into, x, count) {
    for (let k = 0; k < count; k += 1) into[k] = logistic(x[k]!);
  },
  softplus(into, x, count) {
    for (let k = 0; k < count; k += 1) into[k] = softplus(x[k]!);
  },
  sine(into, x, count) {
    for (let k = 0; k < count; k += 1) into[k] = sine(x[k]!);
  },
  cosine(into, x, count) {
    for (let k = 0; k < count; k += 1) into[k] = cosine(x[k]!);
  },
};

const pairs: Readonly<
  Record<PairName, (into: Numbers, x: Numbers, y: Numbers, count: number) => void>
> = {
  "+"(into, x, y, count) {
    for (let k = 0; k < count; k += 1) into[k] = x[k]! + y[k]!;
  },
  "-"(into, x, y, count) {
    for (let k = 0; k < count; k += 1) into[k] = x[k]! - y[k]!;
  },
  "*"(into, x, y, count) {
    for (let k = 0; k < count; k += 1) into[k] = x[k]! * y[k]!;
  },
  "/"(into, x, y, count) {
    for (let k = 0; k < count; k += 1) into[k] = x[k]! / y[k]!;
  },
  "^"(into, x, y, count) {
    for (let k = 0; k < count; k += 1) into[k] = exp(y[k]! * log(x[k]!));
  },
  min(into, x, y, count) {
    for (let k = 0; k < count; k += 1) into[k] = Math.min(x[k]!, y[k]!);
  },
  max(into, x, y, count) {
    for (let k = 0; k < count; k += 1) into[k] = Math.max(x[k]!, y[k]!);
  },
};

/** Whether a comparison of two numbers holds. */
export const relations: Readonly<
  Record<Relation, (one: number, other: number) => boolean>
> = {
  "<": (one, other) => one < other,
  "<=": (one, other) => one <= other,
  ">": (one, other) => one > other,
  ">=": (one, other) => one >= other,
};

/** x × x × …, from the left; 1 divided by that for a power below 0. */
function multiply(into: Numbers, x: Numbers, power: number, count: number) {
  into.fill(1, 0, count);
  for (let more = Math.abs(power); more > 0; more -= 1) pairs["*"](into, into, x, count);
  if (power < 0) for (let k = 0; k < count; k += 1) into[k] = 1 / into[k]!;
}

/** The value of `yes` where `x` is below `y`, or equal to it if that counts, else of `no`. */
function choose(
  into: Numbers,
  [x, y, yes, no]: readonly [Numbers, Numbers, Numbers, Numbers],
  equal: boolean,
  count: number,
) {
  for (let k = 0; k < count; k += 1) {
    const holds = equal ? x[k]! <= y[k]! : x[k]! < y[k]!;
    into[k] = holds ? yes[k]! : no[k]!;
  }
}

/** Fills `into` for `count` rows, given a column of numbers for each name. */
export type Filler = (
  into: Float64Array,
  columns: readonly Float64Array[],
  count: number,
) => void;

/** So many rows fit a processor's nearest memory with all parts of a formula. */
const rowsAtOnce = 128;

/**
 * Makes what fills in a formula's values; `names` are those of the columns. Throws where the
 * formula uses another one. `into` may be one of the columns.
 */
export function fillerOf(
  formula: Formula,
  names: readonly string[],
  most = rowsAtOnce,
): Filler {
  const known: { part: Formula; room: Numbers }[] = [];
  const taken: { room: Numbers; column: number }[] = [];
  const steps: ((count: number) => void)[] = [];

  /** Where a part's values are once all steps so far were done. */
  function roomOf(part: Formula): Numbers {
    const found = known.find((one) => same(one.part, part));
    if (found) return found.room;
    const room = new Float64Array(most);
    switch (part.kind) {
      case "number":
        room.fill(part.value);
        break;
      case "name": {
        const column = names.indexOf(part.name);
        if (column < 0) throw new Error(`no value for “${part.name}”`);
        taken.push({ room, column });
        break;
      }
      case "call": {
        const [fill, x] = [functions[part.of], roomOf(part.argument)];
        steps.push((count) => fill(room, x, count));
        break;
      }
      case "pair": {
        const [x, y, power] = [roomOf(part.left), roomOf(part.right), wholePower(part)];
        const fill = pairs[part.of];
        steps.push((count) =>
          power === null ? fill(room, x, y, count) : multiply(room, x, power, count),
        );
        break;
      }
      case "choice": {
        const { relation } = part;
        const [left, right] = [roomOf(part.left), roomOf(part.right)];
        const [x, y] = relation.startsWith("<") ? [left, right] : [right, left];
        const rooms = [x, y, roomOf(part.yes), roomOf(part.no)] as const;
        const equal = relation.endsWith("=");
        steps.push((count) => choose(room, rooms, equal, count));
      }
    }
    known.push({ part, room });
    return room;
  }

  const result = roomOf(formula);
  return (into, columns, count) => {
    for (let from = 0; from < count; from += most) {
      const some = Math.min(most, count - from);
      for (const { room, column } of taken) {
        const numbers = columns[column]!;
        for (let k = 0; k < some; k += 1) room[k] = numbers[from + k]!;
      }
      for (const step of steps) step(some);
      for (let k = 0; k < some; k += 1) into[from + k] = result[k]!;
    }
  };
}

/** The value of a formula for the values of its names, in the order they were given in. */
export type Evaluator = (values: ArrayLike<number>) => number;

/** Makes a formula's evaluator: see `fillerOf`. */
export function evaluatorOf(formula: Formula, names: readonly string[]): Evaluator {
  const fill = fillerOf(formula, names, 1);
  const columns = names.map(() => new Float64Array(1));
  const into = new Float64Array(1);
  return (values) => {
    columns.forEach((column, at) => {
      column[0] = values[at]!;
    });
    fill(into, columns, 1);
    return into[0]!;
  };
}

/** The value of a formula without names; null of one that has some. */
export const constantOf = (formula: Formula): number | null =>
  namesIn(formula).size === 0 ? evaluatorOf(formula, [])([]) : null;
