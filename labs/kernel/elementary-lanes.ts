// exp, ln, tanh and sine on four lanes of f32, from + − × ÷ in a fixed order: within 2 units
// in the last place (tanh: 3) wherever they are told to be right. A NaN stays one; its bits,
// which processors choose, decide nothing but other NaNs.
import { floatBits, type Lanes } from "./program";
import type { Writer } from "./program-writer";

/** A function of each lane, written into a program. */
export type OnLanes = (writer: Writer, x: Lanes) => Lanes;

/** coefficients[0] + x × (coefficients[1] + x × (…)). */
function polynomial(writer: Writer, x: Lanes, coefficients: readonly number[]): Lanes {
  const { onLanes, number } = writer;
  if (writer.onBlocks) return writer.polynomial(x, coefficients);
  const [last = 0, ...others] = coefficients.toReversed();
  return others.reduce(
    (sum, coefficient) => onLanes("add", number(coefficient), onLanes("mul", x, sum)),
    number(last),
  );
}

/** Added and taken off again, it rounds to a whole number, which its last bits hold. */
const rounder = 1.5 * 0x800000;

/** ln 2 in two parts: a multiple of the first up to 2^8 is exact (Cody and Waite, 1980). */
const ln2High = 0.693359375;
const ln2Low = -2.1219444005469057e-4;

/** "brief" takes ln 2 in one part: the larger x, the more of its digits are lost. */
type Way = "careful" | "brief";

/**
 * `unit` × eˣ as scale × (1 + rest), scale and unit being powers of 2 and |rest| < 0.42, for
 * −87 ≤ x ≤ 88. The polynomial is off by 1.4e-8 of the rest at most.
 */
function powerParts(
  writer: Writer,
  x: Lanes,
  unit = 1,
  way: Way = "careful",
): { scale: Lanes; rest: Lanes } {
  const { onLanes, number, bits, shift } = writer;
  const turned = onLanes("add", onLanes("mul", x, number(1 / Math.LN2)), number(rounder));
  const whole = onLanes("sub", turned, number(rounder));
  const less = (from: Lanes, part: number) =>
    onLanes("sub", from, onLanes("mul", whole, number(part)));
  const r = way === "brief" ? less(x, Math.LN2) : less(less(x, ln2High), ln2Low);
  const tail = polynomial(writer, r, [
    ...[0.4999999804305681, 0.1666653873917611, 0.04166722103928738],
    ...[0.008367173331260155, 0.0013882395838842802],
  ]);
  const rest = onLanes("add", r, onLanes("mul", onLanes("mul", r, r), tail));
  const scale = onLanes("addWords", shift("shl", turned, 23), bits(floatBits(unit)));
  return { scale, rest };
}

const lowest = -87;
const highest = 88;

function held({ onLanes, number }: Writer, x: Lanes): Lanes {
  return onLanes("pmax", onLanes("pmin", x, number(highest)), number(lowest));
}

/** eˣ; x is held within −87 … 88. */
export const exp: OnLanes = (writer, x) => {
  const { scale, rest } = powerParts(writer, held(writer, x));
  return writer.onLanes("add", scale, writer.onLanes("mul", scale, rest));
};

/** unit × (eˣ − 1), exact to the last digits near 0 too, for −87 ≤ x ≤ 88. */
function grownOf(writer: Writer, x: Lanes, unit: number, way: Way): Lanes {
  const { onLanes, number } = writer;
  const { scale, rest } = powerParts(writer, x, unit, way);
  return onLanes("add", onLanes("mul", scale, rest), onLanes("sub", scale, number(unit)));
}

/** eˣ − 1; x is held within −87 … 88. */
export const expm1: OnLanes = (writer, x) =>
  grownOf(writer, held(writer, x), 1, "careful");

/** The hyperbolic tangent, within 3 units in the last place. */
export const tanh: OnLanes = (writer, x) => {
  const { onLanes, number } = writer;
  // From 9.02 on it is 1 to the last bit.
  const near = onLanes("pmax", onLanes("pmin", x, number(9.02)), number(-9.02));
  const half = grownOf(writer, onLanes("add", near, near), 0.5, "brief");
  return onLanes("div", half, onLanes("add", number(1), half));
};

