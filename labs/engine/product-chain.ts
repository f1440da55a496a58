// Chains of n × n matrix products, each with the result of the one before: A·B, A·(A·B)
// and so on. Nothing but the last result comes back.
import * as tf from "@tensorflow/tfjs-core/dist/base";
import { addProduct, type Matrix } from "../arithmetic/product";
import { uniform } from "../arithmetic/random";
import { inOneDispatch } from "./product-kernel";
import type { Work } from "./stopwatch";

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
  // What TensorFlow.js made from numbers of the page it would read from the page.
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
