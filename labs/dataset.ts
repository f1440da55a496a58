import { circle } from "./datasets/circle";
import { gaussian } from "./datasets/gaussian";
import { hills } from "./datasets/hills";
import { spiral } from "./datasets/spiral";
import { xor } from "./datasets/xor";
import { streamKey, streams, uniform } from "./random";

/**
 * "classes": two, targets are −1 (orange) or +1 (blue); "several": targets name classes,
 * from 0; "number": any target in about [−1, 1].
 */
export type DatasetKind = "classes" | "several" | "number";

/** One example on the plane: x and y in about [−3, 3]. */
export type Point = { x: number; y: number; target: number };

/** A source of examples, drawn from a seeded generator. */
export type Dataset = {
  label: string;
  kind: DatasetKind;
  /**
   * The example at position `index`; classes take turns.
   * `draw` gives uniform numbers in [0, 1); `noise` runs from 0 to 1.
   */
  point(draw: () => number, index: number, noise: number): Point;
};

/** Every dataset a link can name. */
export const datasets = {
  circle,
  xor,
  gaussian,
  spiral,
  hills,
} as const satisfies Record<string, Dataset>;

export type DatasetName = keyof typeof datasets;

/** Half the width of the plane that the maps show. */
export const planeRadius = 3;

/** The points a network learns from, and those it is only tested on. */
export type Split = { train: readonly Point[]; test: readonly Point[] };

/** The points of a run: the first `round(samples × split)` train, the rest test. */
export function drawPoints(run: {
  data: DatasetName;
  samples: number;
  split: number;
  noise: number;
  seed: number;
}): Split {
  const draw = uniform(streamKey(run.seed, streams.data));
  const dataset: Dataset = datasets[run.data];
  const points = Array.from({ length: run.samples }, (_, index) =>
    dataset.point(draw, index, run.noise),
  );
  const kept = Math.min(
    Math.max(Math.round(run.samples * run.split), 1),
    run.samples - 1,
  );
  return { train: points.slice(0, kept), test: points.slice(kept) };
}
