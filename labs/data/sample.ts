import { singleText } from "../arithmetic/number-text";
import type { Grid } from "../network/convolution";
import { isProvided } from "./data-file";
import type { Dataset, Point, Rows } from "./dataset";
import { datasets, type ExampleRun, hasNeighbours } from "./datasets";
import { inputs, inputsOf } from "./input";
import { type Scale, scaled, scalesOf } from "./scaling";
import { letterNames } from "./text";

// The examples of a run as numbers, whatever they stand for.

/** The set whose loss is told after each pass: never the test set where there are both. */
export const heldSet = ({ validation }: Pick<ExampleRun, "validation">) =>
  validation > 0 ? "validation" : "test";

/** See `heldSet`. */
export type HeldSet = ReturnType<typeof heldSet>;

/** The points a network learns from, those of the `heldSet`, and those of a closed test set. */
export type Split = {
  train: readonly Point[];
  held: readonly Point[];
  closed: readonly Point[];
};

/** First the examples that train, then those of the `heldSet`; see `Examples`. */
export type Sample = Rows & {
  train: number;
  held: number;
  /** The examples of a test set apart from those; null where the run validates on none. */
  closed: Rows | null;
  /** The points behind the examples, for data on the plane. */
  points: Split | null;
  /** The scale of each input of those points. */
  scales: readonly Scale[];
};

/** How many of `count` examples train, and how many are held: of each set at least one. */
function countsOf(count: number, { split, validation }: ExampleRun) {
  const within = (share: number, most: number) =>
    Math.min(Math.max(Math.round(count * share), 1), most);
  if (validation === 0) {
    const train = within(split, count - 1);
    return { train, held: count - train };
  }
  const train = within(split, count - 2);
  return { train, held: within(validation, count - train - 1) };
}

/** The points of a run on the plane, its outliers behind the others that train. */
export function drawPoints(run: ExampleRun): Split {
  const dataset: Dataset = datasets[run.data];
  const points = dataset.on === "plane" ? dataset.points(run) : [];
  const { train, held } = countsOf(points.length, run);
  return {
    train: [...points.slice(0, train), ...run.outliers],
    held: points.slice(train, train + held),
    closed: points.slice(train + held),
  };
}

/** The examples of the `heldSet`. */
export function heldRows({ features, targets, train }: Sample): Rows {
  const width = features.length / targets.length;
  return {
    features: features.subarray(train * width),
    targets: targets.subarray(train),
  };
}

/** The examples of a run's test set. Whoever looks at them must have chosen before. */
export const testRows = (sample: Sample): Rows => sample.closed ?? heldRows(sample);

/** Counted already: a lab asks while it trains. */
const counted = new WeakMap<Sample, number>();

/** How many test examples are also among those that train: the same numbers, the same target. */
export function copiesIn(sample: Sample): number {
  const known = counted.get(sample);
  if (known !== undefined) return known;
  const trained = new Set(rowTexts(sample).slice(0, sample.train));
  const count = rowTexts(testRows(sample)).filter((text) => trained.has(text)).length;
  counted.set(sample, count);
  return count;
}

/** Each row as a text of its bits: quick to make, and equal where the numbers are. */
function rowTexts({ features, targets }: Rows): string[] {
  const width = (2 * features.length) / targets.length;
  const { buffer, byteOffset, length } = features;
  const bits = new Uint16Array(buffer, byteOffset, 2 * length);
  return Array.from(targets, (target, row) =>
    String.fromCharCode(...bits.subarray(row * width, (row + 1) * width)).concat(
      String(target),
    ),
  );
}

/** Where the outliers begin among the examples that train: behind all others. */
export function firstOutlier(
  { outliers }: ExampleRun,
  { points, train }: Sample,
): number {
  return points ? train - outliers.length : train;
}

/** The file that must be provided before the run can start; null where it has all. */
export function missingFile(run: Pick<ExampleRun, "data">): string | null {
  const dataset: Dataset = datasets[run.data];
  if (dataset.on === "plane" || dataset.file === null) return null;
  return isProvided(dataset.file) ? null : dataset.file;
}

/** How many numbers each example of a run gives to the network. */
export function widthOf(
  run: Pick<ExampleRun, "data" | "inputs" | "window" | "context">,
): number {
  const dataset: Dataset = datasets[run.data];
  return dataset.on === "plane" ? run.inputs.length : dataset.width(run);
}

/**
 * How the numbers of an example lie: a picture's in rows, a sound's or a series' in one; null
 * where they have no neighbours.
 */
