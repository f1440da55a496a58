// exp, ln, tanh and sine from + − × ÷ alone. IEEE 754 fixes those four to the last bit, and
// Math.exp and its like not, so that a run gives the same bits in every browser and in Node.
// The WGSL beside each is the same method in single precision: WGSL's own tanh and sin may
// be off by 1e-5 and 5e-4 (WGSL specification, "Accuracy of built-in functions").

const ln2 = Math.LN2;
/** How many steps a doubling is cut into: a shorter polynomial for a small table. */
const steps = 16;

/** 2^(k / 16) for k in 0 … 15. */
const fractions = new Float64Array(steps);
for (let k = 0; k < steps; k += 1) {
  const x = (k * ln2) / steps;
  let term = 1;
  for (let n = 1; n < 25; n += 1) {
    fractions[k] = fractions[k]! + term;
    term *= x / n;
  }
}

/** 2^k stands at `k + lowest`, from 2^−1074 to 2^1023. */
const lowest = 1074;
const powers = new Float64Array(lowest + 1024);
powers[lowest] = 1;
for (let k = 1; k < 1024; k += 1) powers[lowest + k] = 2 * powers[lowest + k - 1]!;
for (let k = 1; k <= lowest; k += 1) {
  powers[lowest - k] = powers[lowest - k + 1]! / 2;
}

/** Added and taken off again, it rounds a number to a whole one, without a branch. */
const rounder = 1.5 * 0x10000000000000;

/** 16 / ln 2. */
const stepsPerOne = 23.083120654223414;

// ln 2 / 16 in two parts, so that the first times a step is exact (Cody and Waite, 1980).
const stepHigh = 0.6931471803691238 / steps;
const stepLow = 1.9082149292705877e-10 / steps;

/**
 * eˣ − 1 + `more` for |x| ≤ 708: x is cut into whole sixteenths of a doubling, looked up,
 * and a rest of at most ln 2 / 32, for which Taylor's polynomial is off by less than 2e-18.
 * It is one function, and multiplies where it could divide, because all labs wait for it.
 */
function grow(x: number, more: number): number {
  const step = x * stepsPerOne + rounder - rounder;
  const whole = step | 0;
  const scale = fractions[whole & (steps - 1)]! * powers[(whole >> 4) + lowest]!;
  const r = x - step * stepHigh - step * stepLow;
  const q = r * r;
  const tail = q * (1 / 720 + r * (1 / 5040));
  const beyondOne = r + q * (1 / 2 + r * (1 / 6) + q * (1 / 24 + r * (1 / 120) + tail));
  return scale * beyondOne + (scale + (more - 1));
}

const held = (x: number) => (x > 708 ? 708 : x < -708 ? -708 : x);

/** eˣ; x is held within ±708. */
export const exp = (x: number) => grow(held(x), 1);

/** eˣ − 1, exact to the last digits near 0 too; x is held within ±708. */
export const expm1 = (x: number) => grow(held(x), 0);

/** ln(1 + x) for −0.3 ≤ x < 0.42, as 2 artanh(x / (2 + x)). */
function logNearOne(x: number): number {
  const s = x / (2 + x);
  const q = s * s;
  const tail = 1 / 13 + q * (1 / 15 + q * (1 / 17 + q * (1 / 19 + q / 21)));
  const sum = 1 / 3 + q * (1 / 5 + q * (1 / 7 + q * (1 / 9 + q * (1 / 11 + q * tail))));
  return 2 * s * (1 + q * sum);
}

/** ln x: −∞ at 0, not a number below it. */
export function log(x: number): number {
  if (!(x > 0)) return x === 0 ? Number.NEGATIVE_INFINITY : Number.NaN;
  if (x === Number.POSITIVE_INFINITY) return x;
  // The largest power of 2 that is not above x; dividing by it is exact.
  let low = 0;
  let high = powers.length;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (powers[middle]! <= x) low = middle;
    else high = middle;
  }
  const part = x / powers[low]!;
  if (part <= 1.4) return logNearOne(part - 1) + (low - lowest) * ln2;
  return logNearOne(part / 2 - 1) + (low - lowest + 1) * ln2;
}

/** ln(1 + x), exact to the last digits near 0 too, after halving 1 + x to near 1. */
export function log1p(x: number): number {
  // From there on 1 + x has lost nothing that counts.
  if (x < -0.29) return log(1 + x);
  let rest = x;
  let halvings = 0;
  while (rest > 0.41421356 && halvings < 1100) {
    rest = (rest - 1) / 2;
    halvings += 1;
  }
  return logNearOne(rest) + halvings * ln2;
}

/** The hyperbolic tangent. */
export function tanh(x: number): number {
  // Beyond ±22 it is ±1 to the last bit.
  const grown = grow(x > 22 ? 44 : x < -22 ? -44 : 2 * x, 0);
  return grown / (grown + 2);
}

/** 1 / (1 + e^−x). */
export function logistic(x: number): number {
  const small = exp(x < 0 ? x : -x);
  return x < 0 ? small / (1 + small) : 1 / (1 + small);
}

