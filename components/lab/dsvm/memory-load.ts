// The load on a GPU's memory: of the lab's run, or of a network that was typed.

import { type OptimizerName, optimizers } from "@/labs/network/optimizer";
import { countFrom, type Load } from "@/labs/notebook/gpu-memory";
import { networkOf } from "@/labs/run/plan";
import type { Side } from "../training/side";

export const precisions = {
  single: { label: "Single: 4 bytes each", bytes: 4 },
  half: { label: "Half: 2 bytes each", bytes: 2 },
  double: { label: "Double: 8 bytes each", bytes: 8 },
} as const;

export type PrecisionName = keyof typeof precisions;

/** A network as typed; each text stands for a count once it can be read. */
export type TypedNetwork = {
  weights: string;
  outputs: string;
  batch: string;
  width: string;
  optimizer: OptimizerName;
};

export const typedLabels = {
  weights: "Weights and biases",
  outputs: "Outputs of all layers, per example",
  batch: "Batch size",
  width: "Numbers in one example",
} as const;

/** A network for colour pictures of 224 × 224 pixels. */
export const firstTyped: TypedNetwork = {
  weights: "100 million",
  outputs: "10 million",
  batch: "32",
  width: "150,528",
  optimizer: "adam",
};

/** The run of a side, with all its examples in the GPU's memory as the notebook has them. */
export function loadOfRun({ run, sample }: Side, bytes: number): Load {
  const { layers, size } = networkOf(run);
  return {
    weights: size,
    slots: optimizers[run.optimizer].slots.length,
    outputs: layers.reduce((sum, { outputs }) => sum + outputs, 0),
    batch: Math.min(run.batch, sample.train),
    width: layers[0]!.inputs + 1,
    resident: sample.train + sample.held,
    bytes,
  };
}

/** The typed network, one batch at a time in memory; null where a text is no count. */
export function loadOfTyped(typed: TypedNetwork, bytes: number): Load | null {
  const weights = countFrom(typed.weights);
  const outputs = countFrom(typed.outputs);
  const batch = countFrom(typed.batch);
  const width = countFrom(typed.width);
  if (!weights || !outputs || !batch || !width) return null;
  const slots = optimizers[typed.optimizer].slots.length;
  return { weights, outputs, batch, width, slots, resident: "batch", bytes };
}
