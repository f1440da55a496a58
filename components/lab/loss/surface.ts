// The loss surface of a side, drawn and in words.
import {
  type PaintedSurface,
  paintedSurface,
} from "@/components/lab/plane/surface-paint";
import { workOut } from "@/components/lab/training/ask-view-worker";
import { momentsOf } from "@/components/lab/training/replays";
import { type Side, trainedRun } from "@/components/lab/training/side";
import { counted, numberText } from "@/labs/arithmetic/number-text";
import {
  type Axes,
  type Effort,
  type Frame,
  lowest,
  type SurfaceAsk,
  type WeightPair,
} from "@/labs/landscape/loss-surface";
import { weightName } from "@/labs/landscape/weight-name";
import { isReplayable, type Moment } from "@/labs/landscape/weight-path";
import type { Network } from "@/labs/network/network";
import { networkOf, planOf } from "@/labs/run/plan";

/** All that decides a surface. */
export type SurfaceRequest = {
  side: Side;
  /** All that train over the same ground, `side` among them, by their numbers. */
  walkers: readonly { index: number; side: Side }[];
  axes: Axes;
  zoom: number;
  effort: Effort;
};

/** The way of a training over a surface. */
export type Way = {
  /** The number of its side, from 0, and its name. */
  index: number;
  label: string;
  /** The two weights over time, from pass 0. */
  path: readonly WeightPair[];
  /** The train loss where it is. */
  loss: number;
  /** Whether it is that of the side that the surface is about. */
  shown: boolean;
};

/** All that the view of a surface draws. */
export type DrawnSurface = PaintedSurface & { ways: readonly Way[] };

/** The effort while weights change many times a second, and at rest. */
export const efforts = {
  running: { side: 25, most: 20_000_000 },
  resting: { side: 49, most: 100_000_000 },
} as const;

/** The two weights of a surface to begin with: the first that lead into the output. */
export function firstAxes({ layers }: Network): Axes {
  const { inputs, outputs, weightsAt, biasesAt } = layers.at(-1)!;
  return [weightsAt, inputs > 1 ? weightsAt + outputs : biasesAt];
}

const latestPass = ({ passes }: Side) => passes.at(-1)?.pass ?? 0;

/** Whether a side's trail has gaps that a replay fills quickly. */
function hasGaps(side: Side): boolean {
  const { sample, trail, weights } = side;
  const pass = latestPass(side);
  return trail.length <= pass && isReplayable(weights.length, sample.train, pass);
}

const replays = new WeakMap<Side, readonly Moment[]>();

/** The weights over time: while they are at rest, pass by pass where that is quick. */
async function trailOf(
  side: Side,
  { effort }: SurfaceRequest,
): Promise<readonly Moment[]> {
  const { run, trail, weights } = side;
  if (effort === efforts.running || !hasGaps(side)) return trail;
  const pass = latestPass(side);
  const { sample: _, ...task } = planOf(run);
  const known =
    replays.get(side) ?? (await workOut("moments", { task, passes: pass }, momentsOf));
  if (known.length === 0) return trail;
  replays.set(side, known);
  return [...known, { pass, weights }];
}

/**
 * Those of `sides` whose loss is the same function of the same weights as that of the side
 * at `shown`: they differ in how they step, and may differ in where they start.
 */
export function walkersOn(sides: readonly Side[], shown: number) {
  const ground = ({ run: { layers, activations, loss } }: Side) =>
    `${layers} ${activations} ${loss}`;
  const own = sides[shown];
  return sides
    .map((side, index) => ({ index, side }))
    .filter(
      ({ side }) => own && side.sample === own.sample && ground(side) === ground(own),
    );
}

/** The way of the side that a surface is about. */
export const shownWay = ({ ways }: DrawnSurface) =>
  ways.find(({ shown }) => shown)?.path ?? [];

const isFinitePair = ({ x, y }: WeightPair) => Number.isFinite(x + y);

/** How far a way has led from its start. */
const reachOf = ({ path }: Way) => {
  const [from = { x: 0, y: 0 }] = path;
  return path.reduce(
    (most, at) => Math.max(most, Math.hypot(at.x - from.x, at.y - from.y)),
    0,
  );
};

/** How much further than the shortest way another may lead and still be framed. */
const furthest = 3;

/**
 * The ways that a frame is drawn around, the shown one last: of several, one that leaps away
 * from the others runs out of it.
 */