/** ln(1 + eˣ) without overflow. */
export function softplus(x: number): number {
  return (x > 0 ? x : 0) + log1p(exp(x < 0 ? x : -x));
}

// π in two parts (fdlibm's, doubled): the first times a count of half-turns is exact.
const piHigh = 3.1415926534682512;
const piLow = 1.2154201013012384e-10;
/** The last coefficient of the sine's polynomial: 1 / 19!. */
const lastOfSine = 1 / 121645100408832000;

/**
 * The sine of x + shift × π: right for |x| up to about 1e9, and on f32 up to 2e5; within
 * ±1 beyond that.
 */
function shiftedSine(x: number, shift: number): number {
  const turns = Math.floor(x / Math.PI + shift + 0.5);
  const off = turns - shift;
  const r = Math.max(-Math.PI / 2, Math.min(Math.PI / 2, x - off * piHigh - off * piLow));
  const q = r * r;
  const tail =
    1 / 6227020800 - q * (1 / 1307674368000 - q * (1 / 355687428096000 - q * lastOfSine));
  const head =
    1 / 120 - q * (1 / 5040 - q * (1 / 362880 - q * (1 / 39916800 - q * tail)));
  const value = r * (1 - q * (1 / 6 - q * head));
  return turns - 2 * Math.floor(turns / 2) === 0 ? value : -value;
}

/** The sine of x radians. */
export const sine = (x: number) => shiftedSine(x, 0);

/** The cosine of x radians. */
export const cosine = (x: number) => shiftedSine(x, 0.5);

/** The same functions on f32, for shaders: `exp_of(x)`, `expm1_of(x)` and so on. */
export const elementaryWgsl = /* wgsl */ `
fn grow(x : f32, more : f32) -> f32 {
  let step = floor(x * 1.44269504 + 0.5);
  let scale = bitcast<f32>((i32(step) + 127) << 23u);
  let r = x - step * 0.693359375 + step * 2.12194440e-4;
  let beyond_one = r * (1.0 + r * (0.5 + r * (0.16666667 + r * (0.041666668
    + r * (0.008333334 + r * (0.0013888889 + r * 0.0001984127))))));
  return scale * beyond_one + (scale + (more - 1.0));
}
fn exp_of(x : f32) -> f32 { return grow(clamp(x, -87.0, 88.0), 1.0); }
fn expm1_of(x : f32) -> f32 { return grow(clamp(x, -87.0, 88.0), 0.0); }
fn log_near_one(x : f32) -> f32 {
  let s = x / (2.0 + x);
  let q = s * s;
  let sum = 1.0 + q * (0.33333333 + q * (0.2 + q * (0.14285714 + q * 0.11111111)));
  return 2.0 * s * sum;
}
fn log_of(x : f32) -> f32 {
  let bits = bitcast<i32>(x);
  let doublings = (bits - 0x3f3504f3) >> 23u;
  let part = bitcast<f32>(bits - (doublings << 23u));
  let k = f32(doublings);
  let value = k * 0.693359375 + (log_near_one(part - 1.0) - k * 2.12194440e-4);
  let beyond = select(0x7fc00000u, 0xff800000u, x == 0.0);
  return bitcast<f32>(select(beyond, bitcast<u32>(value), x > 0.0));
}
fn log1p_of(x : f32) -> f32 {
  if (x < -0.29) { return log_of(1.0 + x); }
  var rest = x;
  var halvings = 0.0;
  while (rest > 0.41421356 && halvings < 130.0) {
    rest = (rest - 1.0) / 2.0;
    halvings += 1.0;
  }
  return log_near_one(rest) + halvings * 0.69314718;
}
fn tanh_of(x : f32) -> f32 {
  let grown = grow(clamp(2.0 * x, -40.0, 40.0), 0.0);
  return grown / (grown + 2.0);
}
fn logistic_of(x : f32) -> f32 {
  let small = exp_of(-abs(x));
  return select(1.0, small, x < 0.0) / (1.0 + small);
}
fn softplus_of(x : f32) -> f32 {
  return max(x, 0.0) + log1p_of(exp_of(-abs(x)));
}
fn shifted_sine(x : f32, shift : f32) -> f32 {
  let turns = floor(x * 0.31830989 + shift + 0.5);
  let off = turns - shift;
  let rest = x - off * 3.140625 - off * 9.67502594e-4 - off * 1.50995799e-7;
  let r = clamp(rest, -1.57079633, 1.57079633);
  let q = r * r;
  let sum = 1.0 - q * (0.16666667 - q * (0.008333334 - q * (0.0001984127
    - q * (2.7557319e-6 - q * 2.5052108e-8))));
  return select(r, -r, fract(turns * 0.5) != 0.0) * sum;
}
fn sine_of(x : f32) -> f32 { return shifted_sine(x, 0.0); }
fn cosine_of(x : f32) -> f32 { return shifted_sine(x, 0.5); }
fn square_of(x : f32) -> f32 { return x * x; }
fn whole_power(x : f32, power : i32) -> f32 {
  var product = 1.0;
  for (var k = 0; k < abs(power); k += 1) { product *= x; }
  return select(product, 1.0 / product, power < 0);
}
`;
