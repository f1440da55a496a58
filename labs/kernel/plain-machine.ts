import { type Act, onLanes, onWords, type Store } from "./plain-steps";
import type { Machine, Program, Step } from "./program";

// A program as plain JavaScript: each step is a closure on arrays that hold the registers.
// Storing a sum in a Float32Array rounds it once, as f32 arithmetic does: for + − × ÷ and
// the root, rounding a double's result again changes nothing (Figueroa, 1995).

/** Copies numbers of 32 bits from or to memory, at a place that a register may move. */
function onMemory(
  step: Extract<Step, { do: "load" | "loadSplat" | "loadWord" | "store" | "storeWord" }>,
  { i, memory }: Store,
): Act {
  const base = step.from[step.to === null ? 1 : 0];
  const offset = step.offset >> 2;
  // A register that is never written holds 0.
  const by = base === undefined ? i.length - 4 : 4 * base;
  const own = 4 * (step.to ?? step.from[0]!);
  switch (step.do) {
    case "load":
      return () => {
        const at = (i[by]! >> 2) + offset;
        i[own] = memory[at]!;
        i[own + 1] = memory[at + 1]!;
        i[own + 2] = memory[at + 2]!;
        i[own + 3] = memory[at + 3]!;
      };
    case "loadSplat":
      return () => {
        const value = memory[(i[by]! >> 2) + offset]!;
        i[own] = value;
        i[own + 1] = value;
        i[own + 2] = value;
        i[own + 3] = value;
      };
    case "loadWord":
      return () => {
        i[own] = memory[(i[by]! >> 2) + offset]!;
      };
    case "store":
      return () => {
        const at = (i[by]! >> 2) + offset;
        memory[at] = i[own]!;
        memory[at + 1] = i[own + 1]!;
        memory[at + 2] = i[own + 2]!;
        memory[at + 3] = i[own + 3]!;
      };
    case "storeWord":
      return () => {
        memory[(i[by]! >> 2) + offset] = i[own]!;
      };
  }
}

/** A product that the next step adds to: one call for both. */
function productAndSum(product: Step, sum: Step, { f }: Store): Act | null {
  if (product.do !== "lanes" || product.of !== "mul") return null;
  if (sum.do !== "lanes" || sum.of !== "add" || sum.from[1] !== product.to) return null;
  const [a = 0, b = 0] = product.from.map((register) => 4 * register);
  const [p, c, to] = [4 * product.to, 4 * sum.from[0]!, 4 * sum.to];
  return () => {
    f[p] = f[a]! * f[b]!;
    f[p + 1] = f[a + 1]! * f[b + 1]!;
    f[p + 2] = f[a + 2]! * f[b + 2]!;
    f[p + 3] = f[a + 3]! * f[b + 3]!;
    f[to] = f[c]! + f[p]!;
    f[to + 1] = f[c + 1]! + f[p + 1]!;
    f[to + 2] = f[c + 2]! + f[p + 2]!;
    f[to + 3] = f[c + 3]! + f[p + 3]!;
  };
}

/** All steps of a block as one act. */
function blockOf(
  steps: readonly Step[],
  store: Store,
  routines: ReadonlyMap<string, Called>,
): Act {
  const acts: Act[] = [];
  for (let at = 0; at < steps.length; at += 1) {
    const step = steps[at]!;
    const next = steps[at + 1];
    const both = next ? productAndSum(step, next, store) : null;
    if (both) at += 1;
    acts.push(both ?? actOf(step, store, routines));
  }
  return () => {
    for (let at = 0; at < acts.length; at += 1) acts[at]!();
  };
}

function actOf(step: Step, store: Store, routines: ReadonlyMap<string, Called>): Act {
  const { i } = store;
  const [a = 0, b = 0, c = 0] = step.from.map((register) => 4 * register);
  const to = 4 * (step.to ?? 0);
  switch (step.do) {
    case "constant": {
      const { value } = step;
      return () => {
        i[to] = value;
      };
    }
    case "word":
      return onWords(step.of, i, to, a, b);
    case "lanes":
      return onLanes(step.of, store, to, a, b, c);
    case "copyWord":
      return () => {
        i[to] = i[a]!;
      };
    case "copyLanes":
      return () => {
        i[to] = i[a]!;
        i[to + 1] = i[a + 1]!;
        i[to + 2] = i[a + 2]!;
        i[to + 3] = i[a + 3]!;
      };
    case "shift": {
      const { by } = step;
      if (step.of === "shl") {
        return () => {
          for (let k = 0; k < 4; k += 1) i[to + k] = i[a + k]! << by;
        };
      }
      return () => {
        for (let k = 0; k < 4; k += 1) i[to + k] = i[a + k]! >>> by;
      };
    }
    case "shuffle": {
      const [p, q, r, s] = step.order.map((lane) => (lane < 4 ? a + lane : b + lane - 4));
      return () => {
        i[to] = i[p!]!;
        i[to + 1] = i[q!]!;
        i[to + 2] = i[r!]!;
        i[to + 3] = i[s!]!;
      };
    }
    case "splat":
      return () => {
        i.fill(i[a]!, to, to + 4);
      };
    case "any":
      return () => {
        i[to] = (i[a]! | i[a + 1]! | i[a + 2]! | i[a + 3]!) === 0 ? 0 : 1;
      };
    case "load":
    case "loadSplat":
    case "loadWord":
    case "store":
    case "storeWord":
      return onMemory(step, store);
    case "repeat": {
      const body = blockOf(step.body, store, routines);
      return () => {
        do body();
        while (i[a] !== 0);
      };
    }
    case "when": {
      const body = blockOf(step.body, store, routines);
      return () => {
        if (i[a] !== 0) body();
      };
    }
    case "call": {
      const called = routines.get(step.name)!;
      const from = step.from.map((register) => 4 * register);
      return () => {
        from.forEach((register, n) => {
          i[called.given[n]!] = i[register]!;
        });
        called.act();
      };
    }
  }
}

type Called = { given: readonly number[]; act: Act };

/** Makes a program ready to run without WebAssembly: the same bits, more slowly. */
export function plainMachine(program: Program): Machine {
  const registers = new ArrayBuffer(16 * (program.registers + 1));
  const memory = new ArrayBuffer(program.memory);
  const store: Store = {
    f: new Float32Array(registers),
    i: new Int32Array(registers),
    memory: new Int32Array(memory),
  };
  for (const { at, bits } of program.constants) store.memory.set(bits, at >> 2);
  const routines = new Map<string, Called>();
  for (const { name, given, body } of program.routines) {
    const act = blockOf(body, store, routines);
    routines.set(name, { given: given.map((register) => 4 * register), act });
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
