// What each neuron makes of every place of the plane: the numbers behind the maps.
import { planeRadius } from "./dataset";
import { inputsOf } from "./input";
import { forward, networkOf } from "./network";
import type { Run } from "./run";

/**
 * Values over the plane, `side` × `side`, row by row from the upper left corner:
 * one map per input, then per layer one map per neuron. The last is the score.
 */
export type PlaneMaps = {
  side: number;
  inputs: readonly Float32Array[];
  layers: readonly (readonly Float32Array[])[];
};

/** The most multiplications spent on one set of maps: some milliseconds on a phone. */
const mostMultiplications = 400_000;

/** Splits rows × columns, row-major, into its columns. */
function columns(rows: Float32Array, width: number): Float32Array[] {
  return Array.from({ length: width }, (_, column) =>
    Float32Array.from(
      { length: rows.length / width },
      (_, row) => rows[row * width + column] ?? 0,
    ),
  );
}

/** Computes all maps, coarser for larger networks. */
export function planeMaps(run: Run, weights: Float32Array): PlaneMaps {
  const network = networkOf(run);
  const affordable = Math.floor(Math.sqrt(mostMultiplications / network.size));
  const side = Math.min(Math.max(affordable, 8), 64);
  const at = (step: number) => planeRadius * ((2 * step + 1) / side - 1);
  const places = Array.from({ length: side * side }, (_, index) => ({
    x: at(index % side),
    y: -at(Math.floor(index / side)),
  }));
  const rows = inputsOf(places, run.inputs);
  return {
    side,
    inputs: columns(rows, run.inputs.length),
    layers: forward(network, weights, rows).map((layer, index) =>
      columns(layer, network.layers[index]?.outputs ?? 1),
    ),
  };
}
