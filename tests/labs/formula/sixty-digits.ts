// The elementary functions to far more than 60 digits, on whole numbers of 2^-1400.

const bits = 1400n;
const one = 1n << bits;

/** A double exactly, as so many 2^-1400. */
function exactly(x: number): bigint {
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, x);
  const raw = view.getBigUint64(0);
  const exponent = (raw >> 52n) & 0x7ffn;
  const fraction = raw & 0xfffffffffffffn;
  const [whole, power] =
    exponent === 0n ? [fraction, -1074n] : [fraction | (1n << 52n), exponent - 1075n];
  const size = whole << (bits + power);
  return raw >> 63n === 1n ? -size : size;
}

const times = (a: bigint, b: bigint) => (a * b) >> bits;
const over = (a: bigint, b: bigint) => (a << bits) / b;

/** Halved 40 times, Taylor's series, squared 40 times. */
function exp(x: bigint): bigint {
  if (x < 0n) return over(one, exp(-x));
  const small = x >> 40n;
  let [sum, term] = [one, one];
  for (let n = 1n; term > 0n; n += 1n) {
    term = times(term, small) / n;
    sum += term;
  }
  for (let k = 0; k < 40; k += 1) sum = times(sum, sum);
  return sum;
}

/** By 2 artanh((x − 1) / (x + 1)), after square roots to near 1. */
function log(x: bigint): bigint {
  if (x < one) return -log(over(one, x));
  let [root, roots] = [x, 0n];
  while (root - one > one >> 20n) {
    root = squareRoot(root);
    roots += 1n;
  }
  const s = over(root - one, root + one);
  const q = times(s, s);
  let [sum, term] = [0n, s];
  for (let n = 1n; term > 0n; n += 2n) {
    sum += term / n;
    term = times(term, q);
  }
  return (2n * sum) << roots;
}

function squareRoot(x: bigint): bigint {
  const wide = x << bits;
  let root = 1n << BigInt((wide.toString(2).length / 2 + 1) | 0);
  for (;;) {
    const next = (root + wide / root) >> 1n;
    if (next >= root) return root;
    root = next;
  }
}

const logistic = (x: bigint) => over(one, one + exp(-x));

/** π by Machin's formula. */
const pi = 4n * (4n * artan(5n) - artan(239n));

function artan(part: bigint): bigint {
  let [sum, term] = [0n, one / part];
  for (let n = 1n; term !== 0n; n += 2n) {
    sum += n % 4n === 1n ? term / n : -(term / n);
    term /= part * part;
  }
  return sum;
}

function sine(x: bigint): bigint {
  const turn = 2n * pi;
  const rest = x - (x / turn) * turn;
  let [sum, term] = [0n, rest];
  for (let n = 1n; term !== 0n && term !== -1n; n += 2n) {
    sum += term;
    term = -times(times(term, rest), rest) / ((n + 1n) * (n + 2n));
  }
  return sum;
}

const functions = {
  exp,
  log,
  logistic,
  sine,
  expm1: (x: bigint) => exp(x) - one,
  log1p: (x: bigint) => log(one + x),
  softplus: (x: bigint) => log(one + exp(x)),
  tanh: (x: bigint) => one - over(2n * one, exp(2n * x) + one),
  cosine: (x: bigint) => sine(x + pi / 2n),
};

/** The functions that are known to 60 digits. */
export type ExactName = keyof typeof functions;

/** How far `found` is from a function's value at `x`, as a share of it. */
export function errorOf(name: ExactName, x: number, found: number): number {
  const wanted = functions[name](exactly(x));
  const off = exactly(found) - wanted;
  const share = (off << 200n) / (wanted === 0n ? 1n : wanted);
  return Math.abs(Number(share)) / 2 ** 200;
}
