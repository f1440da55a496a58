// The runs of a lab under way. Most labs have one; some train several side by side, and a
// sweep trains one run at several values of a setting.

import type { Lab, NamedRun } from "@/labs/catalog/lab";
import type { Sample } from "@/labs/data/sample";
import type { Device } from "@/labs/engine/engine";
import type { Field } from "@/labs/field/field";
import type { Moment } from "@/labs/landscape/weight-path";
import { resolveConflicts } from "@/labs/run/conflicts";
import { fields, type Run } from "@/labs/run/run";
import { areStale } from "@/labs/run/weight-edit";
import type { TrainedRun } from "@/labs/training/score";
import { startOf } from "@/labs/training/start";
import type { Pass } from "@/labs/training/training";

/** One run, its examples, and how far it has come. */
export type Side = {
  /** Its name beside the others; empty where it is alone. */
  label: string;
  run: Run;
  sample: Sample;
  /** From pass 0, the untrained network, to the latest. */
  passes: readonly Pass[];
  /** After the latest pass. */
  weights: Float32Array;
  /** The way of the weights so far, from pass 0: at most 256 moments. */
  trail: readonly Moment[];
  /** The device that trained it: the GPU where any pass was; null before the first. */
  trainedBy: Device | null;
  /** Null while it can go on. */
  ended: "done" | "diverged" | null;
  /** Why it diverged, in words for the reader. */
  fault: string | null;
};

/** A side without its way so far: as small as a message can be. */
export const trainedRun = ({ run, sample, weights }: Side): TrainedRun => ({
  run,
  sample,
  weights,
});

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

const longestTrail = 256;

/** A trail with one more moment; every second one goes when it grows too long. */
export function extendTrail(trail: readonly Moment[], next: Moment): readonly Moment[] {
  const kept =
    trail.length < longestTrail ? trail : trail.filter((_, index) => index % 2 === 0);
  return [...kept, next];
}

/** A trail with a moment of the past: in a full one the moment after it gives way. */
export function insertMoment(
  trail: readonly Moment[],
  moment: Moment,
): readonly Moment[] {
  const at = trail.findIndex(({ pass }) => pass >= moment.pass);
  if (at < 1 || trail[at]?.pass === moment.pass) return trail;
  const full = trail.length >= longestTrail && at < trail.length - 1;
  return trail.toSpliced(at, full ? 1 : 0, moment);
}

const travelled = new WeakMap<Float32Array, Side>();

/**
 * A side as it was after a pass, or after the pass nearest to it whose weights are kept;
 * the side itself from its latest pass on, and for null. Asked again, it is the same.
 */
export function sideAt(side: Side, pass: number | null): Side {
  if (pass === null || pass >= (side.passes.at(-1)?.pass ?? 0)) return side;
  const { passes, trail } = side;
  const nearest = trail.reduce((best, moment) =>
    Math.abs(moment.pass - pass) < Math.abs(best.pass - pass) ? moment : best,
  );
  const { weights } = nearest;
  if (weights === side.weights) return side;
  const known = travelled.get(weights);
  if (known) return known;
  const then: Side = {
    ...side,
    passes: passes.slice(0, nearest.pass + 1),
    weights,
    trail: trail.filter((moment) => moment.pass <= nearest.pass),
    ended: null,
    fault: null,
  };
  travelled.set(weights, then);
  return then;
}

/** One setting at several values, each a text that its field reads. */
export type Sweep = { kind: "sweep"; setting: keyof Run; texts: readonly string[] };

/** All that trains beside a lab’s run: the lab’s own sides, nothing, or a sweep. */
export type Beside = { kind: "lab" } | { kind: "nothing" } | Sweep;

/** The most values of a sweep: more curves cannot be told apart. */
export const mostSwept = 8;

/** A run's own seed and the four after it, or before it where there are none after. */
export function fiveSeeds({ seed }: Run): Sweep {
  const { parse, format } = fields.seed;
  const way = parse(format(seed + 4)) === null ? -1 : 1;
  const texts = [0, 1, 2, 3, 4].map((by) => format(seed + way * by));
  return { kind: "sweep", setting: "seed", texts };
}

/** Weights that were typed for the network of `before` mean nothing in another one. */
const withOwnWeights = (run: Run, before: Run): Run =>
  areStale(run, before) ? { ...run, edits: [] } : run;

function sweptRun<K extends keyof Run>(run: Run, setting: K, text: string): Run {
  const field: Field<Run[K]> = fields[setting];
  const value = field.parse(text);
  const swept = value === null ? run : { ...run, [setting]: value };
  return resolveConflicts(withOwnWeights(swept, run), run).run;
}

/** The runs to train, the first one leading. */
export function sidesOf(
  lab: Lab,
  run: Run,
  beside: Beside,
): readonly [NamedRun, ...NamedRun[]] {
  if (beside.kind === "lab" && lab.sides) {
    const [first, ...others] = lab.sides(run);
    const owned = (side: NamedRun) => ({ ...side, run: withOwnWeights(side.run, run) });
    return [owned(first), ...others.map(owned)];
  }
  if (beside.kind === "sweep") {
    const { setting, texts } = beside;
    const { label } = fields[setting];
    const [first, ...others] = texts.map((text) => ({
      label: `${label} ${text}`,
      run: sweptRun(run, setting, text),
    }));
    if (first) return [first, ...others];
  }
  return [{ label: "", run }];
}
