import type { Network } from "@/labs/network/network";
import { type Examples, networkOf } from "@/labs/run/plan";
import { createMeanLoss, type LossPlan, type TrainedRun } from "@/labs/training/score";
import { type Contour, contours } from "./contour";

// The train loss over two of a network's weights, all others staying as they are.

/** The part of a plane of two weights that is shown: a square around its middle. */
export type Frame = { x: number; y: number; half: number };

/** The loss at the places of a frame. */
export type Surface = {
  frame: Frame;
  /** The places along each edge; the first and the last lie on the frame's edges. */
  side: number;
  /** Side × side, row by row from the upper left corner: the second weight falls. */
  losses: Float64Array;
  /** How many of the examples that train were taken: all, but for large networks. */
  examples: number;
};

/** Two weights or biases by their places in the flat array: across and upwards. */
export type Axes = readonly [across: number, up: number];

/** How much work a surface may take: places along an edge, and multiplications in all. */
export type Effort = { side: number; most: number };

/** Every n-th of the examples that train, `count` of them. */
function thinnedExamples(
  { features, targets }: Examples,
  { network }: LossPlan,
  train: number,
  count: number,
): Examples {
  if (count === train) return { features, targets };
  const { inputs } = network.layers[0]!;
  const places = Array.from({ length: count }, (_, at) =>
    Math.floor((at * train) / count),
  );
  return {
    features: Float32Array.from({ length: count * inputs }, (_, k) => {
      const place = places[Math.floor(k / inputs)]!;
      return features[place * inputs + (k % inputs)]!;
    }),
    targets: Float32Array.from(places, (place) => targets[place]!),
  };
}

/** The fewest examples and places along an edge that are worth drawing. */
const fewest = { examples: 24, side: 17 };

/** The cost of a row beside its multiplications, counted in them. */
const perRow = 20;

/** How fine a surface can be for its effort: first places are saved, then examples. */
export function fineness({ size }: Network, train: number, { side, most }: Effort) {
  const cost = size + perRow;
  const places = Math.floor(Math.sqrt(most / (cost * train)));
  const taken = Math.min(Math.max(places, Math.min(fewest.side, side)), side);
  const affordable = Math.floor(most / (cost * taken * taken));
  const examples = Math.min(
    Math.max(affordable, Math.min(fewest.examples, train)),
    train,
  );
  return { side: taken, examples };
}

/** The mean loss of the examples that train, at every place of the frame. */
export function lossSurface(
  judge: LossPlan,
  examples: Examples & { train: number },
  weights: Float32Array,
  axes: Axes,
  frame: Frame,
  effort: Effort,
): Surface {
  const { side, examples: count } = fineness(judge.network, examples.train, effort);
  const numbers = Float64Array.from(weights);
  const taken = thinnedExamples(examples, judge, examples.train, count);
  const meanLoss = createMeanLoss(judge, taken, numbers, Math.min(count, 32));
  const losses = new Float64Array(side * side);
  const step = (2 * frame.half) / (side - 1);
  for (let at = 0; at < losses.length; at += 1) {
    numbers[axes[1]] = frame.y + frame.half - Math.floor(at / side) * step;
    numbers[axes[0]] = frame.x - frame.half + (at % side) * step;
    losses[at] = meanLoss(0, count);
  }
  return { frame, side, losses, examples: count };
}

/** The lowest place of a surface, and the loss there. */
export function lowest({ frame, side, losses }: Surface) {
  let at = 0;
  losses.forEach((loss, place) => {
    if (loss < losses[at]! || Number.isNaN(losses[at]!)) at = place;
  });
  const step = (2 * frame.half) / (side - 1);
  // Without what rounding leaves of a 0.
  const tidy = (value: number) => (Math.abs(value) < step / 1e6 ? 0 : value);
  return {
    x: tidy(frame.x - frame.half + (at % side) * step),
    y: tidy(frame.y + frame.half - Math.floor(at / side) * step),
    loss: losses[at]!,
  };
}

/** 1, 2 or 5 times a power of ten: the largest that is not above `value`. */
function round(value: number): number {
  const power = 10 ** Math.floor(Math.log10(value));
  return power * (value >= 5 * power ? 5 : value >= 2 * power ? 2 : 1);
}

/**
 * A square around all the places of a path, with room to look around it. Its numbers are
 * round, so that a path that grows does not move it at every step. Each `zoom` halves or
 * doubles it, around the path's end where it is halved.
 */
export function frameAround(
  path: readonly { x: number; y: number }[],
  zoom: number,
): Frame {
  const span = (values: readonly number[]) => {
    const [from, to] = [Math.min(...values), Math.max(...values)];
    return { middle: (from + to) / 2, half: (to - from) / 2 };
  };
  const [x, y] = [span(path.map((at) => at.x)), span(path.map((at) => at.y))];
  const needed = Math.max(1.25 * x.half, 1.25 * y.half, 0.5);
  const step = round(needed / 2);
  const end = path.at(-1);
  const near = (value: number, unit: number) => Math.round(value / unit) * unit;
  if (zoom > 0 && end) {
    const half = (Math.ceil(needed / step) * step + step) / 2 ** zoom;
    return { x: near(end.x, half / 4), y: near(end.y, half / 4), half };
  }
  const half = (Math.ceil(needed / step) * step + step) * 2 ** -zoom;
  return { x: near(x.middle, step), y: near(y.middle, step), half };
}

/**
 * The loss levels between bands of a surface, lowest first: at most `most`, all
 * different. They grow by a factor where the losses do; by a step where some are negative.
 */
export function levels(losses: Float64Array, most: number): readonly number[] {
  const finite = Array.from(losses).filter(Number.isFinite);
  const [least, highest] = [Math.min(...finite), Math.max(...finite)];
  const lowest = least < 0 ? least : Math.max(least, highest / 1000);
  if (finite.length === 0 || !(highest > lowest)) return [];
  const ratio = lowest > 0 ? highest / lowest : 1;
  const between = Array.from({ length: most }, (_, k) => {
    const share = (k + 1) / (most + 1);
    const even = lowest + share * (highest - lowest);
    return Number(
      (ratio > 4 ? lowest * ratio ** share : even).toPrecision(ratio > 1.5 ? 2 : 3),
    );
  });
  return [...new Set(between)];
}

/** Values of two weights: across and upwards. */
export type WeightPair = { x: number; y: number };

/** All that decides a surface: it is drawn around the places of `path`. */
export type SurfaceAsk = {
  trained: TrainedRun;
  axes: Axes;
  path: readonly WeightPair[];
  zoom: number;
  effort: Effort;
};

/** A surface with its lines. */
export type ContouredSurface = {
  surface: Surface;
  /** The losses between its bands, and the lines on which they lie. */
  levels: readonly number[];
  lines: readonly Contour[];
};

const mostLevels = 8;

const none: Frame = { x: 0, y: 0, half: 1 };

/** Works out the surface around a path. */
export function drawSurface({
  trained,
  axes,
  path,
  zoom,
  effort,
}: SurfaceAsk): ContouredSurface {
  const { run, sample, weights } = trained;
  const frame = path.length === 0 ? none : frameAround(path, zoom);
  const judge = { network: networkOf(run), loss: run.loss };
  const surface = lossSurface(judge, sample, weights, axes, frame, effort);
  const between = levels(surface.losses, mostLevels);
  const grid = { values: surface.losses, width: surface.side, height: surface.side };
  return {
    surface,
    levels: between,
    lines: between.flatMap((level) => contours(grid, level)),
  };
}
