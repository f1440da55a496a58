import type { Program, Step } from "./program";

// Where the registers of a program stand without WebAssembly.

/** So many lanes stand side by side at most; a register has room for them all. */
export const mostLanes = 128;

/** Registers and memory under the views that steps need, and how many lanes a step takes. */
export type Store = {
  f: Float32Array;
  i: Int32Array;
  memory: Int32Array;
  floats: Float32Array;
  lanes: number;
};

/** Calls `act` for each step, those inside others before them. */
export function visit(steps: readonly Step[], act: (step: Step) => void) {
  for (const step of steps) {
    if ("body" in step) visit(step.body, act);
    act(step);
  }
}

const lanesSteps = ["lanes", "shift", "shuffle", "splat", "load", "loadSplat"];
const writesLanes = (step: Step) =>
  [...lanesSteps, "copyLanes", "polynomial"].includes(step.do);

/**
 * Gives registers their places, in the order in which steps are made ready. Constants are
 * filled in here; of the others, those whose last reader stands in their own block make room
 * for later ones, so that what is at work stays in a processor's nearest memory.
 */
export function placeRegisters({ routines, constants }: Program, { f, i }: Store) {
  const bitsAt = new Map(constants.map(({ at, bits }) => [at, bits]));
  const reads = new Map<number, number>();
  for (const { body } of routines) {
    visit(body, ({ from }) => {
      for (const register of from) reads.set(register, (reads.get(register) ?? 0) + 1);
    });
  }
  const places = new Map<number, number>();
  const blockOf = new Map<number, readonly Step[]>();
  const constantAt = new Map<string, number>();
  const numberAt = new Map<number, number>();
  const lanes = new Set<number>();
  const free: number[] = [];
  // The first place is never written and holds 0.
  let used = mostLanes;

  function take() {
    used += mostLanes;
    return used - mostLanes;
  }

  function give(register: number): number {
    const at = take();
    places.set(register, at);
    return at;
  }

  function bitsOf(step: Step): readonly number[] | null {
    if (step.do === "constant") return [step.value];
    if (step.do !== "load" || step.from.length > 0) return null;
    return bitsAt.get(step.offset) ?? null;
  }

  return {
    /** The first lane of a register that has a place. */
    at: (register: number) => places.get(register)!,
    /** The number that stands in all lanes of a constant. */
    constant(register: number): number | null {
      return numberAt.get(places.get(register)!) ?? null;
    },
    /** Whether there is but one reader. */
    isReadOnce: (register: number) => reads.get(register) === 1,
    /** Gives a place to a word that no step writes. */
    give,
    /** Begins a routine: gives the words that it is given their places. */
    begin(given: readonly number[]): readonly number[] {
      // Its registers are not those of a routine that it calls.
      free.length = 0;
      return given.map(give);
    },
    /** Fills in what a step writes, if that is known here. */
    isConstant(step: Step): boolean {
      const bits = bitsOf(step);
      if (!bits || step.to === null) return false;
      const key = bits.join(" ");
      let at = constantAt.get(key);
      if (at === undefined) {
        at = take();
        for (let k = 0; k < mostLanes; k += 1) i[at + k] = bits[k % bits.length]!;
        constantAt.set(key, at);
        if (bits.every((one) => one === bits[0])) numberAt.set(at, f[at]!);
      }
      places.set(step.to, at);
      return true;
    },
    /** The place of what a step of `block` writes; whatever it was the last to read is over. */
    write(step: Step, block: readonly Step[]): number {
      const { to } = step;
      if (to !== null && !places.has(to)) {
        places.set(to, free.pop() ?? take());
        if (writesLanes(step)) lanes.add(to);
        if (step.do !== "copyWord" && step.do !== "copyLanes") blockOf.set(to, block);
      }
      for (const register of step.from) {
        const left = reads.get(register)! - 1;
        reads.set(register, left);
        if (left === 0 && blockOf.get(register) === block)
          free.push(places.get(register)!);
      }
      return to === null ? 0 : places.get(to)!;
    },
    /** The places of the lanes that `body` reads and does not write. */
    readFromOutside(body: readonly Step[]): readonly number[] {
      const read = new Set<number>();
      const written = new Set<number>();
      visit(body, ({ from, to }) => {
        for (const register of from) read.add(register);
        if (to !== null) written.add(to);
      });
      return [...read]
        .filter((register) => lanes.has(register) && !written.has(register))
        .map((register) => places.get(register)!);
    },
  };
}

/** See `placeRegisters`. */
export type Registers = ReturnType<typeof placeRegisters>;
