import type { Store } from "./plain-registers";
import type { LanesOperation, WordOperation } from "./program";

// The steps of a program on registers, as closures.

const round = Math.fround;

/** A step made ready. */
export type Act = () => void;

/** A step on two words. */
export function onWords(
  of: WordOperation | "copy",
  i: Int32Array,
  to: number,
  a: number,
  b: number,
): Act {
  switch (of) {
    case "add":
      return () => {
        i[to] = i[a]! + i[b]!;
      };
    case "sub":
      return () => {
        i[to] = i[a]! - i[b]!;
      };
    case "mul":
      return () => {
        i[to] = Math.imul(i[a]!, i[b]!);
      };
    case "and":
      return () => {
        i[to] = i[a]! & i[b]!;
      };
    case "or":
      return () => {
        i[to] = i[a]! | i[b]!;
      };
    case "xor":
      return () => {
        i[to] = i[a]! ^ i[b]!;
      };
    case "shl":
      return () => {
        i[to] = i[a]! << i[b]!;
      };
    case "shr":
      return () => {
        i[to] = i[a]! >>> i[b]!;
      };
    case "equal":
      return () => {
        i[to] = i[a] === i[b] ? 1 : 0;
      };
    case "less":
      return () => {
        i[to] = i[a]! < i[b]! ? 1 : 0;
      };
    case "least":
      return () => {
        i[to] = i[a]! >= i[b]! ? 1 : 0;
      };
    case "copy":
      return () => {
        i[to] = i[a]!;
      };
  }
}

/**
 * A step on each lane; `a`, `b` and `c` are the first lanes of what it is given. Shifts are
 * by `b`.
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
        for (let k = 0, n = store.lanes; k < n; k += 4) {
          f[to + k] = f[a + k]! / f[b + k]!;
          f[to + k + 1] = f[a + k + 1]! / f[b + k + 1]!;
          f[to + k + 2] = f[a + k + 2]! / f[b + k + 2]!;
          f[to + k + 3] = f[a + k + 3]! / f[b + k + 3]!;
        }
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
        for (let k = 0, n = store.lanes; k < n; k += 4) {
          f[to + k] = f[b + k]! < f[a + k]! ? f[b + k]! : f[a + k]!;
          f[to + k + 1] = f[b + k + 1]! < f[a + k + 1]! ? f[b + k + 1]! : f[a + k + 1]!;
          f[to + k + 2] = f[b + k + 2]! < f[a + k + 2]! ? f[b + k + 2]! : f[a + k + 2]!;
          f[to + k + 3] = f[b + k + 3]! < f[a + k + 3]! ? f[b + k + 3]! : f[a + k + 3]!;
        }
      };
    case "pmax":
      return () => {
        for (let k = 0, n = store.lanes; k < n; k += 4) {
          f[to + k] = f[a + k]! < f[b + k]! ? f[b + k]! : f[a + k]!;
          f[to + k + 1] = f[a + k + 1]! < f[b + k + 1]! ? f[b + k + 1]! : f[a + k + 1]!;
          f[to + k + 2] = f[a + k + 2]! < f[b + k + 2]! ? f[b + k + 2]! : f[a + k + 2]!;
          f[to + k + 3] = f[a + k + 3]! < f[b + k + 3]! ? f[b + k + 3]! : f[a + k + 3]!;
        }
      };
    case "sqrt":
      return () => {
        for (let k = 0, n = store.lanes; k < n; k += 1) f[to + k] = Math.sqrt(f[a + k]!);
      };
    case "abs":
      return () => {
        for (let k = 0, n = store.lanes; k < n; k += 4) {
          i[to + k] = i[a + k]! & 0x7fffffff;
          i[to + k + 1] = i[a + k + 1]! & 0x7fffffff;
          i[to + k + 2] = i[a + k + 2]! & 0x7fffffff;
          i[to + k + 3] = i[a + k + 3]! & 0x7fffffff;
        }
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
        for (let k = 0, n = store.lanes; k < n; k += 4) {
          i[to + k] = i[a + k]! | i[b + k]!;
          i[to + k + 1] = i[a + k + 1]! | i[b + k + 1]!;
          i[to + k + 2] = i[a + k + 2]! | i[b + k + 2]!;
          i[to + k + 3] = i[a + k + 3]! | i[b + k + 3]!;
        }
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
        for (let k = 0, n = store.lanes; k < n; k += 4) {
          i[to + k] = i[a + k]! + i[b + k]!;
          i[to + k + 1] = i[a + k + 1]! + i[b + k + 1]!;
          i[to + k + 2] = i[a + k + 2]! + i[b + k + 2]!;
          i[to + k + 3] = i[a + k + 3]! + i[b + k + 3]!;
        }
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
        for (let k = 0, n = store.lanes; k < n; k += 4) {
          i[to + k] = i[a + k]! << b;
          i[to + k + 1] = i[a + k + 1]! << b;
          i[to + k + 2] = i[a + k + 2]! << b;
          i[to + k + 3] = i[a + k + 3]! << b;
        }
      };
    case "shr":
      return () => {
        for (let k = 0, n = store.lanes; k < n; k += 4) {
          i[to + k] = i[a + k]! >>> b;
          i[to + k + 1] = i[a + k + 1]! >>> b;
          i[to + k + 2] = i[a + k + 2]! >>> b;
          i[to + k + 3] = i[a + k + 3]! >>> b;
        }
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

/**
 * Copies numbers of 32 bits from or to memory: four lanes at `offset` behind what the word
 * `by` holds, the next four by `stride` further on. Both count numbers, the word bytes.
 */
export function onMemory(
  how: "load" | "loadSplat" | "loadWord" | "store" | "storeWord",
  store: Store,
  own: number,
  by: number,
  offset: number,
  stride: number,
): Act {
  const { i, memory } = store;
  switch (how) {
    case "load":
    case "loadSplat": {
      const next = how === "load" ? 1 : 0;
      return () => {
        let at = (i[by]! >> 2) + offset;
        for (let k = 0, n = store.lanes; k < n; k += 4, at += stride) {
          i[own + k] = memory[at]!;
          i[own + k + 1] = memory[at + next]!;
          i[own + k + 2] = memory[at + 2 * next]!;
          i[own + k + 3] = memory[at + 3 * next]!;
        }
      };
    }
    case "loadWord":
      return () => {
        i[own] = memory[(i[by]! >> 2) + offset]!;
      };
    case "store":
      return () => {
        let at = (i[by]! >> 2) + offset;
        for (let k = 0, n = store.lanes; k < n; k += 4, at += stride) {
          memory[at] = i[own + k]!;
          memory[at + 1] = i[own + k + 1]!;
          memory[at + 2] = i[own + k + 2]!;
          memory[at + 3] = i[own + k + 3]!;
        }
      };
    case "storeWord":
      return () => {
        memory[(i[by]! >> 2) + offset] = i[own]!;
      };
  }
}
