// Few plans instead of many: what is wrong with a training is wrong for one thing that a plan
// has, or for two of them together, hardly ever for three alone.
// Source: Kuhn, Wallace and Gallo, "Software fault interactions and implications for software
// testing" (2004).
import type { Windows } from "@/labs/network/convolution";
import type { Layer } from "@/labs/network/network";
import type { Plan } from "@/labs/run/plan";

/** Whether one and the next window have inputs in common, meet, or leave some out. */
const besideEachOther = ({ width, toRight }: Windows) =>
  ["leaves out", "meets", "overlaps"][1 + Math.sign(width - toRight)];

function traitsOfLayer(layer: Layer): string[] {
  if (layer.kind === "dense") return [`dense ${layer.activation}`];
  const { width, height, across, down } = layer.windows;
  return [
    `${layer.kind} ${layer.activation}`,
    `${layer.kind} of ${Math.sign(width - 1)}, ${Math.sign(height - 1)}`,
    `${layer.kind} ${besideEachOther(layer.windows)}`,
    `${layer.kind} at ${Math.sign(across - 1)}, ${Math.sign(down - 1)}`,
    `${layer.kind} ${Math.sign(layer.kernels - 1)} kernels`,
  ];
}

/** How a plan's examples are cut into batches. */
function cutOf({ batch, train }: Plan) {
  if (batch === 1) return "one by one";
  if (batch === train) return "all at once";
  return train % batch === 0 ? "no rest" : "a rest";
}

/** What a plan has that its training may depend on, in words that are equal where that is. */
export function traitsOf(plan: Plan): readonly string[] {
  const { layers } = plan.network;
  const dense = layers.filter(({ kind }) => kind === "dense");
  const inner = layers.slice(0, -1).flatMap(traitsOfLayer);
  return [
    ...new Set(inner),
    ...[plan.loss, plan.optimizer, plan.regularization, cutOf(plan)],
    `drop ${plan.drop > 0}`,
    `${dense.length} dense layers`,
    `${layers.at(-1)?.outputs} outputs`,
  ];
}

const pairsOf = (traits: readonly string[]) =>
  traits.flatMap((one, at) =>
    traits.slice(at + 1).map((two) => [one, two].sort().join()),
  );

/**
 * Some of `all`, that hold each two traits that any of `all` has together: always the one
 * next that brings most new pairs.
 */
export function coverPairs<T>(
  all: readonly T[],
  traitsOf: (one: T) => readonly string[],
): readonly T[] {
  const left = new Map(all.map((one) => [one, new Set(pairsOf(traitsOf(one)))]));
  const chosen: T[] = [];
  for (;;) {
    const [best] = [...left].toSorted(([, one], [, two]) => two.size - one.size);
    if (!best || best[1].size === 0) return chosen;
    const [one, brought] = best;
    chosen.push(one);
    const taken = [...brought];
    for (const pairs of left.values()) for (const pair of taken) pairs.delete(pair);
  }
}
