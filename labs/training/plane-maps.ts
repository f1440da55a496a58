// Each neuron's output at every place of the plane: the numbers behind the maps.
import { planeRadius } from "@/labs/data/dataset";
import { featuresAt } from "../data/sample";
import { networkOf } from "../run/plan";
import type { Run } from "../run/run";
import { forward, matrixOf, stagesOf } from "./forward";
import { noClass } from "./score";

/**
 * Values over the plane, `side` × `side`, row by row from the upper left corner:
 * one map per input, then per layer one map per neuron. The last layer's are the scores:
 * one, or one for each of several classes.
 */
export type PlaneMaps = {
  side: number;
  inputs: readonly Float32Array[];
  layers: readonly (readonly Float32Array[])[];
};

/** The most multiplications spent on one set of maps: some milliseconds on a phone. */
const mostMultiplications = 400_000;

/** Splits rows × columns, row-major, into its columns. */
function columns(rows: Float64Array, width: number): Float32Array[] {
  return Array.from({ length: width }, (_, column) => {
    const one = new Float32Array(rows.length / width);
    for (let row = 0; row < one.length; row += 1) one[row] = rows[row * width + column]!;
    return one;
  });
}

/**
 * How many places each way the maps of a run's network can have, up to `most`, and still be
 * drawn while it trains.
 */
export function affordableSide(run: Run, most = 64): number {
  const affordable = Math.floor(Math.sqrt(mostMultiplications / networkOf(run).size));
  return Math.min(Math.max(affordable, 8), most);
}

/** Computes all maps: `side` places each way, or as many as can be afforded. */
export function planeMaps(
  run: Run,
  weights: Float32Array,
  side = affordableSide(run),
): PlaneMaps {
  const network = networkOf(run);
  const at = (step: number) => planeRadius * ((2 * step + 1) / side - 1);
  const places = Array.from({ length: side * side }, (_, index) => ({
    x: at(index % side),
    y: -at(Math.floor(index / side)),
  }));
  const rows = Float64Array.from(featuresAt(run, places));
  const width = run.inputs.length;
  const stages = stagesOf(network, Float64Array.from(weights), places.length);
  forward(stages, matrixOf(rows, width), places.length);
  return {
    side,
    inputs: columns(rows, width),
    layers: stages.map(({ values, layer }) => columns(values.data, layer.outputs)),
  };
}

/**
 * The class that scores highest at each place, and by how much more than the next;
 * `noClass` where a score is no number.
 */
export type Winners = { classes: Int8Array; margins: Float32Array };

/** Who wins each place among the maps of several classes. */
export function winnersOf(scores: readonly Float32Array[]): Winners {
  const places = scores[0]?.length ?? 0;
  const classes = new Int8Array(places);
  const margins = new Float32Array(places);
  for (let at = 0; at < places; at += 1) {
    let best = Number.NEGATIVE_INFINITY;
    let next = best;
    for (let one = 0; one < scores.length; one += 1) {
      const score = scores[one]![at]!;
      if (Number.isNaN(score)) {
        classes[at] = noClass;
        break;
      }
      if (score > best) {
        next = best;
        best = score;
        classes[at] = one;
      } else if (score > next) next = score;
    }
    margins[at] = best - next;
  }
  return { classes, margins };
}

/** Each neuron's output at one place: per layer, first to last, its neurons. */
export function neuronsAt(
  run: Run,
  weights: Float32Array,
  place: { x: number; y: number },
): readonly Float64Array[] {
  const row = matrixOf(Float64Array.from(featuresAt(run, [place])), run.inputs.length);
  const stages = stagesOf(networkOf(run), Float64Array.from(weights), 1);
  forward(stages, row, 1);
  return stages.map(({ values }) => values.data);
}
