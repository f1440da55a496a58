import type { Machine, Program } from "./program";
import { wasmModule } from "./wasm-module";

/** Whether this machine runs WebAssembly with lanes. It is asked once. */
export const hasWasmLanes = (): boolean => {
  known ??= probe();
  return known;
};

let known: boolean | null = null;

/** A module that holds one operation on lanes: () → i32, the first lane of splat(0). */
const smallest = [
  ...[0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00, 0x01, 0x05, 0x01, 0x60, 0x00, 0x01],
  ...[0x7b, 0x03, 0x02, 0x01, 0x00, 0x0a, 0x08, 0x01, 0x06, 0x00, 0x41, 0x00, 0xfd, 0x11],
  0x0b,
];

function probe(): boolean {
  try {
    return WebAssembly.validate(Uint8Array.from(smallest));
  } catch {
    // Without WebAssembly its name is unknown; a policy may forbid it, too.
    return false;
  }
}

/**
 * Makes a program ready to run as WebAssembly. Throws where the page's policy or the browser
 * does not let it, or where there is no memory left. Compiles at once: to be called in a
 * worker, as browsers refuse more than 4 KB in a page.
 */
export function wasmMachine(program: Program): Machine {
  const compiled = new WebAssembly.Module(wasmModule(program));
  const { exports } = new WebAssembly.Instance(compiled);
  const { memory } = exports;
  if (!(memory instanceof WebAssembly.Memory)) throw new Error("A module has no memory.");
  const { buffer } = memory;
  const numbers = new Int32Array(buffer);
  for (const { at, bits } of program.constants) numbers.set(bits, at >> 2);
  return {
    memory: buffer,
    run(name, ...given) {
      const routine = exports[name];
      if (typeof routine === "function") routine(...given);
    },
  };
}
