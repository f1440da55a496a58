import type { WebGPUBackend } from "@tensorflow/tfjs-backend-webgpu/dist/backend_webgpu";
import type { WebGPUProgram } from "@tensorflow/tfjs-backend-webgpu/dist/webgpu_program";
import * as tf from "@tensorflow/tfjs-core/dist/base";
import { engine, registerKernel, type Tensor1D } from "@tensorflow/tfjs-core/dist/base";
import { addProduct, type Matrix } from "@/labs/arithmetic/product";
import { uniform } from "@/labs/arithmetic/random";
import type { Work } from "./stopwatch";

// Chains of n × n matrix products, each with the result of the one before: A·B, A·(A·B)
// and so on. Nothing but the last result comes back.

/** A chain to be timed: each run begins anew, and gives its last result's corner. */
export type Chain = Work<number>;

/**
 * Numbers from 0 to 1. The factor's rows sum to 1, so that no chain leaves that range.
 */
function matricesOf(size: number) {
  const draw = uniform(size);
  const fill = () => Float32Array.from({ length: size * size }, () => 0.1 + 0.9 * draw());
  const factor = fill();
  for (let at = 0; at < factor.length; at += size) {
    const row = factor.subarray(at, at + size);
    const sum = row.reduce((total, number) => total + number, 0);
    row.forEach((number, column) => {
      row[column] = number / sum;
    });
  }
  return { factor, start: fill() };
}

/** With the product of our CPU kernel, in one thread. */
export function chainOnCpu(size: number): Chain {
  const { factor, start } = matricesOf(size);
  const matrix = (data: Float64Array): Matrix => ({ data, at: 0, row: size, column: 1 });
  const a = matrix(Float64Array.from(factor));
  const b = matrix(Float64Array.from(start));
  const even = matrix(new Float64Array(size * size));
  const odd = matrix(new Float64Array(size * size));
  return {
    async run(times) {
      let last = b;
      for (let round = 0; round < times; round += 1) {
        const next = round % 2 === 0 ? even : odd;
        next.data.fill(0);
        addProduct(a, last, next, size, size, size);
        last = next;
      }
      return last.data[0]!;
    },
    most: 1 << 24,
    dispose() {},
  };
}

/** One number of a tensor, which thereby is computed. */
async function numberAt(tensor: tf.Tensor, at: number): Promise<number> {
  const one = tf.tidy(() => tf.slice(tf.reshape(tensor, [-1]), [at], [1]));
  const [number = Number.NaN] = await one.data().finally(() => one.dispose());
  return number;
}

/** With TensorFlow.js, which hands the GPU one product after the other. */
export function chainOpByOp(size: number): Chain {
  const { factor, start } = matricesOf(size);
  const a = tf.tensor2d(factor, [size, size]);
  const b = tf.tensor2d(start, [size, size]);
  return {
    async run(times) {
      let last = tf.clone(b);
      for (let round = 0; round < times; round += 1) {
        const next: tf.Tensor2D = tf.matMul(a, last);
        last.dispose();
        last = next;
      }
      return numberAt(last, 0).finally(() => last.dispose());
    },
    most: 4096,
    dispose: () => tf.dispose([a, b]),
  };
}

/**
 * With our own kernel, which computes the whole chain in one dispatch of one workgroup.
 */
export function chainInOne(size: number, software: boolean): Chain {
  const { factor, start } = matricesOf(size);
  const a = tf.tensor1d(factor);
  const b = tf.tensor1d(start);
  return {
    async run(times) {
      const both = inOneDispatch(a, b, { size, rounds: times, software });
      const at = ((times + 1) % 2) * size * size;
      return numberAt(both, at).finally(() => both.dispose());
    },
    most: 1 << 20,
    dispose: () => tf.dispose([a, b]),
  };
}

/** To get one number back from the GPU, with nothing to compute before. */
export function readBack(): Work {
  // TensorFlow.js would read a tensor made from the page's numbers without the GPU.
  const given = tf.tensor1d([1, 2, 3, 4]);
  const numbers = inOneDispatch(given, given, { size: 2, rounds: 1, software: false });
  given.dispose();
  return {
    async run(times) {
      for (let round = 0; round < times; round += 1) await numberAt(numbers, 2);
    },
    most: 1000,
    dispose: () => numbers.dispose(),
  };
}

// A chain of matrix products in one dispatch. A dispatch can wait for all of its lanes
// only within one workgroup, so that one has to do it alone, as in TrainPasses.

const name = "ProductChain";

/** `size` is n of the n × n matrices, a power of 2; `rounds` counts the products. */
type ChainAttributes = { size: number; rounds: number; software: boolean };

/**
 * The results of the last two products of A·B, A·(A·B), …, flat, row by row: those of odd
 * rounds first. The caller disposes all.
 */
function inOneDispatch(
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
