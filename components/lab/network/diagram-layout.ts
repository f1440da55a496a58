// Where the network diagram puts each neuron, and which weights join them.
import type { Network } from "@/labs/network";
import type { Run } from "@/labs/run";

/** A drawn input or neuron; x and y in percent of the diagram. */
export type Place = { id: string; column: number; row: number; x: number; y: number };

/** The most neurons drawn of one layer: 16 × 16 lines between two are still quick. */
export const shownMost = 16;

/** The height of one row, in pixels: less where a column is long. */
export function rowHeight(columns: readonly (readonly Place[])[]): number {
  return Math.max(...columns.map((column) => column.length)) > 8 ? 30 : 46;
}

/** The inputs, the hidden layers and the output, as columns of places. */
export function layout(run: Run): Place[][] {
  const widths = [run.inputs.length, ...run.layers, 1];
  return widths.map((width, column) => {
    const shown = Math.min(width, shownMost);
    return Array.from({ length: shown }, (_, row) => ({
      id: `neuron-${column}-${row}`,
      column,
      row,
      x: 8 + (84 * column) / (widths.length - 1),
      y: (100 * (row + 0.5)) / shown,
    }));
  });
}

/** Each weight between two drawn places. */
export function connections(
  network: Network,
  columns: readonly (readonly Place[])[],
  weights: Float32Array,
) {
  return network.layers.flatMap(({ outputs, weightsAt }, layer) =>
    (columns[layer] ?? []).flatMap((from) =>
      (columns[layer + 1] ?? []).map((to) => {
        const weight = weights[weightsAt + from.row * outputs + to.row] ?? 0;
        return { from, to, weight };
      }),
    ),
  );
}
