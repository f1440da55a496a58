import type { Windows } from "../network/convolution";
import type { Network } from "../network/network";
import { forward, matrixOf, stagesOf } from "./forward";

// The patterns that the kernels of a convolution look for, and where they find them.

/** One kernel. */
export type KernelMap = {
  /** A weight for each input of a window, row by row. */
  weights: Float32Array;
  bias: number;
  /** Its answer to an example at each place, row by row. */
  says: Float64Array;
};

/** The kernels of a network on one example; null where it has no convolution. */
export function kernelMapsOf(
  network: Network,
  weights: Float32Array,
  example: Float32Array,
): { windows: Windows; kernels: readonly KernelMap[] } | null {
  const [first] = network.layers;
  if (first?.kind !== "convolution") return null;
  const { kernels, windows, weightsAt, biasesAt, inputs } = first;
  const alone = { layers: [first], size: biasesAt + kernels };
  const [stage] = stagesOf(alone, Float64Array.from(weights), 1);
  forward([stage!], matrixOf(Float64Array.from(example), inputs), 1);
  const every = (list: ArrayLike<number>, kernel: number, count: number) =>
    Array.from({ length: count }, (_, n) => list[n * kernels + kernel]!);
  const size = (biasesAt - weightsAt) / kernels;
  const maps = Array.from({ length: kernels }, (_, k): KernelMap => {
    const own = weights.subarray(weightsAt, biasesAt);
    const places = stage!.values.data.length / kernels;
    return {
      weights: Float32Array.from(every(own, k, size)),
      bias: weights[biasesAt + k]!,
      says: Float64Array.from(every(stage!.values.data, k, places)),
    };
  });
  return { windows, kernels: maps };
}
