// One run of a lab under way: most labs have one, some train several together.
import type { Device } from "@/labs/engine/engine";
import type { NamedRun } from "@/labs/lab";
import type { Moment } from "@/labs/landscape/replay";
import type { Pass } from "@/labs/pass";
import type { Run } from "@/labs/run";
import type { Sample } from "@/labs/sample";
import { startOf } from "@/labs/start";

/** One run, its examples, and how far it has come. */
export type Side = {
  /** What it is called beside the others; empty where it is alone. */
  label: string;
  run: Run;
  sample: Sample;
  /** From pass 0, the untrained network, to the latest. */
  passes: readonly Pass[];
  /** After the latest pass. */
  weights: Float32Array;
  /** The way of the weights so far, from pass 0: at most about 200 moments. */
  trail: readonly Moment[];
  /** What trained it: the GPU where any pass was; null before the first. */
  trainedBy: Device | null;
  /** Null while it can go on. */
  ended: "done" | "diverged" | null;
  /** Why it diverged, in words for the reader. */
  fault: string | null;
};

/** A side before its first pass. */
export function startSide({ label, run }: NamedRun): Side {
  const { sample, weights, pass } = startOf(run);
  return {
    label,
    run,
    sample,
    passes: [pass],
    weights,
    trail: [{ pass: 0, weights }],
    trainedBy: null,
    ended: null,
    fault: null,
  };
}

const longestTrail = 200;

/** A trail with one more moment; every second one goes when it grows too long. */
export function walked(trail: readonly Moment[], next: Moment): readonly Moment[] {
  const kept =
    trail.length < longestTrail ? trail : trail.filter((_, index) => index % 2 === 0);
  return [...kept, next];
}
