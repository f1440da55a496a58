// How the time of a pass grows: with the network, with the points, with the batch.
import { type Asked, onCircle } from "./in-browser/problem";

const networks = ["2-2-1", "2-8-1", "2-8-8-1", "2-32-32-1", "2-64-64-1", "2-96-96-1"];

/** In each series one thing grows; the rest stays. */
export const series: readonly (readonly Asked[])[] = [
  networks.map((network) => onCircle(network, 250, 10)),
  [100, 300, 1000, 3000, 10_000].map((train) => onCircle("2-8-8-1", train, 10)),
  [1, 10, 100, 1000].map((batch) => onCircle("2-8-8-1", 1000, batch)),
  // Where one operation at a time catches up: see labs/engine/quickest.ts.
  ["2-64-64-1", "2-256-256-1"].map((network) => onCircle(network, 1000, 1000)),
];

/** All weights and biases of layers of the given widths. */
export function parametersOf(widths: readonly number[]): number {
  const layers = widths.slice(1).map((outputs, index) => {
    return outputs * ((widths[index] ?? 0) + 1);
  });
  return layers.reduce((sum, count) => sum + count, 0);
}
