// A real WebGPU in Node, on Chromium's software adapter: see tests/unit.ts.
import { create, globals } from "webgpu";

/** Gives this process `navigator.gpu`; the object is for tests that want to break it. */
export function provideGpu(): GPU {
  Object.assign(globalThis, globals);
  const gpu = create([]);
  Object.defineProperty(globalThis, "navigator", { value: { gpu }, configurable: true });
  return gpu;
}
