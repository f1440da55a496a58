import type { Store } from "./plain-registers";
import type { LanesOperation, WordOperation } from "./program";

// The steps of a program on registers, as closures.

const round = Math.fround;

/** A step made ready. */
export type Act = () => void;

/** The operations on two words. */
export const onWords: Readonly<Record<WordOperation, (a: number, b: number) => number>> =
  {
    add: (a, b) => a + b,
    sub: (a, b) => a - b,
    mul: Math.imul,
    and: (a, b) => a & b,
    or: (a, b) => a | b,
    xor: (a, b) => a ^ b,
    shl: (a, b) => a << b,
    shr: (a, b) => a >>> b,
    equal: (a, b) => (a === b ? 1 : 0),
    less: (a, b) => (a < b ? 1 : 0),
    least: (a, b) => (a >= b ? 1 : 0),
  };

/**
 * A step on each lane; `a`, `b` and `c` are the first lanes of what it is given. Shifts are
 * by `b`. Loops of the most frequent are written out four times, which is nearly twice as quick.
 */
export function onLanes(
  of: LanesOperation | "copy" | "shl" | "shr",
  store: Store,
  to: number,
  a: number,
  b: number,
  c: number,
): Act {
  const { f, i } = store;
  switch (of) {
    case "add":
      return () => {
        for (let k = 0, n = store.lanes; k < n; k += 4) {
          f[to + k] = f[a + k]! + f[b + k]!;
          f[to + k + 1] = f[a + k + 1]! + f[b + k + 1]!;
          f[to + k + 2] = f[a + k + 2]! + f[b + k + 2]!;
          f[to + k + 3] = f[a + k + 3]! + f[b + k + 3]!;
        }
      };
    case "sub":
      return () => {
        for (let k = 0, n = store.lanes; k < n; k += 4) {
          f[to + k] = f[a + k]! - f[b + k]!;
          f[to + k + 1] = f[a + k + 1]! - f[b + k + 1]!;
          f[to + k + 2] = f[a + k + 2]! - f[b + k + 2]!;
          f[to + k + 3] = f[a + k + 3]! - f[b + k + 3]!;
        }
      };
    case "mul":
      return () => {
        for (let k = 0, n = store.lanes; k < n; k += 4) {
          f[to + k] = f[a + k]! * f[b + k]!;
          f[to + k + 1] = f[a + k + 1]! * f[b + k + 1]!;
          f[to + k + 2] = f[a + k + 2]! * f[b + k + 2]!;
          f[to + k + 3] = f[a + k + 3]! * f[b + k + 3]!;
        }
      };
    case "div":
      return () => {
        for (let k = 0, n = store.lanes; k < n; k += 1) f[to + k] = f[a + k]! / f[b + k]!;
      };
    case "min":
      return () => {
        for (let k = 0, n = store.lanes; k < n; k += 1)
          f[to + k] = Math.min(f[a + k]!, f[b + k]!);
      };
    case "max":
      return () => {
        for (let k = 0, n = store.lanes; k < n; k += 1)
          f[to + k] = Math.max(f[a + k]!, f[b + k]!);
      };
    case "pmin":
      return () => {
        for (let k = 0, n = store.lanes; k < n; k += 1)
          f[to + k] = f[b + k]! < f[a + k]! ? f[b + k]! : f[a + k]!;
      };
    case "pmax":
      return () => {
        for (let k = 0, n = store.lanes; k < n; k += 1)
          f[to + k] = f[a + k]! < f[b + k]! ? f[b + k]! : f[a + k]!;
      };
    case "sqrt":
      return () => {
        for (let k = 0, n = store.lanes; k < n; k += 1) f[to + k] = Math.sqrt(f[a + k]!);
      };
    case "abs":
      return () => {
        for (let k = 0, n = store.lanes; k < n; k += 1)
          i[to + k] = i[a + k]! & 0x7fffffff;
      };
    case "neg":
      return () => {
        for (let k = 0, n = store.lanes; k < n; k += 1)
          i[to + k] = i[a + k]! ^ 0x80000000;
      };
    case "fromWords":
      return () => {
        for (let k = 0, n = store.lanes; k < n; k += 1) f[to + k] = i[a + k]!;
      };
    case "equal":
      return () => {
        for (let k = 0, n = store.lanes; k < n; k += 1)
          i[to + k] = f[a + k] === f[b + k] ? -1 : 0;
      };
    case "less":
      return () => {
        for (let k = 0, n = store.lanes; k < n; k += 4) {
          i[to + k] = f[a + k]! < f[b + k]! ? -1 : 0;
          i[to + k + 1] = f[a + k + 1]! < f[b + k + 1]! ? -1 : 0;
          i[to + k + 2] = f[a + k + 2]! < f[b + k + 2]! ? -1 : 0;
          i[to + k + 3] = f[a + k + 3]! < f[b + k + 3]! ? -1 : 0;
        }
      };
    case "most":
      return () => {
        for (let k = 0, n = store.lanes; k < n; k += 1)
          i[to + k] = f[a + k]! <= f[b + k]! ? -1 : 0;
      };
    case "and":
      return () => {
        for (let k = 0, n = store.lanes; k < n; k += 4) {
          i[to + k] = i[a + k]! & i[b + k]!;
          i[to + k + 1] = i[a + k + 1]! & i[b + k + 1]!;
          i[to + k + 2] = i[a + k + 2]! & i[b + k + 2]!;
          i[to + k + 3] = i[a + k + 3]! & i[b + k + 3]!;
        }
      };
    case "or":
      return () => {
        for (let k = 0, n = store.lanes; k < n; k += 1) i[to + k] = i[a + k]! | i[b + k]!;
      };
    case "xor":
      return () => {
        for (let k = 0, n = store.lanes; k < n; k += 1) i[to + k] = i[a + k]! ^ i[b + k]!;
      };
    case "pick":
      return () => {
        for (let k = 0, n = store.lanes; k < n; k += 4) {
          i[to + k] = (i[a + k]! & i[c + k]!) | (i[b + k]! & ~i[c + k]!);
          i[to + k + 1] =
            (i[a + k + 1]! & i[c + k + 1]!) | (i[b + k + 1]! & ~i[c + k + 1]!);
          i[to + k + 2] =
            (i[a + k + 2]! & i[c + k + 2]!) | (i[b + k + 2]! & ~i[c + k + 2]!);
          i[to + k + 3] =
            (i[a + k + 3]! & i[c + k + 3]!) | (i[b + k + 3]! & ~i[c + k + 3]!);
        }
      };
    case "addWords":
      return () => {
        for (let k = 0, n = store.lanes; k < n; k += 1) i[to + k] = i[a + k]! + i[b + k]!;
      };
    case "mulWords":
      return () => {
        for (let k = 0, n = store.lanes; k < n; k += 1)
          i[to + k] = Math.imul(i[a + k]!, i[b + k]!);
      };
    case "lessWords":
      return () => {
        for (let k = 0, n = store.lanes; k < n; k += 1)
          i[to + k] = i[a + k]! < i[b + k]! ? -1 : 0;
      };
    case "copy":
      return () => {
        for (let k = 0, n = store.lanes; k < n; k += 1) i[to + k] = i[a + k]!;
      };
    case "shl":
      return () => {
        for (let k = 0, n = store.lanes; k < n; k += 1) i[to + k] = i[a + k]! << b;
      };
    case "shr":
      return () => {
        for (let k = 0, n = store.lanes; k < n; k += 1) i[to + k] = i[a + k]! >>> b;
      };
  }
}

