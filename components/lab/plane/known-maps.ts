// The maps of a network over the plane and their pixels, worked out once for all that draw
// them: in the page, or before it draws in a worker, whose answer is kept here.
import { networkOf } from "@/labs/run/plan";
import type { Run } from "@/labs/run/run";
import {
  affordableSide,
  type PlaneMaps,
  planeMaps,
  type Winners,
} from "@/labs/training/plane-maps";
import { paintClasses, paintScores } from "./paint";

const knownMaps = new WeakMap<Float32Array, { run: Run; maps: PlaneMaps }>();

/** The maps of `planeMaps`, which are kept as long as the weights are. */
export function mapsOf(
  run: Run,
  weights: Float32Array,
  side = affordableSide(run),
): PlaneMaps {
  const known = knownMaps.get(weights);
  if (known?.run === run && known.maps.side === side) return known.maps;
  const maps = planeMaps(run, weights, side);
  knownMaps.set(weights, { run, maps });
  return maps;
}

/** Red, green, blue and opacity of each place. */
type Pixels = Uint8ClampedArray<ArrayBuffer>;

const knownPixels = new WeakMap<Float32Array | Winners, Pixels>();

/** The colours of one map: values from −1 to 1, or who wins. */
export function pixelsOf(values: Float32Array | Winners): Pixels {
  const known = knownPixels.get(values);
  if (known) return known;
  const scores = values instanceof Float32Array;
  const pixels = new Uint8ClampedArray(4 * (scores ? values : values.classes).length);
  if (scores) paintScores(pixels, values);
  else paintClasses(pixels, values);
  knownPixels.set(values, pixels);
  return pixels;
}

/** All maps of a network and their pixels on end: inputs first, then layer by layer. */
export type PackedMaps = {
  side: number;
  values: Float32Array<ArrayBuffer>;
  pixels: Pixels;
};

/** The maps of a network and their pixels, to be sent from a worker. */
export function packMaps(run: Run, weights: Float32Array): PackedMaps {
  const { side, inputs, layers } = planeMaps(run, weights);
  const places = side * side;
  const all = [inputs, ...layers].flat();
  const values = new Float32Array(places * all.length);
  for (const [at, map] of all.entries()) values.set(map, places * at);
  const pixels = new Uint8ClampedArray(4 * values.length);
  paintScores(pixels, values);
  return { side, values, pixels };
}

/** Keeps what a worker has sent for `run` at `weights`. */
export function keepMaps(run: Run, weights: Float32Array, packed: PackedMaps) {
  const { side, values, pixels } = packed;
  const places = side * side;
  let at = 0;
  const next = (count: number) =>
    Array.from({ length: count }, () => {
      const map = values.subarray(at, at + places);
      knownPixels.set(map, pixels.subarray(4 * at, 4 * (at + places)));
      at += places;
      return map;
    });
  const inputs = next(run.inputs.length);
  const layers = networkOf(run).layers.map(({ outputs }) => next(outputs));
  knownMaps.set(weights, { run, maps: { side, inputs, layers } });
}
