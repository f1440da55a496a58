import type { LanesOperation, Program, Routine, Step, WordOperation } from "./program";
import {
  hasBareAddress,
  onStack,
  type Places,
  placeRegisters,
  stacked,
} from "./wasm-registers";

// A program as a WebAssembly module with SIMD (version 1 of the format, with its 128-bit
// operations; none of the relaxed ones). Numbers are from the specification's binary format.

const wordCodes: Record<WordOperation, number> = {
  add: 0x6a,
  sub: 0x6b,
  mul: 0x6c,
  and: 0x71,
  or: 0x72,
  xor: 0x73,
  shl: 0x74,
  shr: 0x76,
  equal: 0x46,
  less: 0x48,
  least: 0x4e,
};

const lanesCodes: Record<LanesOperation, number> = {
  add: 0xe4,
  sub: 0xe5,
  mul: 0xe6,
  div: 0xe7,
  min: 0xe8,
  max: 0xe9,
  pmin: 0xea,
  pmax: 0xeb,
  sqrt: 0xe3,
  abs: 0xe0,
  neg: 0xe1,
  fromWords: 0xfa,
  equal: 0x41,
  less: 0x43,
  most: 0x45,
  and: 0x4e,
  or: 0x50,
  xor: 0x51,
  pick: 0x52,
  addWords: 0xae,
  mulWords: 0xb5,
  lessWords: 0x39,
};

const i32 = 0x7f;
const v128 = 0x7b;
const simd = 0xfd;

/** Bytes that grow. */
class Bytes {
  #held = new Uint8Array(4096);
  #length = 0;

