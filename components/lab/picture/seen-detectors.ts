// The first layer of a side's network as the page shows it.
import { datasets } from "@/labs/dataset";
import { detectorsOf, voicesOf } from "@/labs/picture/detector";
import { widthOf } from "@/labs/sample";
import { networkOf } from "@/labs/task";
import type { Side } from "../training/sides";

/** The neurons of the first layer; `largest` is the size of their largest weight. */
export function detectorsIn({ run, sample, weights }: Side) {
  const network = networkOf(run);
  const names = datasets[run.data].classes(run);
  const truths = Int32Array.from(sample.targets.subarray(sample.train));
  const features = sample.features.subarray(sample.train * widthOf(run));
  const detectors = detectorsOf(network, weights, features, truths, names.length);
  const largest = Math.max(...detectors.flatMap((one) => [...one.weights].map(Math.abs)));
  return { detectors, names, kind: voicesOf(network), largest };
}

export type Seen = ReturnType<typeof detectorsIn>;

/** Weights as shares of the largest of all. */
export const shaded = (weights: Float32Array, largest: number) =>
  weights.map((weight) => weight / (largest || 1));
