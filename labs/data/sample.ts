import { singleText } from "../arithmetic/number-text";
import type { Grid } from "../network/convolution";
import { isProvided } from "./data-file";
import type { Dataset, Point } from "./dataset";
import { datasets, type ExampleRun } from "./datasets";
import { inputs, inputsOf } from "./input";
import { type Scale, scaled, scalesOf } from "./scaling";

// The examples of a run as numbers, whatever they stand for.

/** The points a network learns from, and those it is only tested on. */
export type Split = { train: readonly Point[]; test: readonly Point[] };

/** First the examples that train, then those that test; see `Examples`. */
export type Sample = {
  features: Float32Array;
  targets: Float32Array;
  train: number;
  test: number;
  /** The points behind the examples, for data on the plane. */
  points: Split | null;
  /** The scale of each input of those points. */
  scales: readonly Scale[];
};

/** How many of `count` examples train: at least one, and not all. */
function trainCount(count: number, split: number): number {
  return Math.min(Math.max(Math.round(count * split), 1), count - 1);
}

/** The points of a run on the plane, its outliers behind the others that train. */
export function drawPoints(run: ExampleRun): Split {
  const dataset: Dataset = datasets[run.data];
  const points = dataset.on === "plane" ? dataset.points(run) : [];
  const kept = trainCount(points.length, run.split);
  return {
    train: [...points.slice(0, kept), ...run.outliers],
    test: points.slice(kept),
  };
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
export function widthOf(run: Pick<ExampleRun, "data" | "inputs" | "window">): number {
  const dataset: Dataset = datasets[run.data];
  return dataset.on === "plane" ? run.inputs.length : dataset.width(run);
}

/**
 * How the numbers of an example lie: a picture's in rows, a sound's or a series' in one; null
 * where they have no neighbours.
 */
export function gridOf(run: Pick<ExampleRun, "data" | "inputs" | "window">): Grid | null {
  const { on } = datasets[run.data];
  if (on === "plane") return null;
  const width = widthOf(run);
  if (on !== "picture") return { across: width, down: 1 };
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
    const all = [...points.train, ...points.test];
    const rows = inputsOf(all, run.inputs);
    const train = points.train.length;
    const scales = scalesOf(run.scaling, rows, run.inputs.length, train);
    return {
      features: scaled(rows, scales),
      targets: Float32Array.from(all, ({ target }) => target),
      train,
      test: points.test.length,
      points,
      scales,
    };
  }
  const rows = dataset.rows(run, (count) => trainCount(count, run.split));
  const count = rows.targets.length;
  const train = trainCount(count, run.split);
  return { ...rows, train, test: count - train, points: null, scales: [] };
}

/** The settings that decide the examples of a run. */
const deciding = [
  ...(["data", "noise", "split", "samples", "own", "values"] as const),
  ...(["outliers", "inputs", "scaling", "moved", "window", "seed"] as const),
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

/** What the network of a run is given at places of the plane: row-major. */
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
