import type { Program, Routine, Step } from "./program";

// Where the registers of a program stand in its module.

/** Steps that write a word; the others write lanes. */
const wordWriters: ReadonlySet<string> = new Set<Step["do"]>([
  ...(["constant", "word", "copyWord", "any", "loadWord"] as const),
]);

/** Operations whose two numbers may change places. */
const symmetric: ReadonlySet<string> = new Set([
  ...["add", "mul", "and", "or", "xor", "equal", "addWords", "mulWords"],
]);

/** Whether the two that a step is given may change places. */
const isSymmetric = (step: Step) =>
  (step.do === "word" || step.do === "lanes") && symmetric.has(step.of);

/** The registers that a step reads, in the order in which the module's stack takes them. */
export function stacked(step: Step): readonly number[] {
  const isStore = step.do === "store" || step.do === "storeWord";
  return isStore && step.from.length === 2 ? [step.from[1]!, step.from[0]!] : step.from;
}

/** Steps on memory. */
const onMemory: ReadonlySet<string> = new Set<Step["do"]>([
  ...(["load", "loadSplat", "loadWord", "store", "storeWord"] as const),
]);

/** Whether a step on memory is given no base. */
export const hasBareAddress = ({ do: does, to, from }: Step) =>
  from.length === (to === null ? 1 : 0) && onMemory.has(does);

/** So many registers are looked through for the next to be read. */
const mostOpen = 12;

const many = -2;
/** The place of a register that is left on the stack. */
export const onStack = -1;

/**
 * Where the registers of a program stand in its module: on the stack, where the step that
 * reads one is the next to do so, or in a local variable. Those that live within one block
 * share theirs with others before and after them.
 */
export function placeRegisters({ routines, registers }: Program) {
  const reads = new Int32Array(registers);
  const blockOf = new Int32Array(registers).fill(onStack);
  const lastOf = new Int32Array(registers);
  const isWord = new Uint8Array(registers);
  const place = new Int32Array(registers);
  const swapped = new Set<Step>();
  let blocks = 0;
  let position = 0;

  function meet(register: number, block: number) {
    lastOf[register] = position;
    if (blockOf[register] === onStack) blockOf[register] = block;
    else if (blockOf[register] !== block) blockOf[register] = many;
  }

  function visit(steps: readonly Step[]) {
    blocks += 1;
    const block = blocks;
    for (const step of steps) {
      if (step.do === "repeat" || step.do === "when") visit(step.body);
      position += 1;
      for (const register of step.from) {
        reads[register]! += 1;
        meet(register, step.do === "repeat" ? many : block);
      }
      if (step.to === null) continue;
      if (wordWriters.has(step.do)) isWord[step.to] = 1;
      if (step.do === "copyWord" || step.do === "copyLanes") blockOf[step.to] = many;
      else meet(step.to, block);
    }
  }

  /** Finds what may stay on the stack: last in, first out. */
  function findStacked(steps: readonly Step[]) {
    const open: number[] = [];
    for (const step of steps) {
      if (step.do === "repeat" || step.do === "when") findStacked(step.body);
      if (step.do !== "repeat" && step.from.length > 0 && open.length > 0) {
        const given = stacked(step);
        // The address goes before the value, and one without a base is not on the stack.
        let taken = hasBareAddress(step) ? 0 : matching(open, given);
        if (
          taken === 0 &&
          given.length === 2 &&
          given[1] === open[open.length - 1] &&
          isSymmetric(step)
        ) {
          swapped.add(step);
          taken = 1;
        }
        for (; taken > 0; taken -= 1) place[open.pop()!] = onStack;
        for (const register of given) {
          const at = open.lastIndexOf(register);
          if (at >= 0) open.splice(at, 1);
        }
      }
      if (step.to !== null && reads[step.to] === 1 && blockOf[step.to]! > 0) {
        open.push(step.to);
        if (open.length > mostOpen) open.shift();
      }
    }
  }

  /** Gives the others their variables; counts words and lanes. */
  function assignLocals({ given, body }: Routine) {
    const count = [0, 0];
    const free: [number[], number[]] = [[], []];
    const take = (register: number) => {
      const kind = isWord[register]!;
      const number = free[kind as 0 | 1].pop() ?? count[kind]!++;
      place[register] = number + 1;
    };
    for (const register of given) take(register);
    const release = (register: number) => {
      const isOver = blockOf[register]! > 0 && lastOf[register] === position;
      if (isOver && place[register]! > 0) {
        free[isWord[register] as 0 | 1].push(place[register]! - 1);
        lastOf[register] = 0;
      }
    };
    const assign = (steps: readonly Step[]) => {
      for (const step of steps) {
        if (step.do === "repeat" || step.do === "when") assign(step.body);
        position += 1;
        for (const register of step.from) release(register);
        if (step.to === null || place[step.to] === onStack) continue;
        if (place[step.to] === 0) take(step.to);
        release(step.to);
      }
    };
    assign(body);
    return { words: count[1]! - given.length, lanes: count[0]! };
  }

  for (const { given } of routines) {
    for (const register of given) {
      blockOf[register] = many;
      isWord[register] = 1;
    }
  }
  for (const { body } of routines) visit(body);
  for (const { body } of routines) findStacked(body);
  position = 0;
  const counts = routines.map(assignLocals);
  return { place, isWord, swapped, counts };
}

/** How many of the first of `given` are the last of `open`, in their order. */
function matching(open: readonly number[], given: readonly number[]): number {
  for (let count = Math.min(given.length, open.length); count > 0; count -= 1) {
    const from = open.length - count;
    let at = 0;
    while (at < count && open[from + at] === given[at]) at += 1;
    if (at === count) return count;
  }
  return 0;
}

/** See `placeRegisters`. */
export type Places = ReturnType<typeof placeRegisters>;