/** c + `sign` × a × b, which are two steps, each rounded. */
export function addProduct(
  store: Store,
  to: number,
  a: number,
  b: number,
  c: number,
  sign: number,
): Act {
  const { f } = store;
  return () => {
    for (let k = 0, n = store.lanes; k < n; k += 4) {
      f[to + k] = f[c + k]! + round(sign * f[a + k]! * f[b + k]!);
      f[to + k + 1] = f[c + k + 1]! + round(sign * f[a + k + 1]! * f[b + k + 1]!);
      f[to + k + 2] = f[c + k + 2]! + round(sign * f[a + k + 2]! * f[b + k + 2]!);
      f[to + k + 3] = f[c + k + 3]! + round(sign * f[a + k + 3]! * f[b + k + 3]!);
    }
  };
}

/** The same where b is `factor`, its sign in it. */
export function addMultiple(
  store: Store,
  to: number,
  a: number,
  factor: number,
  c: number,
): Act {
  const { f } = store;
  return () => {
    for (let k = 0, n = store.lanes; k < n; k += 4) {
      f[to + k] = f[c + k]! + round(f[a + k]! * factor);
      f[to + k + 1] = f[c + k + 1]! + round(f[a + k + 1]! * factor);
      f[to + k + 2] = f[c + k + 2]! + round(f[a + k + 2]! * factor);
      f[to + k + 3] = f[c + k + 3]! + round(f[a + k + 3]! * factor);
    }
  };
}

/** c₀ + x × (c₁ + x × (…)), each step of it rounded. */
export function polynomial(
  store: Store,
  to: number,
  x: number,
  coefficients: readonly number[],
): Act {
  const { f } = store;
  const all = Float32Array.from(coefficients.toReversed());
  return () => {
    const count = all.length;
    for (let k = 0, n = store.lanes; k < n; k += 4) {
      const p = f[x + k]!;
      const q = f[x + k + 1]!;
      const r = f[x + k + 2]!;
      const s = f[x + k + 3]!;
      let a = all[0]!;
      let b = a;
      let c = a;
      let d = a;
      for (let m = 1; m < count; m += 1) {
        const next = all[m]!;
        a = round(next + round(p * a));
        b = round(next + round(q * b));
        c = round(next + round(r * c));
        d = round(next + round(s * d));
      }
      f[to + k] = a;
      f[to + k + 1] = b;
      f[to + k + 2] = c;
      f[to + k + 3] = d;
    }
  };
}
