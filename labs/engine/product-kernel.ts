// A chain of matrix products in one dispatch. A dispatch can wait for all of its lanes
// only within one workgroup, so that one has to do it alone, as in TrainPasses.
import type { WebGPUBackend } from "@tensorflow/tfjs-backend-webgpu/dist/backend_webgpu";
import type { WebGPUProgram } from "@tensorflow/tfjs-backend-webgpu/dist/webgpu_program";
import { engine, registerKernel, type Tensor1D } from "@tensorflow/tfjs-core/dist/base";

const name = "ProductChain";

/** `size` is n of the n × n matrices, a power of 2; `rounds` counts the products. */
export type ChainAttributes = { size: number; rounds: number; software: boolean };

/**
 * The results of the last two products of A·B, A·(A·B), …, flat, row by row: those of odd
 * rounds first. The caller disposes all.
 */
export function inOneDispatch(
  factor: Tensor1D,
  start: Tensor1D,
  attributes: ChainAttributes,
): Tensor1D {
  return engine().runKernel(name, { factor, start }, attributes) as Tensor1D;
}

/**
 * How many rows and columns of the result a lane computes together, sharing its loads.
 */
const blockOf = (size: number) => ({
  down: size < 64 ? 1 : 4,
  across: Math.min(size, 4),
});

function lanesFor({ size, software }: ChainAttributes, most: number): number {
  // SwiftShader runs four at once, and changes over at every barrier.
  if (software) return 4;
  const { down, across } = blockOf(size);
  return Math.min(Math.max((size * size) / (down * across), 32), 256, most);
}

function shaderOf(size: number, lanes: number): string {
  const { down, across } = blockOf(size);
  const rows = Array.from({ length: down }, (_, r) => r);
  const columns = Array.from({ length: across }, (_, c) => c);
  const sums = (each: (r: number, c: number) => string) =>
    rows.flatMap((r) => columns.map((c) => each(r, c))).join("\n");
  const groups = size / across;
  return /* wgsl */ `
fn main(lane : i32) {
  for (var k = lane; k < ${size * size}; k += ${lanes}) {
    result[${size * size} + k] = start[k];
  }
  workgroupBarrier();
  storageBarrier();
  for (var round = 0; round < uniforms.rounds; round += 1) {
    let to = (round % 2) * ${size * size};
    let last = ${size * size} - to;
    for (var item = lane; item < ${(size / down) * groups}; item += ${lanes}) {
      let row = item / ${groups} * ${down * size};
      let column = item % ${groups} * ${across};
      ${sums((r, c) => `var sum${r}_${c} = 0.0;`)}
      for (var k = 0; k < ${size}; k += 1) {
        let at = last + k * ${size} + column;
        ${columns.map((c) => `let b${c} = result[at + ${c}];`).join("\n")}
        ${rows.map((r) => `let a${r} = factor[row + ${r * size} + k];`).join("\n")}
        ${sums((r, c) => `sum${r}_${c} += a${r} * b${c};`)}
      }
      ${sums((r, c) => `result[to + row + ${r * size} + column + ${c}] = sum${r}_${c};`)}
    }
    workgroupBarrier();
    storageBarrier();
  }
}`;
}

function programOf(attributes: ChainAttributes, most: number): WebGPUProgram {
  const { size } = attributes;
  const lanes = lanesFor(attributes, most);
  return {
    variableNames: ["factor", "start"],
    uniforms: "rounds : i32, ",
    outputShape: [2 * size * size],
    dispatchLayout: { x: [0] },
    dispatch: [1, 1, 1],
    workgroupSize: [lanes, 1, 1],
    shaderKey: `${name} ${size} ${lanes}`,
    getUserCode: () => shaderOf(size, lanes),
  };
}

registerKernel({
  kernelName: name,
  backendName: "webgpu",
  kernelFunc({ inputs: { factor, start }, backend, attrs }) {
    if (!factor || !start || !attrs) throw new Error(`${name} lacks an input.`);
    // Only `inOneDispatch` calls it.
    const attributes = attrs as unknown as ChainAttributes;
    const gpu = backend as WebGPUBackend;
    return gpu.runWebGPUProgram(
      programOf(attributes, gpu.device.limits.maxComputeInvocationsPerWorkgroup),
      [factor, start],
      "float32",
      [{ type: "int32", data: [attributes.rounds] }],
    );
  },
});
