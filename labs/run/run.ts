import { counted, singleText } from "../arithmetic/number-text";
import { exampleFields, plainExamples } from "../data/dataset";
import { datasets, type ExampleRun, hasNeighbours, kindOf } from "../data/datasets";
import {
  choice,
  choiceOrOwn,
  type Field,
  layerList,
  layersIn,
  number,
  type Option,
  perLayer,
} from "../field/field";
import { numberList } from "../field/written";
import { isOwn } from "../formula/own-formula";
import { type ActivationName, activationNames, activations } from "../network/activation";
import { type InitializationName, initializations } from "../network/initialization";
import { type LossName, losses, ownLossNames, suitsOf } from "../network/loss";
import { type OptimizerName, optimizers } from "../network/optimizer";
import { type RegularizationName, regularizations } from "../network/regularization";

// A run and the one list of its settings. Beside it stand its link, the settings that rule
// each other out, and the plan: a run as the plain numbers that a kernel trains.

/** Where the reader wants a run trained; "auto" takes a real GPU where there is one. */
export const deviceWishes = {
  auto: { label: "The quickest here" },
  webgpu: { label: "GPU (WebGPU)" },
  cpu: { label: "CPU" },
} as const;

/** A wish by its name in links; see `deviceWishes`. */
export type DeviceWish = keyof typeof deviceWishes;

/** Every setting that decides a training. Two equal runs give equal curves. */
export type Run = ExampleRun & {
  /** The number of neurons in each hidden layer, first to last. */
  layers: readonly number[];
  /**
   * The activation of each hidden layer; where there are fewer names than layers, the
   * last goes on. A convolution has that of the first. The output is always linear.
   */
  activations: readonly ActivationName[];
  /** How large the first weights are. */
  initialization: InitializationName;
  /** The kernels of a convolution in front of the hidden layers; none where it is 0. */
  kernels: number;
  /** The side of a kernel's window, how far it moves, and how many places share a mean. */
  kernelSize: number;
  stride: number;
  pool: number;
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
  device: DeviceWish;
};

/** One weight or bias before the first pass, typed by the reader. */
export type WeightEdit = { at: number; value: number };

const mostLayers = 6;

/** The most places of a convolution that share a mean: all that there can be. */
export const mostPool = 512;

/** The most weights that a link can hold. */
export const mostEdits = 200;

function editFrom([at = -1, value = 0]: readonly number[]): WeightEdit | null {
  const legal = Number.isInteger(at) && at >= 0 && Math.abs(value) <= 1000;
  return legal ? { at, value: Math.fround(value) } : null;
}