function framed(ways: readonly Way[]): readonly Way[] {
  const shortest = Math.max(Math.min(...ways.map(reachOf)), 0.5);
  return ways
    .filter((way) => ways.length === 1 || reachOf(way) <= furthest * shortest)
    .toSorted((one, other) => Number(one.shown) - Number(other.shown));
}

/** The ways of a request's walkers, whose weights over time are `trails`, and what to ask. */
function asked(request: SurfaceRequest, trails: readonly (readonly Moment[])[]) {
  const { side, walkers, axes, zoom, effort } = request;
  const onAxes = ({ weights }: Moment) => ({
    x: weights[axes[0]] ?? 0,
    y: weights[axes[1]] ?? 0,
  });
  const ways = walkers.map(({ index, side: one }, k): Way => {
    const path = (trails[k] ?? []).map(onAxes).filter(isFinitePair);
    const loss = one.passes.at(-1)?.trainLoss ?? Number.NaN;
    return { index, label: one.label, path, loss, shown: one === side };
  });
  const path = framed(ways).flatMap(({ path }) => path);
  const ask: SurfaceAsk = { trained: trainedRun(side), axes, path, zoom, effort };
  return { ways, ask };
}

/** The surface around the ways of trainings, `size` pixels each way, at once. */
export function surfaceNow(
  request: SurfaceRequest,
  trails: readonly (readonly Moment[])[],
  size?: number,
): DrawnSurface {
  const { ways, ask } = asked(request, trails);
  return { ways, ...paintedSurface(ask, size) };
}

/** The same, worked out away from the page. */
export async function workOutSurface(request: SurfaceRequest): Promise<DrawnSurface> {
  const trails = await Promise.all(
    request.walkers.map(({ side }) => trailOf(side, request)),
  );
  const { ways, ask } = asked(request, trails);
  return { ways, ...(await workOut("surface", ask, paintedSurface)) };
}

/** The two weights whose way was the longest. */
export function movedMost({ trail }: Side): Axes {
  const ways = new Float64Array(trail[0]?.weights.length ?? 0);
  trail.forEach(({ weights }, k) => {
    const before = trail[k - 1]?.weights;
    if (!before) return;
    weights.forEach((weight, at) => {
      ways[at] = ways[at]! + Math.abs(weight - (before[at] ?? 0));
    });
  });
  const order = Array.from(ways.keys()).sort((one, other) => ways[other]! - ways[one]!);
  return [order[0] ?? 0, order[1] ?? 1];
}

/** A distance with its direction, as in "1.2 to the right". */
function wayText(way: number, more: string, less: string): string {
  if (Math.abs(way) < 0.0005) return "not at all";
  return `${numberText(Math.abs(way))} ${way > 0 ? more : less}`;
}

/** The surface in words: the loss here, the lowest in view, the way of training. */
export function surfaceText(
  { side, axes }: SurfaceRequest,
  drawn: DrawnSurface,
): readonly string[] {
  const { surface } = drawn;
  const path = shownWay(drawn);
  const { run, passes } = side;
  const network = networkOf(run);
  const [from, to] = [path[0], path.at(-1)];
  const last = passes.at(-1);
  if (!from || !to || !last) return ["These weights are no numbers any more."];
  const [first, second] = axes.map((at) => weightName(run, network, at));
  const here = `After pass ${last.pass}, “${first}” is ${numberText(to.x)} and “${second}” is ${numberText(to.y)}; the train loss is ${numberText(last.trainLoss)}.`;
  const low = lowest(surface);
  const view = `The lowest loss in view is ${numberText(low.loss)}, where they are ${numberText(low.x)} and ${numberText(low.y)}.`;
  if (last.pass === 0) return [here, view];
  const [x, y] = [to.x - from.x, to.y - from.y];
  const way = `In ${counted(last.pass, "pass", "passes")} training has moved ${wayText(x, "to the right", "to the left")} and ${wayText(y, "up", "down")}.`;
  return [here, view, way];
}

/** The work saved on a large network, in a sentence; empty where none was. */
export function savedText({ side }: SurfaceRequest, { surface }: DrawnSurface): string {
  const { train } = side.sample;
  if (surface.examples === train) return "";
  return `So that the page stays quick, each place is judged by ${surface.examples} of the ${train} training examples.`;
}

/** From where to where a surface reaches on each way. */
export function reachText({ x, y, half }: Frame) {
  const from = (middle: number) =>
    `from ${numberText(middle - half)} to ${numberText(middle + half)}`;
  return { across: from(x), up: from(y) };
}
