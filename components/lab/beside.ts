// What a lab trains together: its own sides, nothing else, or a sweep over one setting.
import type { Field } from "@/labs/field";
import { fitted } from "@/labs/fitted";
import type { Lab, NamedRun } from "@/labs/lab";
import { areStale } from "@/labs/own/weight-edit";
import { fields, type Run } from "@/labs/run";

/** One setting at several values, each a text that its field reads. */
export type Sweep = { kind: "sweep"; setting: keyof Run; texts: readonly string[] };

export type Beside = { kind: "lab" } | { kind: "nothing" } | Sweep;

/** The most values of a sweep: more curves cannot be told apart. */
export const mostSwept = 8;

/** Weights that were typed for the network of `before` mean nothing in another one. */
const withOwnWeights = (run: Run, before: Run): Run =>
  areStale(run, before) ? { ...run, edits: [] } : run;

function sweptRun<K extends keyof Run>(run: Run, setting: K, text: string): Run {
  const field: Field<Run[K]> = fields[setting];
  const value = field.parse(text);
  const swept = value === null ? run : { ...run, [setting]: value };
  return fitted(withOwnWeights(swept, run), run).run;
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
