// The headings of the settings, and what stands under each.
import type { Run } from "@/labs/run/run";

/** In the order of the panel. */
export const groups = ["Data", "Network", "Learning", "More"] as const;

/** A heading of the settings. */
export type SettingGroup = (typeof groups)[number];

/** The group that shows each setting. */
export const groupOf: Readonly<Record<keyof Run, SettingGroup>> = {
  data: "Data",
  noise: "Data",
  split: "Data",
  validation: "Data",
  samples: "Data",
  own: "Data",
  values: "Data",
  outliers: "Data",
  moved: "Data",
  window: "Data",
  text: "Data",
  context: "Data",
  inputs: "Network",
  scaling: "Network",
  layers: "Network",
  activations: "Network",
  initialization: "Network",
  kernels: "Network",
  kernelSize: "Network",
  stride: "Network",
  pool: "Network",
  edits: "Network",
  loss: "Learning",
  optimizer: "Learning",
  rate: "Learning",
  batch: "Learning",
  passes: "Learning",
  seed: "Learning",
  regularization: "More",
  decay: "More",
  drop: "More",
  device: "More",
};