/** How each setting is written, bounded and shown. The one list of a run's limits. */
export const fields: { readonly [K in keyof Run]: Field<Run[K]> } = {
  data: choice("data", "Data", datasets),
  ...exampleFields,
  layers: layerList("layers", "Hidden layers", {
    most: mostLayers,
    widest: 64,
  }),
  activations: perLayer(
    "act",
    "Activation",
    activations,
    { of: "activation", names: activationNames },
    mostLayers,
  ),
  initialization: choice("init", "First weights", initializations),
  kernels: number("kernels", "Kernels", { min: 0, max: 16, step: 1 }),
  kernelSize: number("size", "Kernel size", { min: 1, max: 64, step: 1 }),
  stride: number("stride", "Stride", { min: 1, max: 64, step: 1 }),
  pool: number("pool", "Pooling", { min: 1, max: mostPool, step: 1 }),
  loss: choiceOrOwn("loss", "Loss", losses, { of: "loss", names: ownLossNames }),
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
  edits: numberList(
    "w",
    "Typed weights",
    { most: mostEdits, width: 2, item: "index_weight" },
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

/** The settings that make a run's examples: its goals of loss and accuracy are about those. */
export const exampleSettings = [
  ...(["data", "noise", "split", "samples"] as const),
  ...(["own", "values", "outliers", "moved", "window", "text", "context"] as const),
] satisfies readonly (keyof Run)[];

/** Whether two runs train, validate and test on the same examples, whatever is shown of them. */
export const sameExamples = (one: Run, other: Run) =>
  [...exampleSettings, "validation" as const, "seed" as const].every(
    (setting) => !differs(setting, one, other),
  );

const labelOf = (options: readonly Option[], name: string) =>
  options.find(({ value }) => value === name)?.label ?? name;

/** The value of a setting in words: "Tanh", "0.03", "8, then 4 neurons", "12 entries". */
export function settingText<K extends keyof Run>(run: Run, setting: K): string {
  const { control, format }: Field<Run[K]> = fields[setting];
  const text = format(run[setting]);
  if (control.kind === "choice") return labelOf(control.options, text);
  if (control.kind === "set" || control.kind === "perLayer") {
    const { options } = control;
    return layersIn(text, options)
      .map((name) => labelOf(options, name))
      .join(", ");
  }
  if (control.kind === "layers") {
    return text === "none" ? "none" : `${text.split("-").join(", then ")} neurons`;
  }
  if (control.kind === "written" && text !== "none") {
    const { count, of } = control;
    return counted(count(text), of, of === "entry" ? "entries" : "letters");
  }
  return text;
}

/** Whether a run has an activation or a loss of the reader's own. */
export const hasOwn = ({ activations, loss }: Pick<Run, "activations" | "loss">) =>
  [...activations, loss].some(isOwn);

/** Where every lab starts unless it says otherwise. */
export const plainRun: Run = {
  data: "circle",
  ...plainExamples,
  layers: [4],
  activations: ["tanh"],
  initialization: "glorot",
  kernels: 0,
  kernelSize: 3,
  stride: 1,
  pool: 1,
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
  return suitsOf(run.loss).includes(kindOf(run));
}

// Which settings of a run have an effect on it.

/** The settings that only some data use. */
const ofData: readonly (keyof Run)[] = [
  ...(["noise", "samples", "own", "values"] as const),
  ...(["outliers", "inputs", "scaling", "moved", "window", "text", "context"] as const),
];

/** The settings of a convolution, behind the number of its kernels. */
const ofKernels: readonly (keyof Run)[] = ["kernelSize", "stride", "pool"];

/** Whether a run looks at its examples through windows, which points of the plane have not. */
export const hasConvolution = ({ data, kernels }: Pick<Run, "data" | "kernels">) =>
  kernels > 0 && hasNeighbours({ data });

/** Whether a setting has an effect on runs of this data and with these kernels. */
export function isUsed(run: Pick<Run, "data" | "kernels">, setting: keyof Run): boolean {
  if (setting === "kernels") return hasNeighbours(run);
  if (ofKernels.includes(setting)) return hasConvolution(run);
  const uses: readonly (keyof Run)[] = datasets[run.data].uses;
  return !ofData.includes(setting) || uses.includes(setting);
}

/** How many activations a run may have: one for a convolution alone. */
export const activationsIn = (run: Pick<Run, "data" | "kernels" | "layers">) =>
  Math.max(run.layers.length, hasConvolution(run) ? 1 : 0);

function withPlain<K extends keyof Run>(run: Run, setting: K): Run {
  return { ...run, [setting]: plainRun[setting] };
}

/** The run with every setting that has no effect on it at its plain value. */
export function normalizeRun(run: Run): Run {
  const { layers, regularization } = run;
  const used = run.activations.slice(0, Math.max(layers.length, 1));
  const isActive = activationsIn(run) > 0;
  const last = used.findLastIndex((name, at) => at === 0 || name !== used[at - 1]);
  const idle = settings.filter((setting) => !isUsed(run, setting));
  return {
    ...idle.reduce<Run>(withPlain, run),
    activations: isActive ? used.slice(0, last + 1) : plainRun.activations,
    drop: isActive ? run.drop : plainRun.drop,
    decay: regularization === "none" ? plainRun.decay : run.decay,
  };
}
