// Datasets, and the settings of a run that make its examples.
import { choice, choices, type Field, number } from "../field/field";
import { numberList, writtenText } from "../field/written";
import type { TargetKind } from "../network/loss";
import { alphabet, linkAlphabet } from "./alphabet";
import { type InputName, inputs } from "./input";
import { type ScalingName, scalings } from "./scaling";

/** One example on the plane: x and y in about [−3, 3]. */
export type Point = { x: number; y: number; target: number };

/** Half the width of the plane that the maps show. */
export const planeRadius = 3;

/** Which pictures may be moved. */
export const moves = {
  none: { label: "None" },
  test: { label: "Those that test" },
  all: { label: "All" },
} as const;

/** The settings that make a run's examples, beside its dataset. */
export type ExampleSettings = {
  /** How far points stray from their pattern: 0 to 0.5 of a unit of the plane. */
  noise: number;
  /** The share of the examples that train. */
  split: number;
  /** The share held out to choose by; all others only test. */
  validation: number;
  /** The number of examples, before the split. */
  samples: number;
  /** The reader's own points, for the data "own"; `target` numbers the class, from 0. */
  own: readonly Point[];
  /** The reader's own time series, for the data "values". */
  values: readonly number[];
  /** Training points beside those of the data, their targets as the data has them. */
  outliers: readonly Point[];
  /** The numbers that a point of the plane gives to the network. */
  inputs: readonly InputName[];
  /** How large these are made. */
  scaling: ScalingName;
  /** Which pictures are moved by up to a pixel, each way. */
  moved: keyof typeof moves;
  /** How many changes of a time series the network sees, up to the latest. */
  window: number;
  /** The reader's own text, for the data "text", in letters of the alphabet. */
  text: string;
  /** How many letters of a text the network sees, up to the latest. */
  context: number;
  /** Decides the points, the initial weights and the order of the points. */
  seed: number;
};

/** The limits of what a reader can write into a link. */
export const most = { own: 400, values: 600, outliers: 5, text: 8000, classes: 10 };

/** The fewest letters of an own text: fewer say nothing about the next. */
export const fewestLetters = 200;

function pointFrom([x = 0, y = 0, target = 0]: readonly number[]): Point | null {
  return [x, y, target].every((part) => Math.abs(part) <= 100) ? { x, y, target } : null;
}

const pointParts = ({ x, y, target }: Point) => [x, y, target];

/** A point whose target numbers a class. */
function ownPointFrom(numbers: readonly number[]): Point | null {
  const point = pointFrom(numbers);
  const known =
    point &&
    Number.isInteger(point.target) &&
    point.target >= 0 &&
    point.target < most.classes;
  return known ? point : null;
}

/** How each setting of the examples is written, bounded and shown; the seed is a run's. */
export const exampleFields: {
  readonly [K in Exclude<keyof ExampleSettings, "seed">]: Field<ExampleSettings[K]>;
} = {
  noise: number("noise", "Noise", { min: 0, max: 0.5, step: 0.05 }),
  split: number("split", "Share used for training", { min: 0.1, max: 0.9, step: 0.1 }),
  validation: number("valid", "Share used for validation", {
    min: 0,
    max: 0.8,
    step: 0.1,
  }),
  samples: number("samples", "Examples", { min: 10, max: 2000, step: 10 }),
  own: numberList(
    "own",
    "Own points",
    { most: most.own, width: 3, item: "x_y_class" },
    ownPointFrom,
    pointParts,
  ),
  values: numberList(
    "values",
    "Own series",
    { most: most.values, width: 1, item: "12.5" },
    ([value = 0]) => value,
    (value) => [value],
  ),
  outliers: numberList(
    "outlier",
    "Outliers",
    { most: most.outliers, width: 3, item: "x_y_target" },
    pointFrom,
    pointParts,
  ),
  inputs: choices("in", "Inputs", inputs),
  scaling: choice("scale", "Input scale", scalings),
  moved: choice("moved", "Moved by a pixel", moves),
  window: number("window", "Changes seen", { min: 1, max: 36, step: 1 }),
  text: writtenText("text", "Own text", {
    most: most.text,
    alphabet,
    written: linkAlphabet,
  }),
  context: number("context", "Letters seen", { min: 1, max: 8, step: 1 }),
};

/** The examples that every lab starts from unless it says otherwise. */
export const plainExamples: Omit<ExampleSettings, "seed"> = {
  noise: 0,
  split: 0.5,
  validation: 0,
  samples: 300,
  own: [],
  values: [],
  outliers: [],
  inputs: ["x", "y"],
  scaling: "none",
  moved: "none",
  window: 12,
  text: "",
  context: 3,
};

/** The settings that decide what a dataset is like. */
type Kinds = {
  label: string;
  kind(run: Pick<ExampleSettings, "own">): TargetKind;
  /** The settings that mean something to it, beside those that mean something to all. */
  uses: readonly (keyof ExampleSettings)[];
  /** The names of the classes; none where targets are numbers. */
  classes(run: Pick<ExampleSettings, "own">): readonly string[];
};

/** Examples that are points of the plane; the run's inputs are computed from them. */
export type PlaneDataset = Kinds & {
  on: "plane";
  points(settings: ExampleSettings): readonly Point[];
};

/** Examples with features of their own, row-major, `width` numbers each. */
export type TableDataset = Kinds & {
  on: "picture" | "series" | "sound" | "text";
  /** The file under `public/data` that must be provided first, or null. */
  file: string | null;
  width(run: Pick<ExampleSettings, "window" | "context">): number;
  /** The examples; `train` says how many of so many train: they come first. */
  rows(settings: ExampleSettings, train: (count: number) => number): Rows;
};

/** Features, row-major, and a target for each row. */
export type Rows = { features: Float32Array; targets: Float32Array };

/** A kind of data, as a record of `datasets`. */
export type Dataset = PlaneDataset | TableDataset;
