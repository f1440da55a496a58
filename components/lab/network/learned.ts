// The features that a network's first output weighs: those of its last hidden layer, or
// its inputs where it has none.
import { inputNames } from "@/labs/input-names";
import type { Network } from "@/labs/network";
import { fixedText } from "@/labs/number-text";
import type { PlaneMaps } from "@/labs/plane";
import type { Run } from "@/labs/run";

export type Feature = {
  name: string;
  /** Over the plane; see `PlaneMaps`. */
  values: Float32Array;
  /** Its weight in the first output, as text. */
  weight: string;
  /** Where it is above 0, in percent of the plane. */
  share: number;
};

export function learnedFeatures(
  network: Network,
  { run, weights }: { run: Run; weights: Float32Array },
  maps: PlaneMaps,
): Feature[] {
  const last = network.layers.at(-1);
  const below = maps.layers.at(-2);
  const names = inputNames(run);
  return (below ?? maps.inputs).map((values, row) => {
    const at = last ? last.weightsAt + row * last.outputs : 0;
    const above = values.reduce((count, value) => count + Number(value > 0), 0);
    return {
      name: below ? `Neuron ${row + 1}` : (names[row] ?? ""),
      values,
      weight: fixedText(weights[at] ?? 0, 2),
      share: Math.round((100 * above) / values.length),
    };
  });
}
