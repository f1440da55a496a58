// The smallest network that the locks of an assignment allow.

import type { Assignment } from "@/labs/assignment/assignment";
import { type DatasetName, datasets } from "@/labs/dataset";
import { fields, type Run } from "@/labs/run";
import { networkOf } from "@/labs/task";

/** The data that a learner can choose. */
function dataOf({ lab, run, lock }: Assignment): DatasetName[] {
  if (lock.includes("data")) return [run.data];
  const { on } = datasets[lab.start.data];
  return Object.keys(datasets)
    .map(fields.data.parse)
    .filter((name) => name !== null)
    .filter((name) => datasets[name].on === on);
}

/** The fewest weights and biases that a learner's network can have. */
export function fewestWeights(assignment: Assignment): number {
  const { run, lock } = assignment;
  const free = (setting: keyof Run) => !lock.includes(setting);
  // With many inputs and outputs a hidden layer of one neuron has fewer weights than none.
  const layers = free("layers") ? [[], [1]] : [run.layers];
  const inputs = free("inputs") ? (["x"] as const) : run.inputs;
  const window = free("window") ? 1 : run.window;
  const own = free("own") ? [] : run.own;
  const sizes = dataOf(assignment).flatMap((data) =>
    layers.map((layers) => networkOf({ ...run, data, layers, inputs, window, own }).size),
  );
  return Math.min(...sizes);
}
