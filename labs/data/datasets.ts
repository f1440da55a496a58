import type { TargetKind } from "../network/loss";
import type { Dataset, ExampleSettings } from "./dataset";
import { digits } from "./digits";
import { arms, circle, gaussian, hills, own, rare, spiral, xor } from "./plane-datasets";
import { co2, own as ownValues, share } from "./series";
import { lessons, own as ownText } from "./text";
import { vowels, waves } from "./vowels";

// All data that a network can learn from, one record each: points of the plane, tables read
// from files or made, and the reader's own. A run's examples are drawn in `sample.ts`.

/** Every dataset a link can name. */
export const datasets = {
  circle,
  xor,
  gaussian,
  rare,
  spiral,
  arms,
  hills,
  own,
  digits,
  co2,
  share,
  values: ownValues,
  vowels,
  waves,
  lessons,
  text: ownText,
} as const satisfies Record<string, Dataset>;

/** A dataset by its name in links. */
export type DatasetName = keyof typeof datasets;

/** The settings that make examples, with the dataset they are drawn from. */
export type ExampleRun = ExampleSettings & { data: DatasetName };

/** Whether numbers that stand side by side in an example of the data belong together. */
export function hasNeighbours({ data }: Pick<ExampleRun, "data">): boolean {
  const { on } = datasets[data];
  return on !== "plane" && on !== "text";
}

/** The kind of targets that the data of a run has. */
export function kindOf(run: Pick<ExampleRun, "data" | "own">): TargetKind {
  return datasets[run.data].kind(run);
}
