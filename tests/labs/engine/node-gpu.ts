// A real WebGPU in Node, on Chromium's software adapter: see tests/unit.ts.
import { create, globals } from "webgpu";

/**
 * The software GPU compiles a store for each number of workgroup memory to begin at zero,
 * unless Dawn writes the shader a loop that does so, as for drivers that cannot.
 */
const zeroByLoop =
  "disable-dawn-features=use_vulkan_zero_initialize_workgroup_memory_extension";

/** Gives this process `navigator.gpu`; the object is for tests that want to break it. */
export function provideGpu(): GPU {
  Object.assign(globalThis, globals);
  const gpu = create([zeroByLoop]);
  Object.defineProperty(globalThis, "navigator", { value: { gpu }, configurable: true });
  return gpu;
}
