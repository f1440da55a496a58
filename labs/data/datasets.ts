import type { Run } from "../run/run";
import { arms } from "./arms";
import { circle } from "./circle";
import { digits } from "./digits";
import { gaussian } from "./gaussian";
import { hills } from "./hills";
import { own } from "./plane-dataset";
import { co2, own as ownValues, share } from "./series";
import { spiral } from "./spiral";
import { vowels, waves } from "./vowels";
import { xor } from "./xor";

/**
 * "classes": two, targets are −1 (orange) or +1 (blue); "several": targets name classes,
 * from 0; "number": any target in about [−1, 1].
 */
export type DatasetKind = "classes" | "several" | "number";

/** One example on the plane: x and y in about [−3, 3]. */
export type Point = { x: number; y: number; target: number };

/** Half the width of the plane that the maps show. */
export const planeRadius = 3;

/** The settings that decide what a dataset is like. */
type Kinds = {
  label: string;
  kind(run: Pick<Run, "own">): DatasetKind;
  /** The settings that mean something to it, beside those that mean something to all. */
  uses: readonly (keyof Run)[];
  /** The names of the classes; none where targets are numbers. */
  classes(run: Pick<Run, "own">): readonly string[];
};

/** Examples that are points of the plane; the run's inputs are computed from them. */
export type PlaneDataset = Kinds & {
  on: "plane";
  points(run: Run): readonly Point[];
};

/** Examples with features of their own, row-major, `width` numbers each. */
export type TableDataset = Kinds & {
  on: "picture" | "series" | "sound";
  /** The file under `public/data` that must be provided first, or null. */
  file: string | null;
  width(run: Pick<Run, "window">): number;
  /** The examples; `train` says how many of so many train: they come first. */
  rows(run: Run, train: (count: number) => number): Rows;
};

/** Features, row-major, and a target for each row. */
export type Rows = { features: Float32Array; targets: Float32Array };

export type Dataset = PlaneDataset | TableDataset;

/** Every dataset a link can name. */
export const datasets = {
  circle,
  xor,
  gaussian,
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
} as const satisfies Record<string, Dataset>;

export type DatasetName = keyof typeof datasets;

/** What kind of targets the data of a run has. */
export function kindOf(run: Pick<Run, "data" | "own">): DatasetKind {
  return datasets[run.data].kind(run);
}
