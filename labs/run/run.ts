import { singleText } from "@/labs/arithmetic/number-text";
import { type DatasetName, datasets, kindOf, type Point } from "@/labs/data/datasets";
import { type InputName, inputs } from "@/labs/data/input";
import {
  choice,
  choices,
  type Field,
  layerList,
  number,
  perLayer,
} from "@/labs/field/field";
import { written } from "@/labs/field/number-list";
import { type ActivationName, activations } from "@/labs/network/activation";
import { type LossName, losses } from "@/labs/network/loss";
import { type OptimizerName, optimizers } from "@/labs/network/optimizer";
import { type RegularizationName, regularizations } from "@/labs/network/regularization";

/** Where the reader wants a run trained; "auto" takes a real GPU where there is one. */
export const deviceWishes = {
  auto: { label: "The quickest here" },
  webgpu: { label: "GPU (WebGPU)" },
  cpu: { label: "CPU" },
} as const;

export type DeviceWish = keyof typeof deviceWishes;

/** Every setting that decides a training. Two equal runs give equal curves. */
export type Run = {
  data: DatasetName;
  /** How far points stray from their pattern: 0 to 0.5 of a unit of the plane. */
  noise: number;
  /** The share of the points that train; the rest only test. */
  split: number;
  /** The number of examples, before the split. */
  samples: number;
  /** The reader's own points, for the data "own"; `target` numbers the class, from 0. */
  own: readonly Point[];
  /** The reader's own time series, for the data "values". */
  values: readonly number[];
  /** Training points beside those of the data, their targets as the data has them. */
  outliers: readonly Point[];
  /** What a point of the plane gives to the network. */
  inputs: readonly InputName[];
  /** How many changes of a time series the network sees, up to the latest. */
  window: number;
  /** The number of neurons in each hidden layer, first to last. */
  layers: readonly number[];
  /**
   * The activation of each hidden layer; where there are fewer names than layers, the
   * last goes on. The output is always linear.
   */
  activations: readonly ActivationName[];
  loss: LossName;
  optimizer: OptimizerName;
  /** The learning rate: the share of the gradient taken off a weight at each step. */
  rate: number;
  regularization: RegularizationName;
  /** The strength of the regularization. */
  decay: number;
  /** Dropout: the share of hidden neurons left out at random in each step. */
  drop: number;
  /** Points per step; at most as many as there are points to train on. */
  batch: number;
  /** When the run ends. */
  passes: number;
  /** Weights that start elsewhere than the seed says; `at` as in `Network`. */
  edits: readonly WeightEdit[];
  /** Decides the points, the initial weights and the order of the points. */
  seed: number;
  device: DeviceWish;
};

/** One weight or bias before the first pass, typed by the reader. */
export type WeightEdit = { at: number; value: number };

const mostLayers = 6;

/** The limits of what a reader can write into a link. */
export const most = { own: 400, values: 600, outliers: 5, edits: 200, classes: 10 };

const within = (limit: number) => (value: number | undefined) =>
  value !== undefined && Math.abs(value) <= limit;