  #grow(more: number) {
    if (this.#length + more <= this.#held.length) return;
    const longer = new Uint8Array(2 * (this.#length + more));
    longer.set(this.#held.subarray(0, this.#length));
    this.#held = longer;
  }

  byte(byte: number) {
    if (this.#length === this.#held.length) this.#grow(1);
    this.#held[this.#length] = byte;
    this.#length += 1;
  }

  push(...more: readonly number[]) {
    for (const byte of more) this.byte(byte);
  }

  add(more: Uint8Array) {
    this.#grow(more.length);
    this.#held.set(more, this.#length);
    this.#length += more.length;
  }

  all(): Uint8Array<ArrayBuffer> {
    return this.#held.slice(0, this.#length);
  }
}

function pushUnsigned(bytes: Bytes, value: number) {
  let rest = value >>> 0;
  while (rest >= 0x80) {
    bytes.byte((rest & 0x7f) | 0x80);
    rest >>>= 7;
  }
  bytes.byte(rest);
}

function pushSigned(bytes: Bytes, value: number) {
  let rest = value | 0;
  while (rest < -0x40 || rest > 0x3f) {
    bytes.byte((rest & 0x7f) | 0x80);
    rest >>= 7;
  }
  bytes.byte(rest & 0x7f);
}

function pushName(bytes: Bytes, name: string) {
  pushUnsigned(bytes, name.length);
  for (const letter of name) bytes.byte(letter.charCodeAt(0));
}

function pushSection(bytes: Bytes, id: number, content: Bytes) {
  const all = content.all();
  bytes.push(id);
  pushUnsigned(bytes, all.length);
  bytes.add(all);
}

/** How many bytes of 2 to the power of this a step on memory is aligned to: none is asked. */
const unaligned = 0;

const memoryCodes = {
  load: [simd, 0x00],
  loadSplat: [simd, 0x09],
  loadWord: [0x28],
  store: [simd, 0x0b],
  storeWord: [0x36],
} as const;

function writeRoutine(
  { given, body }: Routine,
  { place, isWord, swapped }: Places,
  { words, lanes }: Places["counts"][number],
  indexOf: ReadonlyMap<string, number>,
): Uint8Array {
  const code = new Bytes();
  code.push(2);
  pushUnsigned(code, words);
  code.push(i32);
  pushUnsigned(code, lanes);
  code.push(v128);
  const local = (register: number) =>
    place[register]! - 1 + (isWord[register] ? 0 : given.length + words);
  const get = (register: number) => {
    if (place[register] === onStack) return;
    code.byte(0x20);
    pushUnsigned(code, local(register));
  };
  const onSimd = (operation: number) => {
    code.byte(simd);
    pushUnsigned(code, operation);
  };
  const writeSteps = (steps: readonly Step[]) => {
    for (const step of steps) writeStep(step);
  };

  function writeStep(step: Step) {
    if (hasBareAddress(step)) code.push(0x41, 0);
    if (step.do === "repeat") code.push(0x03, 0x40);
    else {
      const given = stacked(step);
      const turned = given.length === 2 && swapped.has(step);
      if (turned) get(given[1]!);
      for (let n = 0; n < given.length - Number(turned); n += 1) get(given[n]!);
    }
    switch (step.do) {
      case "constant":
        code.push(0x41);
        pushSigned(code, step.value);
        break;
      case "word":
        code.byte(wordCodes[step.of]);
        break;
      case "lanes":
        onSimd(lanesCodes[step.of]);
        break;
      case "shift":
        code.push(0x41);
        pushSigned(code, step.by);
        onSimd(step.of === "shl" ? 0xab : 0xad);
        break;
      case "shuffle":
        onSimd(0x0d);
        for (const lane of step.order) {
          for (let byte = 0; byte < 4; byte += 1) code.byte(4 * lane + byte);
        }
        break;
      case "splat":
        onSimd(0x11);
        break;
      case "any":
        onSimd(0x53);
        break;
      case "load":
      case "loadSplat":
      case "loadWord":
      case "store":
      case "storeWord": {
        for (const byte of memoryCodes[step.do]) code.byte(byte);
        code.byte(unaligned);
        pushUnsigned(code, step.offset);
        break;
      }
      case "repeat":
        writeSteps(step.body);
        step.from.forEach(get);
        code.push(0x0d, 0, 0x0b);
        break;
      case "when":
        code.push(0x04, 0x40);
        writeSteps(step.body);
        code.byte(0x0b);
        break;
      case "call":
        code.push(0x10);
        pushUnsigned(code, indexOf.get(step.name)!);
        break;
      case "each":
      case "polynomial":
      case "product":
      case "gradient":
      case "gather":
        throw new Error("A program on blocks is none for WebAssembly.");
    }
    if (step.to === null || place[step.to] === onStack) return;
    code.byte(0x21);
    pushUnsigned(code, local(step.to));
  }

  writeSteps(body);
  code.byte(0x0b);
  return code.all();
}

/** A page of WebAssembly's memory, in bytes. */
const page = 0x10000;

/** The module of a program: it exports its memory and every routine by its name. */
export function wasmModule(program: Program): Uint8Array<ArrayBuffer> {
  const { routines, memory } = program;
  const indexOf = new Map(routines.map(({ name }, index) => [name, index]));
  const bytes = new Bytes();
  bytes.push(0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00);

  const most = Math.max(...routines.map(({ given }) => given.length));
  const types = new Bytes();
  types.push(most + 1);
  for (let given = 0; given <= most; given += 1) {
    types.push(0x60, given, ...new Array<number>(given).fill(i32), 0);
  }
  pushSection(bytes, 1, types);

  const functions = new Bytes();
  pushUnsigned(functions, routines.length);
  for (const { given } of routines) functions.push(given.length);
  pushSection(bytes, 3, functions);

  const pages = new Bytes();
  // One memory, which never grows.
  pages.push(1, 0x01);
  pushUnsigned(pages, Math.ceil(memory / page));
  pushUnsigned(pages, Math.ceil(memory / page));
  pushSection(bytes, 5, pages);

  const names = new Bytes();
  pushUnsigned(names, routines.length + 1);
  pushName(names, "memory");
  names.push(2, 0);
  for (const [name, index] of indexOf) {
    pushName(names, name);
    names.push(0);
    pushUnsigned(names, index);
  }
  pushSection(bytes, 7, names);

  const places = placeRegisters(program);
  const codes = new Bytes();
  pushUnsigned(codes, routines.length);
  routines.forEach((routine, index) => {
    const code = writeRoutine(routine, places, places.counts[index]!, indexOf);
    pushUnsigned(codes, code.length);
    codes.add(code);
  });
  pushSection(bytes, 10, codes);
  return bytes.all();
}
