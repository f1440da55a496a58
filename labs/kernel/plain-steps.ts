import type { LanesOperation, WordOperation } from "./program";

// The steps of a program on registers, as closures.

/** A step made ready. */
export type Act = () => void;

/** Registers and memory under the views that steps need; four numbers a register. */
export type Store = { f: Float32Array; i: Int32Array; memory: Int32Array };

/** A step on two words. */
export function onWords(
  of: WordOperation,
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
  }
}

/** A step on each of four lanes; `a`, `b` and `c` are the first lanes of what it is given. */
export function onLanes(
  of: LanesOperation,
  { f, i }: Store,
  to: number,
  a: number,
  b: number,
  c: number,
): Act {
  switch (of) {
    case "add":
      return () => {
        f[to] = f[a]! + f[b]!;
        f[to + 1] = f[a + 1]! + f[b + 1]!;
        f[to + 2] = f[a + 2]! + f[b + 2]!;
        f[to + 3] = f[a + 3]! + f[b + 3]!;
      };
    case "sub":
      return () => {
        f[to] = f[a]! - f[b]!;
        f[to + 1] = f[a + 1]! - f[b + 1]!;
        f[to + 2] = f[a + 2]! - f[b + 2]!;
        f[to + 3] = f[a + 3]! - f[b + 3]!;
      };
    case "mul":
      return () => {
        f[to] = f[a]! * f[b]!;
        f[to + 1] = f[a + 1]! * f[b + 1]!;
        f[to + 2] = f[a + 2]! * f[b + 2]!;
        f[to + 3] = f[a + 3]! * f[b + 3]!;
      };
    case "div":
      return () => {
        for (let k = 0; k < 4; k += 1) f[to + k] = f[a + k]! / f[b + k]!;
      };
    case "min":
      return () => {
        for (let k = 0; k < 4; k += 1) f[to + k] = Math.min(f[a + k]!, f[b + k]!);
      };
    case "max":
      return () => {
        for (let k = 0; k < 4; k += 1) f[to + k] = Math.max(f[a + k]!, f[b + k]!);
      };
    case "pmin":
      return () => {
        for (let k = 0; k < 4; k += 1) {
          f[to + k] = f[b + k]! < f[a + k]! ? f[b + k]! : f[a + k]!;
        }
      };
    case "pmax":
      return () => {
        for (let k = 0; k < 4; k += 1) {
          f[to + k] = f[a + k]! < f[b + k]! ? f[b + k]! : f[a + k]!;
        }
      };
    case "sqrt":
      return () => {
        for (let k = 0; k < 4; k += 1) f[to + k] = Math.sqrt(f[a + k]!);
      };
    case "abs":
      return () => {
        for (let k = 0; k < 4; k += 1) i[to + k] = i[a + k]! & 0x7fffffff;
      };
    case "neg":
      return () => {
        for (let k = 0; k < 4; k += 1) i[to + k] = i[a + k]! ^ 0x80000000;
      };
    case "fromWords":
      return () => {
        for (let k = 0; k < 4; k += 1) f[to + k] = i[a + k]!;
      };
    case "equal":
      return () => {
        for (let k = 0; k < 4; k += 1) i[to + k] = f[a + k] === f[b + k] ? -1 : 0;
      };
    case "less":
      return () => {
        for (let k = 0; k < 4; k += 1) i[to + k] = f[a + k]! < f[b + k]! ? -1 : 0;
      };
    case "most":
      return () => {
        for (let k = 0; k < 4; k += 1) i[to + k] = f[a + k]! <= f[b + k]! ? -1 : 0;
      };
    case "and":
      return () => {
        for (let k = 0; k < 4; k += 1) i[to + k] = i[a + k]! & i[b + k]!;
      };
    case "or":
      return () => {
        for (let k = 0; k < 4; k += 1) i[to + k] = i[a + k]! | i[b + k]!;
      };
    case "xor":
      return () => {
        for (let k = 0; k < 4; k += 1) i[to + k] = i[a + k]! ^ i[b + k]!;
      };
    case "pick":
      return () => {
        for (let k = 0; k < 4; k += 1) {
          i[to + k] = (i[a + k]! & i[c + k]!) | (i[b + k]! & ~i[c + k]!);
        }
      };
    case "addWords":
      return () => {
        for (let k = 0; k < 4; k += 1) i[to + k] = i[a + k]! + i[b + k]!;
      };
    case "mulWords":
      return () => {
        for (let k = 0; k < 4; k += 1) i[to + k] = Math.imul(i[a + k]!, i[b + k]!);
      };
    case "lessWords":
      return () => {
        for (let k = 0; k < 4; k += 1) i[to + k] = i[a + k]! < i[b + k]! ? -1 : 0;
      };
  }
}
