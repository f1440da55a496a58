import { gather, gradient, product } from "./plain-blocks";
import { mostLanes, placeRegisters, type Registers, type Store } from "./plain-registers";
import {
  type Act,
  addMultiple,
  addProduct,
  onLanes,
  onWords,
  polynomial,
} from "./plain-steps";
import type { Machine, Program, Step } from "./program";

// A program as plain JavaScript: each step is a closure on arrays that hold the registers.
// Inside `each` it takes many turns at once, whose lanes stand side by side in the registers.
// Storing a sum in a Float32Array rounds it once, as f32 arithmetic does: for + − × ÷ and
// the root, rounding a double's result again changes nothing (Figueroa, 1995).

type Called = { given: readonly number[]; act: Act };

/** The parts that steps are made ready with. */
type Ready = {
  store: Store;
  registers: Registers;
  routines: Map<string, Called>;
  /** By how many bytes a pointer moves from turn to turn. */
  strides: Map<number, number>;
};

/** All steps of a block as one act. */
function blockOf(block: readonly Step[], ready: Ready): Act {
  const steps = block.filter((step) => !ready.registers.isConstant(step));
  const acts: Act[] = [];
  for (let n = 0; n < steps.length; n += 1) {
    const step = steps[n]!;
    const next = steps[n + 1];
    const both = next ? withProduct(step, next, block, ready) : null;
    if (both) n += 1;
    acts.push(both ?? actOf(step, block, ready));
  }
  return () => {
    for (let n = 0; n < acts.length; n += 1) acts[n]!();
  };
}

/** A product that only the next step reads, which adds it to something or takes it off. */
function withProduct(
  product: Step,
  sum: Step,
  block: readonly Step[],
  { store, registers }: Ready,
): Act | null {
  if (product.do !== "lanes" || product.of !== "mul") return null;
  if (sum.do !== "lanes" || !registers.isReadOnce(product.to)) return null;
  const [left = 0, right = 0] = sum.from;
  const isLast = right === product.to;
  if (!(sum.of === "add" && (isLast || left === product.to))) {
    if (!(sum.of === "sub" && isLast)) return null;
  }
  const from = [...product.from, isLast ? left : right];
  const [a = 0, b = 0, c = 0] = from.map(registers.at);
  const [first, second] = product.from.map(registers.constant);
  const factor = second ?? first ?? null;
  const to = registers.write({ ...sum, from }, block);
  const sign = sum.of === "sub" ? -1 : 1;
  if (factor === null) return addProduct(store, to, a, b, c, sign);
  return addMultiple(store, to, second === null ? b : a, sign * factor, c);
}