/** 1 / (1 + e^−x); x is held within ±87. */
export const logistic: OnLanes = (writer, x) => {
  const { onLanes, number } = writer;
  const small = exp(writer, onLanes("neg", onLanes("abs", x)));
  const one = number(1);
  const top = onLanes("pick", small, one, onLanes("less", x, number(0)));
  const value = onLanes("div", top, onLanes("add", one, small));
  // top / (1 + small) is top − small × itself, which has the digits that 1 + small lost.
  return onLanes("sub", top, onLanes("mul", small, value));
};

/** The bits of √½: numbers from there on are taken as the upper half of an octave. */
const rootBits = 0x3f3504f3;

/** ln(1 + f) for √½ − 1 ≤ f ≤ √2 − 1, and `octaves` times ln 2 (logf of Cephes). */
function logOf(writer: Writer, f: Lanes, octaves: Lanes): Lanes {
  const { onLanes, number } = writer;
  const square = onLanes("mul", f, f);
  const tail = polynomial(writer, f, [
    ...[0.33333331174, -0.24999993993, 0.20000714765, -0.16668057665],
    ...[0.14249322787, -0.1242014084, 0.1167699874, -0.1151461031, 0.070376836292],
  ]);
  const cubic = onLanes("mul", onLanes("mul", square, f), tail);
  const low = onLanes("add", cubic, onLanes("mul", octaves, number(ln2Low)));
  const bent = onLanes("sub", low, onLanes("mul", square, number(0.5)));
  return onLanes(
    "add",
    onLanes("mul", octaves, number(ln2High)),
    onLanes("add", f, bent),
  );
}

/** A number > 0 that is no subnormal as 2^octaves × near, √½ ≤ near < √2. */
function octavesOf(writer: Writer, x: Lanes) {
  const { onLanes, bits, shift } = writer;
  const raised = onLanes("addWords", x, bits(0x3f800000 - rootBits));
  // The exponent with its offset of 127, as a number: bits are shifted as if unsigned.
  const exponent = onLanes("addWords", shift("shr", raised, 23), bits(-127));
  const fraction = onLanes("and", raised, bits(0x7fffff));
  return {
    octaves: onLanes("fromWords", exponent),
    near: onLanes("addWords", fraction, bits(rootBits)),
    /** 2^−octaves. */
    back: onLanes(
      "addWords",
      bits(0x3f800000),
      shift("shl", onLanes("mulWords", exponent, bits(-1)), 23),
    ),
  };
}

/** 2^−126. */
const smallestNormal = 1.1754943508222875e-38;

/** ln x: −∞ at 0, NaN below it. */
export const log: OnLanes = (writer, x) => {
  const { onLanes, number } = writer;
  // A subnormal number is made a normal one first.
  const tiny = onLanes("less", x, number(smallestNormal));
  const grown = onLanes("pick", onLanes("mul", x, number(8388608)), x, tiny);
  const { octaves, near } = octavesOf(writer, grown);
  const more = onLanes("and", tiny, number(-23));
  const value = logOf(
    writer,
    onLanes("sub", near, number(1)),
    onLanes("add", octaves, more),
  );
  // x / 0 is ±∞ or NaN with the sign of x: what is no finite number > 0 has no other logarithm.
  const zero = number(0);
  const below = onLanes(
    "pick",
    number(-Infinity),
    number(Number.NaN),
    onLanes("equal", x, zero),
  );
  const finite = onLanes("pick", value, x, onLanes("less", x, number(Infinity)));
  return onLanes("pick", finite, below, onLanes("less", zero, x));
};

