// Remarks on a reader's own formula before it is trained: where it breaks, and why.

import { carefulForm } from "../formula/careful-form";
import type { Curve } from "../formula/curve";
import { evaluatorOf } from "../formula/evaluate";
import { type Formula, mapParts, namesIn } from "../formula/formula";
import { substitute } from "../formula/in-symbols";
import type { OwnFormula } from "../formula/own-formula";
import { formulaText } from "../formula/print";
import {
  brokenPart,
  type Gap,
  type Look,
  lookAt,
  type RoughPlace,
} from "../formula/rough-places";
import { activationCurve, lossCurve } from "./curves";

/** A sentence; a grave one says why nothing will be learned. */
export type Remark = { says: string; grave: boolean };

/** Where an activation's sums and a loss's scores are looked at: from minus this to this. */
export const lookedFar = { z: 8, s: 4 } as const;

/** A number in a sentence. */
export const write = (value: number) =>
  String(Number(value.toPrecision(4))).replace("-", "−");

const many = (places: readonly number[]) => {
  const told = places.slice(0, 3).map(write).join(", ");
  return places.length > 3 ? `${told} and ${places.length - 3} more` : told;
};

/** A formula of one name, which stands for `values` beside others. */
type Looked = Pick<Curve, "value" | "slope"> & {
  name: "z" | "s";
  /** The values of its other names. */
  others: Readonly<Record<string, number>>;
};

/**
 * The part of a formula that breaks, with its numbers put in: "1 / 0, which is no number";
 * null where none does.
 */
export function brokenText(
  formula: Formula,
  values: Readonly<Record<string, number>>,
): string | null {
  const broken = brokenPart(formula, values);
  if (!broken) return null;
  const amount = evaluatorOf(broken, Object.keys(values))(Object.values(values));
  const { expression } = substitute(broken, values, write);
  const divides = broken.kind === "pair" && (broken.of === "/" || broken.of === "^");
  const log = broken.kind === "call" && amount === Number.NEGATIVE_INFINITY;
  const none = Number.isNaN(amount) || log || (divides && !Number.isFinite(amount));
  return `${expression}, which is ${none ? "no number" : "too large a number"}`;
}

const brokenAt = ({ name, others }: Looked, formula: Formula, at: number) =>
  brokenText(formula, { ...others, [name]: at });

function gapText(looked: Looked, { from, to }: Gap, far: number): string {
  const { name, value } = looked;
  const [first, last] = [Math.floor(from) + 1, Math.ceil(to) - 1];
  const whole = to === far ? first : last;
  const at = first <= last ? whole : (from + to) / 2;
  const where =
    from === -far && to < far
      ? `Below ${name} = ${write(to)}`
      : to === far && from > -far
        ? `Above ${name} = ${write(from)}`
        : `From ${name} = ${write(from)} to ${write(to)}`;
  return `${where} it has no value: at ${name} = ${write(at)} it is ${brokenAt(looked, value, at)}.`;
}

/** A sentence on the places of each kind. */
function roughText(looked: Looked, rough: readonly RoughPlace[]): string[] {
  const { name, value, slope } = looked;
  const of = <K extends RoughPlace["kind"]>(kind: K) =>
    rough.filter((one): one is RoughPlace & { kind: K } => one.kind === kind);
  const said: string[] = [];
  const say = <P extends RoughPlace>(
    places: readonly P[],
    one: (place: P, where: string) => string,
    several: (where: string) => string,
  ) => {
    const where = `${name} = ${many(places.map(({ at }) => at))}`;
    const [first] = places;
    if (first) said.push(places.length === 1 ? one(first, where) : several(where));
  };
  say(
    of("pole"),
    ({ at }, where) => {
      const broken = brokenAt(looked, value, at);
      return broken
        ? `At ${where} this is ${broken}.`
        : `Near ${where} it grows without bound.`;
    },
    (where) => `Near ${where} it has no value or grows without bound.`,
  );
  say(
    of("jump"),
    ({ left, right }, where) =>
      `At ${where} it jumps from ${write(left)} to ${write(right)}, which its slope does not tell.`,
    (where) => `It jumps at ${where}, which its slope does not tell.`,
  );
  say(
    of("steep"),
    ({ at }, where) => {
      const broken = brokenAt(looked, slope, at);
      return broken
        ? `At ${where} its slope is ${broken}.`
        : `Near ${where} its slope grows without bound.`;
    },
    (where) => `At ${where} its slope is no number or grows without bound.`,
  );
  say(
    of("kink"),
    ({ left, right }, where) =>
      `At ${where} there is a kink: the slope goes from ${write(left)} to ${write(right)}.`,
    (where) => `There are kinks at ${where}.`,
  );
  return said;
}