function actOf(step: Step, block: readonly Step[], ready: Ready): Act {
  const { store, registers, routines, strides } = ready;
  const { i, floats, memory } = store;
  for (const { register, stride } of step.do === "each" ? step.pointers : []) {
    registers.give(register);
    strides.set(register, stride);
  }
  const inside = "body" in step ? blockOf(step.body, ready) : () => {};
  const from = step.from.map(registers.at);
  const to = registers.write(step, block);
  const [a = 0, b = 0, c = 0] = from;
  switch (step.do) {
    case "constant":
      // It was filled in before.
      return () => {};
    case "word":
    case "copyWord": {
      // A copy of a pointer moves on as it does.
      const moved = step.from.find((register) => strides.has(register));
      if (moved !== undefined) strides.set(step.to, strides.get(moved)!);
      const of = step.do === "word" ? onWords[step.of] : (word: number) => word;
      return () => {
        i[to] = of(i[a]!, i[b]!);
      };
    }
    case "lanes":
    case "copyLanes":
      return onLanes(step.do === "lanes" ? step.of : "copy", store, to, a, b, c);
    case "shift":
      return onLanes(step.of, store, to, a, step.by, 0);
    case "shuffle": {
      const [p, q, r, s] = step.order.map((lane) => (lane < 4 ? a + lane : b + lane - 4));
      return () => {
        for (let k = 0; k < store.lanes; k += 4) {
          i[to + k] = i[p! + k]!;
          i[to + k + 1] = i[q! + k]!;
          i[to + k + 2] = i[r! + k]!;
          i[to + k + 3] = i[s! + k]!;
        }
      };
    }
    case "splat":
      return () => {
        for (let k = 0; k < store.lanes; k += 1) i[to + k] = i[a]!;
      };
    case "any":
      return () => {
        let all = 0;
        for (let k = 0; k < store.lanes; k += 1) all |= i[a + k]!;
        i[to] = all === 0 ? 0 : 1;
      };
    case "load":
    case "loadSplat":
    case "loadWord":
    case "store":
    case "storeWord": {
      const base = step.from[step.to === null ? 1 : 0];
      const stride = base === undefined ? 0 : (strides.get(base) ?? 0);
      const by = base === undefined ? 0 : registers.at(base);
      const own = step.to === null ? a : to;
      return onMemory(step.do, store, own, by, step.offset >> 2, stride >> 2);
    }
    case "repeat":
      return () => {
        do inside();
        while (i[a] !== 0);
      };
    case "when":
      return () => {
        if (i[a] !== 0) inside();
      };
    case "call": {
      const { given, act } = routines.get(step.name)!;
      return () => {
        for (let n = 0; n < from.length; n += 1) i[given[n]!] = i[from[n]!]!;
        act();
      };
    }
    case "each": {
      const outer = registers.readFromOutside(step.body);
      const bases = from.slice(1);
      const pointers = step.pointers.map(({ register }) => registers.at(register));
      const moves = step.pointers.map(({ stride }) => (mostLanes / 4) * stride);
      return () => {
        for (let n = 0; n < bases.length; n += 1) i[pointers[n]!] = i[bases[n]!]!;
        for (let left = i[a]!; left > 0; left -= mostLanes / 4) {
          store.lanes = Math.min(4 * left, mostLanes);
          for (const at of outer) {
            for (let k = 4; k < store.lanes; k += 1) i[at + k] = i[at + k - 4]!;
          }
          inside();
          for (let n = 0; n < pointers.length; n += 1) {
            i[pointers[n]!] = i[pointers[n]!]! + moves[n]!;
          }
        }
        store.lanes = 4;
      };
    }
    case "polynomial":
      return polynomial(store, to, a, step.coefficients);
    case "product":
      return () => product(floats, step.product, i[a]!, i[b]!);
    case "gradient":
      return () => gradient(floats, step.gradient, i[a]!, i[b]!);
    case "gather":
      return () => gather(memory, step.gather);
  }
}

/**
 * Copies numbers of 32 bits from or to memory: four lanes at `offset` behind what the word
 * `by` holds, the next four by `stride` further on. Both count numbers, the word bytes.
 */
function onMemory(
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
/** Makes a program ready to run without WebAssembly: the same bits, more slowly. */
export function plainMachine(program: Program): Machine {
  const held = new ArrayBuffer(4 * mostLanes * (program.registers + 1));
  const memory = new ArrayBuffer(program.memory);
  const store: Store = {
    f: new Float32Array(held),
    i: new Int32Array(held),
    memory: new Int32Array(memory),
    floats: new Float32Array(memory),
    lanes: 4,
  };
  for (const { at, bits } of program.constants) store.memory.set(bits, at >> 2);
  const registers = placeRegisters(program, store);
  const routines = new Map<string, Called>();
  const ready: Ready = { store, registers, routines, strides: new Map() };
  for (const { name, given, body } of program.routines) {
    const own = registers.begin(given);
    routines.set(name, { given: own, act: blockOf(body, ready) });
  }
  return {
    memory,
    run(name, ...given) {
      const called = routines.get(name)!;
      given.forEach((word, n) => {
        store.i[called.given[n]!] = word;
      });
      called.act();
    },
  };
}
