import {
  type Address,
  type BlockStep,
  type Four,
  floatBits,
  type Lanes,
  type LanesOperation,
  type Program,
  type Routine,
  type Step,
  type Word,
  type WordOperation,
} from "./program";
import { writeLoops } from "./program-loops";

// Writes a program, step by step.

/** Writes a program, step by step: see `createWriter`. */
export type Writer = ReturnType<typeof createWriter>;

/** The steps of a block, and by what is computed and of which registers where it is. */
type Block = { steps: Step[]; known: Map<string, Map<number, number>> };

/** More registers than any program has. */
const mostRegisters = 0x1000000;

/**
 * An empty program to be written. What is computed twice in a block is computed once.
 * `onBlocks` asks for steps on blocks of rows where there are some.
 */
export function createWriter(onBlocks = false) {
  const routines: Routine[] = [];
  const constants: { at: number; bits: Four }[] = [];
  const constantAt = new Map<string, number>();
  const variables = new Set<number>();
  let registers = 0;
  let memory = 0;
  let block: Block = { steps: [], known: new Map() };

  const emit = (step: Step) => block.steps.push(step);

  const next = () => {
    registers += 1;
    return registers - 1;
  };

  /** Gives the register that holds what `step` computes, which may be there already. */
  function once(of: string, key: number, step: (to: number) => Step): number {
    let found = block.known.get(of);
    if (!found) {
      found = new Map();
      block.known.set(of, found);
    }
    const known = found.get(key);
    if (known !== undefined) return known;
    const to = next();
    emit(step(to));
    found.set(key, to);
    return to;
  }

  /** The same of one or two registers, but for what may change from step to step. */
  function computed(of: string, from: readonly number[], step: (to: number) => Step) {
    const [one = 0, other = 0] = from;
    if (from.length <= 2 && !variables.has(one) && !variables.has(other)) {
      return once(of, one * mostRegisters + other, step);
    }
    const to = next();
    emit(step(to));
    return to;
  }

  function inside(body: () => void): readonly Step[] {
    const outer = block;
    block = { steps: [], known: new Map() };
    body();
    const { steps } = block;
    block = outer;
    return steps;
  }

  function reserve(bytes: number): number {
    const at = memory;
    memory += Math.ceil(bytes / 16) * 16;
    return at;
  }

  function constantWord(value: number): Word {
    const whole = value | 0;
    return {
      word: once("constant", whole, (to) => ({
        do: "constant",
        to,
        from: [],
        value: whole,
      })),
    };
  }

  function onWords(of: WordOperation, left: Word, right: Word | number): Word {
    const other = typeof right === "number" ? constantWord(right) : right;
    const from = [left.word, other.word];
    return {
      word: computed(`word ${of}`, from, (to) => ({ do: "word", of, to, from })),
    };
  }

  function onLanes(of: LanesOperation, ...given: readonly Lanes[]): Lanes {
    const from = given.map((one) => one.lanes);
    return {
      lanes: computed(of, from, (to) => ({ do: "lanes", of, to, from })),
    };
  }

  function constantLanes(bits: Four): Lanes {
    const key = bits.join(" ");
    const at = constantAt.get(key) ?? reserve(16);
    if (!constantAt.has(key)) {
      constantAt.set(key, at);
      constants.push({ at, bits });
    }
    return {
      lanes: once("lanes", at, (to) => ({ do: "load", to, from: [], offset: at })),
    };
  }

  function same(bits: number): Lanes {
    return constantLanes([bits, bits, bits, bits]);
  }

  const baseOf = ({ base }: Address) => (base ? [base.word] : []);

  function loaded(how: "load" | "loadSplat" | "loadWord", from: Address): number {
    const to = next();
    emit({ do: how, to, from: baseOf(from), offset: from.offset });
    return to;
  }

  function assignWord(to: Word, from: Word) {
    emit({ do: "copyWord", to: to.word, from: [from.word] });
  }

  function variableWord(from: Word): Word {
    const to: Word = { word: next() };
    variables.add(to.word);
    assignWord(to, from);
    return to;
  }

  function assign(to: Lanes, from: Lanes) {
    emit({ do: "copyLanes", to: to.lanes, from: [from.lanes] });
  }

  /** Lanes that may be changed by `assign`, which begin as `from`. */
  function variable(from: Lanes): Lanes {
    const to: Lanes = { lanes: next() };
    variables.add(to.lanes);
    assign(to, from);
    return to;
  }

  function when(condition: Word, body: () => void) {
    emit({ do: "when", to: null, from: [condition.word], body: inside(body) });
  }

  function repeat(body: () => Word) {
    let meanwhile = 0;
    const steps = inside(() => {
      meanwhile = body().word;
    });
    emit({ do: "repeat", to: null, from: [meanwhile], body: steps });
  }

  const parts = { ...{ emit, next, inside, repeat, variable, assign }, onBlocks };
  const words = { variableWord, assignWord, onWords, constantWord };

  return {
    onBlocks,
    /** Room in memory, in bytes, that starts at a multiple of 16. */
    reserve,
    word: constantWord,
    onWords,
    onLanes,
    /** A number in all four lanes, rounded to single precision. */
    number: (value: number): Lanes => same(floatBits(value)),
    /** The same 32 bits in all four lanes. */
    bits: same,
    /** Where the whole numbers from 0 on stand in memory, `count` times four. */
    countedFrom0(count: number): number {
      const at = reserve(16 * count);
      for (let n = 0; n < 4 * count; n += 4) {
        constants.push({ at: at + 4 * n, bits: [n, n + 1, n + 2, n + 3] });
      }
      return at;
    },
    variable,
    assign,
    variableWord,
    assignWord,
    shift(of: "shl" | "shr", { lanes }: Lanes, by: number): Lanes {
      const from = [lanes];
      return {
        lanes: computed(`${of}${by}`, from, (to) => ({ do: "shift", of, to, from, by })),
      };
    },
    shuffle(left: Lanes, right: Lanes, order: Four): Lanes {
      const from = [left.lanes, right.lanes];
      const to = next();
      emit({ do: "shuffle", to, from, order });
      return { lanes: to };
    },
    splat({ word }: Word): Lanes {
      return {
        lanes: computed("splat", [word], (to) => ({ do: "splat", to, from: [word] })),
      };
    },
    any({ lanes }: Lanes): Word {
      const to = next();
      emit({ do: "any", to, from: [lanes] });
      return { word: to };
    },
    load: (from: Address): Lanes => ({ lanes: loaded("load", from) }),
    /** One number of memory in all four lanes. */
    loadSplat: (from: Address): Lanes => ({ lanes: loaded("loadSplat", from) }),
    loadWord: (from: Address): Word => ({ word: loaded("loadWord", from) }),
    store(to: Address, { lanes }: Lanes) {
      emit({ do: "store", to: null, from: [lanes, ...baseOf(to)], offset: to.offset });
    },
    storeWord(to: Address, { word }: Word) {
      emit({ do: "storeWord", to: null, from: [word, ...baseOf(to)], offset: to.offset });
    },
    when,
    repeat,
    ...writeLoops({ ...parts, ...words }),
    /** See `BlockStep`: where `onBlocks` asks for it. */
    polynomial({ lanes }: Lanes, coefficients: readonly number[]): Lanes {
      const to = next();
      emit({ do: "polynomial", to, from: [lanes], coefficients });
      return { lanes: to };
    },
    /**
     * A step on a block, in place of those on four lanes, where `onBlocks` asks for it, given
     * the bases of its `places`.
     */
    onBlock(
      step: Extract<BlockStep, { do: "product" | "gradient" | "gather" }>,
      ...places: readonly Address[]
    ) {
      const from = places.map(({ base }) => (base ?? constantWord(0)).word);
      emit({ ...step, from });
    },
    call(name: string, ...given: readonly Word[]) {
      emit({ do: "call", to: null, from: given.map(({ word }) => word), name });
    },
    /** Writes a routine; `body` gets the words that it is given. */
    routine(name: string, given: number, body: (...given: readonly Word[]) => void) {
      const own = Array.from({ length: given }, (): Word => ({ word: next() }));
      const steps = inside(() => body(...own));
      routines.push({ name, given: own.map(({ word }) => word), body: steps });
    },
    /** The program, once all of it is written. */
    program: (): Program => ({ routines, registers, memory, constants }),
  };
}
