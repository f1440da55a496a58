// Formulas over z, drawn by a seed: every function, sign and comparison.
import { streamKey, uniform } from "@/labs/arithmetic/random";
import { type Evaluator, evaluatorOf } from "@/labs/formula/evaluate";
import {
  call,
  constant,
  type Formula,
  type FunctionName,
  mapParts,
  type PairName,
  pair,
  partsOf,
  type Relation,
  sizeOf,
} from "@/labs/formula/formula";
import { formulaLimits } from "@/labs/formula/own-formula";
import { formulaText } from "@/labs/formula/print";

const functionNames: readonly FunctionName[] = [
  ...(["negate", "abs", "sign", "sqrt", "exp", "expm1", "log", "log1p"] as const),
  ...(["tanh", "logistic", "softplus", "sine", "cosine"] as const),
];
const pairNames: readonly PairName[] = ["+", "-", "*", "/", "^", "min", "max"];
const relationNames: readonly Relation[] = ["<", "<=", ">", ">="];
const numbers = [0.1, 0.25, 0.5, 1, 2, 3, 0.7, 1.3, -1, -0.5, -2.5, 1e-3, 12];
const powers = [2, 3, -1, 0.5, 1.5, -2];

/** A formula whose every part but the numbers depends on z. */
function grown(draw: () => number, room: number): Formula {
  const pick = <T>(list: readonly T[]) => list[Math.floor(draw() * list.length)]!;
  const number = () => constant(pick(numbers));
  const part = (most: number) => grown(draw, most);
  if (room < 2 || draw() < 0.08) return { kind: "name", name: "z" };
  const kind = draw();
  if (kind < 0.35) return call(pick(functionNames), part(room - 1));
  if (kind < 0.9 || room < 8) {
    const of = pick(pairNames);
    const half = part((room - 1) / 2);
    if (of === "^")
      return pair(of, half, draw() < 0.9 ? constant(pick(powers)) : part(2));
    if (draw() < 0.35) return pair(of, half, number());
    return draw() < 0.4 ? pair(of, number(), half) : pair(of, half, part((room - 1) / 2));
  }
  const branch = () => (draw() < 0.3 ? number() : part((room - 3) / 2));
  return {
    kind: "choice",
    left: part(2),
    relation: pick(relationNames),
    right: number(),
    yes: branch(),
    no: branch(),
  };
}

/** The formula of a seed: one that a reader could write within the limits. */
export function randomFormula(seed: number): Formula {
  const draw = uniform(streamKey(seed, 77));
  for (;;) {
    const formula = grown(draw, 2 + 24 * draw());
    const short = formulaText(formula).length <= formulaLimits.characters;
    if (short && sizeOf(formula) <= formulaLimits.parts) return formula;
  }
}

/** Where formulas are looked at: no kink that one would write. */
export const places = [-3.217, -1.643, -0.731, -0.178, 0.0413, 0.417, 1.2371, 2.713];

/** What was asked of late: the parts of one formula are asked at all places. */
const evaluators = new Map<Formula, Evaluator>();

/** The value of a formula over z and a, prepared once for questions that come together. */
export function valueAt(formula: Formula, z: number, a = 0): number {
  const known = evaluators.get(formula);
  if (known) return known([z, a]);
  if (evaluators.size > 300) evaluators.clear();
  const made = evaluatorOf(formula, ["z", "a"]);
  evaluators.set(formula, made);
  return made([z, a]);
}

/** Whether no part of a formula is beyond `most`: what `exp` and single precision follow. */
export const isTame = (formula: Formula, z: number, most = 700): boolean =>
  Math.abs(valueAt(formula, z)) < most &&
  partsOf(formula).every((part) => isTame(part, z, most));

/**
 * How far a value moves when each part is rounded by up to `share`; the most of three.
 * Infinite where it stops being a number.
 */
export function carriedBy(formula: Formula, z: number, share: number): number {
  const draw = uniform(9);
  const moved = (part: Formula): Formula => {
    if (part.kind === "number") return part;
    const value = evaluatorOf(mapParts(part, moved), ["z"])([z]);
    return constant(value * (1 + share * (2 * draw() - 1)));
  };
  const exact = valueAt(formula, z);
  const moves = [1, 2, 3].map(() =>
    Math.abs(evaluatorOf(moved(formula), ["z"])([z]) - exact),
  );
  return moves.some(Number.isNaN) ? Number.POSITIVE_INFINITY : Math.max(...moves);
}
