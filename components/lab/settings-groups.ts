// The headings of the settings panel, and what stands under each.
import type { Run } from "@/labs/run/run";

/** In the order of the panel. */
export const groups = [
  "What it learns from",
  "The network",
  "How it learns",
  "Against overfitting",
] as const;

/** The group that shows each setting. */
export const groupOf: Readonly<Record<keyof Run, (typeof groups)[number]>> = {
  data: "What it learns from",
  noise: "What it learns from",
  split: "What it learns from",
  samples: "What it learns from",
  own: "What it learns from",
  values: "What it learns from",
  outliers: "What it learns from",
  window: "What it learns from",
  inputs: "The network",
  layers: "The network",
  activations: "The network",
  loss: "How it learns",
  optimizer: "How it learns",
  rate: "How it learns",
  regularization: "Against overfitting",
  decay: "Against overfitting",
  drop: "Against overfitting",
  edits: "The network",
  batch: "How it learns",
  passes: "How it learns",
  seed: "How it learns",
  device: "How it learns",
};
