// The places of neurons in the network diagram, and the weights that join them.
import { type Network, widthsOf } from "@/labs/network/network";
import type { NeuronSpot } from "./neuron-names";

/** A drawn input or neuron; x and y in percent of the diagram. */
export type DrawnNeuron = NeuronSpot & { id: string; x: number; y: number };

/** A drawn weight: `at` is its place among all weights. */
export type DrawnWeight = { from: DrawnNeuron; to: DrawnNeuron; at: number };

/** The most neurons drawn of one layer: 16 × 16 lines between two are still quick. */
export const shownMost = 16;

/**
 * The inputs, the hidden layers and the outputs, as columns of places. `summarised` draws
 * all inputs as one place.
 */
export function layout(network: Network, summarised = false): DrawnNeuron[][] {
  const widths = widthsOf(network);
  return widths.map((width, column) => {
    const shown = summarised && column === 0 ? 1 : Math.min(width, shownMost);
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
export function drawnWeights(
  network: Network,
  columns: readonly (readonly DrawnNeuron[])[],
): DrawnWeight[] {
  return network.layers.flatMap(({ inputs, outputs, weightsAt }, layer) => {
    const before = columns[layer] ?? [];
    // Inputs drawn as one have no lines of their own.
    if (layer === 0 && before.length < Math.min(inputs, shownMost)) return [];
    return before.flatMap((from) =>
      (columns[layer + 1] ?? []).map((to) => {
        return { from, to, at: weightsAt + from.row * outputs + to.row };
      }),
    );
  });
}

/**
 * The width of a weight's line, in pixels: in steps that nobody sees, so that a line is
 * drawn anew only where its weight has changed for the eye.
 */
export const thicknessOf = (weight: number) =>
  Math.min(Math.round(10 * (0.4 + 2 * Math.abs(weight))), 80) / 10;

/** The line of a weight: it leaves and arrives level. */
export function lineOf({ from, to }: DrawnWeight): string {
  const middle = (from.x + to.x) / 2;
  return `M${from.x} ${from.y}C${middle} ${from.y} ${middle} ${to.y} ${to.x} ${to.y}`;
}

/** The share of its fall, 0 to 1, that a line has at the share `across` of its width. */
function fallAt(across: number): number {
  let [low, high] = [0, 1];
  for (let halving = 0; halving < 20; halving += 1) {
    const t = (low + high) / 2;
    if (1.5 * t * (1 - t) + t ** 3 < across) low = t;
    else high = t;
  }
  return 3 * low ** 2 - 2 * low ** 3;
}

/**
 * The weight whose line passes a point (in percent) closest, at most `reach` percent off.
 */
export function nearestWeight(
  all: readonly DrawnWeight[],
  point: { x: number; y: number },
  reach: number,
): DrawnWeight | null {
  let nearest: DrawnWeight | null = null;
  let least = reach;
  for (const one of all) {
    const { from, to } = one;
    if (point.x <= from.x || point.x >= to.x) continue;
    const fall = fallAt((point.x - from.x) / (to.x - from.x));
    const distance = Math.abs(from.y + fall * (to.y - from.y) - point.y);
    if (distance <= least) [nearest, least] = [one, distance];
  }
  return nearest;
}