function pointFrom([x = 0, y = 0, target = 0]: readonly number[]): Point | null {
  return [x, y, target].every(within(100)) ? { x, y, target } : null;
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

function editFrom([at = -1, value = 0]: readonly number[]): WeightEdit | null {
  const legal = Number.isInteger(at) && at >= 0 && within(1000)(value);
  return legal ? { at, value: Math.fround(value) } : null;
}

/** How each setting is written, bounded and shown. The one list of a run's limits. */
export const fields: { readonly [K in keyof Run]: Field<Run[K]> } = {
  data: choice("data", "Data", datasets),
  noise: number("noise", "Noise", { min: 0, max: 0.5, step: 0.05 }),
  split: number("split", "Share used for training", { min: 0.1, max: 0.9, step: 0.1 }),
  samples: number("samples", "Examples", { min: 10, max: 2000, step: 10 }),
  own: written(
    "own",
    "Own points",
    { most: most.own, width: 3, item: "x_y_class" },
    ownPointFrom,
    pointParts,
  ),
  values: written(
    "values",
    "Own series",
    { most: most.values, width: 1, item: "12.5" },
    ([value = 0]) => value,
    (value) => [value],
  ),
  outliers: written(
    "outlier",
    "Outliers",
    { most: most.outliers, width: 3, item: "x_y_target" },
    pointFrom,
    pointParts,
  ),
  inputs: choices("in", "Inputs", inputs),
  window: number("window", "Changes seen", { min: 1, max: 36, step: 1 }),
  layers: layerList("layers", "Hidden layers", {
    most: mostLayers,
    widest: 64,
  }),
  activations: perLayer("act", "Activation", activations, mostLayers),
  loss: choice("loss", "Loss", losses),
  optimizer: choice("opt", "Optimizer", optimizers),
  rate: number("lr", "Learning rate", {
    min: 0.00001,
    max: 10,
    step: 0.00001,
    logarithmic: true,
  }),
  regularization: choice("reg", "Regularization", regularizations),
  decay: number("decay", "Regularization strength", {
    min: 0.00001,
    max: 1,
    step: 0.00001,
    logarithmic: true,
  }),
  drop: number("drop", "Dropout", { min: 0, max: 0.9, step: 0.05 }),
  batch: number("batch", "Batch size", { min: 1, max: 2000, step: 1 }),
  passes: number("passes", "Passes", { min: 1, max: 100_000, step: 1 }),
  edits: written(
    "w",
    "Typed weights",
    { most: most.edits, width: 2, item: "index_weight" },
    editFrom,
    ({ at, value }) => [at, Number(singleText(value))],
  ),
  seed: number("seed", "Seed", { min: 0, max: 4_294_967_295, step: 1 }),
  device: choice("device", "Device", deviceWishes),
};

/** The settings in the order that links and panels show them. */
export const settings = Object.keys(fields) as readonly (keyof Run)[];

/** Whether two runs differ in one setting. */
export function differs<K extends keyof Run>(setting: K, one: Run, other: Run): boolean {
  const field: Field<Run[K]> = fields[setting];
  return field.format(one[setting]) !== field.format(other[setting]);
}

/** Where every lab starts unless it says otherwise. */
export const plainRun: Run = {
  data: "circle",
  noise: 0,
  split: 0.5,
  samples: 300,
  own: [],
  values: [],
  outliers: [],
  inputs: ["x", "y"],
  window: 12,
  layers: [4],
  activations: ["tanh"],
  loss: "squared",
  optimizer: "sgd",
  rate: 0.03,
  regularization: "none",
  decay: 0.001,
  drop: 0,
  batch: 10,
  passes: 300,
  edits: [],
  seed: 7,
  device: "auto",
};

/** Whether the loss of a run can judge the targets of its data. */
export function lossSuits(run: Pick<Run, "data" | "own" | "loss">): boolean {
  const suits: readonly string[] = losses[run.loss].suits;
  return suits.includes(kindOf(run));
}

// Which settings of a run have an effect on it.

/** The settings that only some data use. */
const ofData: readonly (keyof Run)[] = [
  ...(["noise", "samples", "own", "values"] as const),
  ...(["outliers", "inputs", "window"] as const),
];

/** Whether the data of a run use a setting. */
export function isUsed(run: Pick<Run, "data">, setting: keyof Run): boolean {
  const uses: readonly (keyof Run)[] = datasets[run.data].uses;
  return !ofData.includes(setting) || uses.includes(setting);
}

function withPlain<K extends keyof Run>(run: Run, setting: K): Run {
  return { ...run, [setting]: plainRun[setting] };
}

/** The run with every setting that has no effect on it at its plain value. */
export function settled(run: Run): Run {
  const { layers, regularization } = run;
  const used = run.activations.slice(0, Math.max(layers.length, 1));
  const last = used.findLastIndex((name, at) => at === 0 || name !== used[at - 1]);
  const idle = settings.filter((setting) => !isUsed(run, setting));
  return {
    ...idle.reduce<Run>(withPlain, run),
    activations: layers.length > 0 ? used.slice(0, last + 1) : plainRun.activations,
    drop: layers.length > 0 ? run.drop : plainRun.drop,
    decay: regularization === "none" ? plainRun.decay : run.decay,
  };
}