const plain = (says: string): Remark => ({ says, grave: false });
const grave = (says: string): Remark => ({ says, grave: true });

/** Sentences on a formula's look, but for why it is useless. */
function lookText(looked: Looked, { rough, gaps }: Look, far: number): string[] {
  const told = gaps.slice(0, 2).map((gap) => gapText(looked, gap, far));
  return [...told, ...roughText(looked, rough)];
}

function carefulText(value: Formula): Remark[] {
  const found = carefulForm(value);
  if (!found) return [];
  const [written, better] = [formulaText(found.written), formulaText(found.better)];
  return [
    plain(
      `${better} is the same as ${written}, and exact where that is rounded or overflows.`,
    ),
  ];
}

/** Whether a formula is no number on most of what was looked at. */
const mostMissing = ({ missing }: Look) => missing > 0.5;

/** The places of an activation that are not smooth, and all that is to be said of it. */
export function studyActivation(own: OwnFormula) {
  const far = lookedFar.z;
  const { value, slope } = activationCurve(own);
  const looked: Looked = { value, slope, name: "z", others: {} };
  const look = lookAt({ ...looked, from: -far, to: far });
  const useless = mostMissing(look)
    ? `It has no value on most of the range from −${far} to ${far}, so training ends at once.`
    : look.constant
      ? "It is the same for every z, so nothing passes the layer and nothing is learned."
      : look.flat
        ? "Its slope is 0 everywhere, so no weight before it ever changes."
        : null;
  const said = lookText(looked, look, far).map(plain);
  return {
    rough: look.rough,
    remarks: [...(useless ? [grave(useless)] : []), ...said, ...carefulText(value)],
  };
}

/** A formula with a number in the place of a name. */
const withNumber = (formula: Formula, name: string, value: number): Formula =>
  formula.kind === "name" && formula.name === name
    ? { kind: "number", value }
    : mapParts(formula, (part) => withNumber(part, name, value));

/** Whether a loss falls without end, beyond what scores ever are. */
function isBottomless(value: Formula): boolean {
  const of = evaluatorOf(value, ["s"]);
  return [-1e6, 1e6].some((s) => of([s]) < -1e4);
}

/** Of a loss for one target: why nothing, or the wrong thing, is learned; null for neither. */
function uselessLoss(value: Formula, look: Look, target: number): string | null {
  const far = lookedFar.s;
  const given = `with t = ${write(target)}`;
  if (mostMissing(look))
    return `It has no value on most of the range from −${far} to ${far} ${given}, so training ends at once.`;
  if (look.flat) return `Its slope is 0 everywhere ${given}, so no weight ever changes.`;
  if (isBottomless(value))
    return `It falls without end ${given}, so the scores run away from every target.`;
  const { lowest } = look;
  if (lowest === null || lowest * target >= 0) return null;
  const of = evaluatorOf(value, ["s"]);
  if (!(of([lowest]) < of([-lowest]))) return null;
  return `It is lowest at s = ${write(lowest)} ${given}: it asks for the wrong answer.`;
}

/** The same of a loss, whose places are those with t = 1. */
export function studyLoss(own: OwnFormula) {
  const far = lookedFar.s;
  const curve = lossCurve(own);
  if (!namesIn(curve.value).has("s")) {
    const says = "It does not depend on the score s, so there is nothing to learn.";
    return { rough: [], remarks: [grave(says)] };
  }
  const looks = [1, -1].map((t) => {
    const value = withNumber(curve.value, "t", t);
    const slope = withNumber(curve.slope, "t", t);
    return { t, value, look: lookAt({ value, slope, name: "s", from: -far, to: far }) };
  });
  const useless = looks
    .map(({ t, value, look }) => uselessLoss(value, look, t))
    .find((says) => says !== null);
  // Both classes are alike in most losses: then one is told of.
  const kinds = looks.map(({ look: { rough, gaps } }) =>
    [gaps.length, ...rough.map(({ kind }) => kind)].join(),
  );
  const told = kinds[0] === kinds[1] ? looks.slice(0, 1) : looks;
  const said = told.flatMap(({ t, look }) =>
    lookText({ ...curve, name: "s", others: { t } }, look, far).map(
      (says) => `With t = ${write(t)}: ${says[0]!.toLowerCase()}${says.slice(1)}`,
    ),
  );
  return {
    rough: looks[0]!.look.rough,
    remarks: [
      ...(useless ? [grave(useless)] : []),
      ...said.map(plain),
      ...carefulText(curve.value),
    ],
  };
}
