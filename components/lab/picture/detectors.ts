// The neurons of a digit network's first layer, as detectors of patterns of ink.
import { listText } from "@/components/kit/wording";
import type { Side } from "@/components/lab/training/side";
import { datasets } from "@/labs/data/datasets";
import { heldRows, heldSet } from "@/labs/data/sample";
import { detectorsOf, extremesOf, voicesOf } from "@/labs/picture/detector";
import { networkOf } from "@/labs/run/plan";

/** The neurons of the first layer; `largest` is the size of their largest weight. */
export function detectorsIn({ run, sample, weights }: Side) {
  const network = networkOf(run);
  const names = datasets[run.data].classes(run);
  const { features, targets } = heldRows(sample);
  const truths = Int32Array.from(targets);
  const detectors = detectorsOf(network, weights, features, truths, names.length);
  const largest = Math.max(...detectors.flatMap((one) => [...one.weights].map(Math.abs)));
  return { detectors, names, set: heldSet(run), kind: voicesOf(network), largest };
}

/** The first layer of a network as the page shows it. */
export type SeenDetectors = ReturnType<typeof detectorsIn>;

/** Weights as shares of the largest of all. */
export const shaded = (weights: Float32Array, largest: number) =>
  weights.map((weight) => weight / (largest || 1));

/** The name of the neuron at a place of the first layer. */
export const detectorName = ({ kind, names }: SeenDetectors, at: number) =>
  kind === null ? `Output ${names[at]}` : `Neuron ${at + 1}`;

function namedExtremes({ detectors, names }: SeenDetectors, at: number, most: number) {
  const voices = detectors[at]?.voices;
  const { highest, lowest } = extremesOf(voices ?? new Float64Array(0), most);
  const nameOf = (one: number) => names[one] ?? "";
  return { highest: highest.map(nameOf), lowest: lowest.map(nameOf) };
}

/** The digits that a neuron speaks for and against, as short as a caption. */
export function shortVoices(seen: SeenDetectors, at: number): string {
  if (seen.detectors[at]?.silent) return "silent";
  const { highest, lowest } = namedExtremes(seen, at, 1);
  const parts = [
    ...highest.map((name) => `+${name}`),
    ...lowest.map((name) => `−${name}`),
  ];
  return (seen.kind === "activity" ? highest : parts).join(" ") || "–";
}

/** The digits that a neuron speaks for and against, as a sentence. */
export function voicesInWords(seen: SeenDetectors, at: number): string {
  const { kind, names, detectors } = seen;
  if (kind === null)
    return `The more ink on blue pixels, the higher the score of ${names[at]}.`;
  if (detectors[at]?.silent) {
    return `It puts out 0 for every ${seen.set} image: nothing it looks for is ever enough.`;
  }
  const { highest, lowest } = namedExtremes(seen, at, 3);
  if (kind === "activity") {
    return highest.length > 0
      ? `On average it puts out most for images of ${listText(highest)}.`
      : "On average it puts out nothing above 0 for any digit.";
  }
  const parts = [
    highest.length > 0 && `for ${listText(highest)}`,
    lowest.length > 0 && `against ${listText(lowest)}`,
  ].filter((part) => part !== false);
  return parts.length > 0
    ? `What it puts out speaks ${parts.join(" and ")}.`
    : "What it puts out goes nowhere: all its outgoing weights are 0.";
}