/** ln(1 + x) for 0 ≤ x ≤ 1, or with `isAny` for −1 < x < 1e30. */
function log1pOf(writer: Writer, x: Lanes, isAny: boolean): Lanes {
  const { onLanes, number } = writer;
  const one = number(1);
  const sum = onLanes("add", one, x);
  const { octaves, near, back } = octavesOf(writer, sum);
  // Rounding took something from 1 + x: the smaller of the two is lost, and given back.
  const ofSmall = onLanes("sub", x, onLanes("sub", sum, one));
  const ofLarge = () => onLanes("sub", one, onLanes("sub", sum, x));
  const lost = isAny
    ? onLanes("pick", ofLarge(), ofSmall, onLanes("less", one, x))
    : ofSmall;
  const f = onLanes("add", onLanes("sub", near, one), onLanes("mul", lost, back));
  return logOf(writer, f, octaves);
}

/** ln(1 + x): −∞ at −1, NaN below it. */
export const log1p: OnLanes = (writer, x) => {
  const { onLanes, number } = writer;
  const most = number(1e30);
  const value = log1pOf(writer, x, true);
  const beyond = onLanes("pick", log(writer, x), value, onLanes("less", most, x));
  const minusOne = number(-1);
  const isEnd = onLanes("equal", x, minusOne);
  const below = onLanes("pick", number(-Infinity), number(Number.NaN), isEnd);
  return onLanes("pick", beyond, below, onLanes("less", minusOne, x));
};

/** ln(1 + eˣ) without overflow. */
export const softplus: OnLanes = (writer, x) => {
  const { onLanes, number } = writer;
  const small = exp(writer, onLanes("neg", onLanes("abs", x)));
  return onLanes("add", onLanes("pmax", x, number(0)), log1pOf(writer, small, false));
};

const signBit = 0x80000000 | 0;

// π / 2 in four parts: a count of quarter-turns up to 2^11 times each of the first three is
// exact.
const quarterParts = [
  ...[1.570556640625, 0.0002396702766418457],
  ...[1.5890691429376602e-8, 2.563344151594519e-12],
];

/**
 * The sine of x + `quarters` × π / 2: right for |x| up to 3000, and within ±1 beyond. The
 * polynomials are those of sinf and cosf in Cephes.
 */
function turnedSine(writer: Writer, x: Lanes, quarters: number): Lanes {
  const { onLanes, number, shift, bits } = writer;
  const turned = onLanes("add", onLanes("mul", x, number(2 / Math.PI)), number(rounder));
  const whole = onLanes("sub", turned, number(rounder));
  const rest = quarterParts.reduce(
    (left, part) => onLanes("sub", left, onLanes("mul", whole, number(part))),
    x,
  );
  // A little more than π / 4, as the count of quarter-turns is rounded, too.
  const most = number(0.8);
  const r = onLanes("pmax", onLanes("pmin", rest, most), onLanes("neg", most));
  const q = onLanes("mul", r, r);
  const sineTail = polynomial(writer, q, [
    ...[-0.16666654611, 0.0083321608736, -0.00019515295891],
  ]);
  const sine = onLanes("add", r, onLanes("mul", onLanes("mul", r, q), sineTail));
  const cosineTail = polynomial(writer, q, [
    ...[0.04166664568298827, -0.001388731625493765, 0.00002443315711809948],
  ]);
  const bent = onLanes("mul", onLanes("mul", q, q), cosineTail);
  const cosine = onLanes(
    "add",
    onLanes("sub", number(1), onLanes("mul", q, number(0.5))),
    bent,
  );
  const quadrant = onLanes("addWords", turned, bits(quarters));
  const isOdd = onLanes("lessWords", shift("shl", quadrant, 31), bits(0));
  const sign = onLanes("and", shift("shl", quadrant, 30), bits(signBit));
  return onLanes("xor", onLanes("pick", cosine, sine, isOdd), sign);
}

/** The sine of x radians, |x| ≤ 3000. */
export const sine: OnLanes = (writer, x) => turnedSine(writer, x, 0);

/** The cosine of x radians, |x| ≤ 3000. */
export const cosine: OnLanes = (writer, x) => turnedSine(writer, x, 1);