export function gridOf(
  run: Pick<ExampleRun, "data" | "inputs" | "window" | "context">,
): Grid | null {
  if (!hasNeighbours(run)) return null;
  const width = widthOf(run);
  if (datasets[run.data].on !== "picture") return { across: width, down: 1 };
  const side = Math.round(Math.sqrt(width));
  return { across: side, down: side };
}

/**
 * How many scores the network of a run gives: one, or one for each of several classes.
 */
export function outputsOf(run: Pick<ExampleRun, "data" | "own">): number {
  const dataset: Dataset = datasets[run.data];
  return dataset.kind(run) === "several" ? dataset.classes(run).length : 1;
}

function drawnSample(run: ExampleRun): Sample {
  const dataset: Dataset = datasets[run.data];
  if (dataset.on === "plane") {
    const points = drawPoints(run);
    const inputCount = run.inputs.length;
    const open = inputsOf([...points.train, ...points.held], run.inputs);
    const scales = scalesOf(run.scaling, open, inputCount, points.train.length);
    const rowsOf = (some: readonly Point[]): Rows => ({
      features: scaled(inputsOf(some, run.inputs), scales),
      targets: Float32Array.from(some, ({ target }) => target),
    });
    return {
      ...rowsOf([...points.train, ...points.held]),
      train: points.train.length,
      held: points.held.length,
      closed: points.closed.length > 0 ? rowsOf(points.closed) : null,
      points,
      scales,
    };
  }
  const { features, targets } = dataset.rows(run, (count) => countsOf(count, run).train);
  const { train, held } = countsOf(targets.length, run);
  const open = train + held;
  const width = features.length / targets.length;
  const rowsIn = (from: number, to: number): Rows => ({
    features: features.subarray(from * width, to * width),
    targets: targets.subarray(from, to),
  });
  return {
    ...rowsIn(0, open),
    ...{ train, held, points: null, scales: [] },
    closed: open < targets.length ? rowsIn(open, targets.length) : null,
  };
}

/** The settings that decide the examples of a run. */
const deciding = [
  ...(["data", "noise", "split", "validation", "samples", "own", "values"] as const),
  ...(["outliers", "inputs", "scaling", "moved", "window"] as const),
  ...(["text", "context", "seed"] as const),
];

/** How many samples are kept: a lab may train several runs at once. */
const mostKept = 4;

/** The latest first. */
let kept: readonly { run: ExampleRun; sample: Sample }[] = [];

/**
 * The examples of a run, drawn once for all that ask for them: nobody may write to them.
 * Throws where its file is missing.
 */
export function sampleOf(run: ExampleRun): Sample {
  const known = kept.find((one) =>
    deciding.every((setting) => one.run[setting] === run[setting]),
  );
  const now = known ?? { run, sample: drawnSample(run) };
  kept = [now, ...kept.filter((one) => one !== known)].slice(0, mostKept);
  return now.sample;
}

/** The inputs of a run's network at places of the plane: row-major. */
export function featuresAt(
  run: ExampleRun,
  places: readonly { x: number; y: number }[],
): Float32Array {
  const rows = inputsOf(places, run.inputs);
  return run.scaling === "none" ? rows : scaled(rows, sampleOf(run).scales);
}

/** The meaning of each number that the network of a run is given, in words. */
export function inputNames(run: ExampleRun): readonly string[] {
  const dataset: Dataset = datasets[run.data];
  if (dataset.on === "plane") return run.inputs.map((name) => inputs[name].label);
  const width = widthOf(run);
  const side = Math.round(Math.sqrt(width));
  return Array.from({ length: width }, (_, at) => {
    if (dataset.on === "series") return `change ${width - at} back`;
    if (dataset.on === "text") {
      const letter = letterNames[at % letterNames.length];
      return `${letter}, ${run.context - Math.floor(at / letterNames.length)} back`;
    }
    if (dataset.on === "sound") {
      return `${run.data === "waves" ? "sample" : "band"} ${at + 1}`;
    }
    return `dot ${1 + Math.floor(at / side)},${1 + (at % side)}`;
  });
}

/** The same with what scaling does to it, as in "(x − 0.5) × 2". */
export function scaledNames(run: ExampleRun): readonly string[] {
  const { scales } = sampleOf(run);
  return inputNames(run).map((name, at) => {
    const { shift, factor } = scales[at] ?? { shift: 0, factor: 1 };
    const moved = shift === 0 ? name : `(${name} − ${singleText(shift)})`;
    return factor === 1 ? moved : `${moved} × ${singleText(factor)}`;
  });
}

/** The names of a run's classes; none where its targets are numbers. */
export function classNames(run: ExampleRun): readonly string[] {
  const dataset: Dataset = datasets[run.data];
  return dataset.classes(run);
}
