// Settings that are legal alone and not together.
import { datasets } from "./dataset";
import { fields, lossSuits, plainRun, type Run } from "./run";
import { networkOf } from "./task";

/** A setting that had to give way, in words for the reader. */
export type Refusal = { key: string; says: string };

/** The fewest values of an own series that leave an example to train and one to test. */
const fewestValues = (run: Run) => run.window + 3;

/** The run with each setting that the others rule out at a value that fits. */
export function fitted(
  run: Run,
  base: Run,
  refused: Refusal[] = [],
): { run: Run; refused: Refusal[] } {
  const fit = { ...run };
  const { on } = datasets[base.data];
  if (datasets[run.data].on !== on) {
    const says = `${fields.data.label} “${run.data}” is none that this lab can show, so “${base.data}” is used.`;
    refused.push({ key: fields.data.key, says });
    return fitted({ ...run, data: base.data }, base, refused);
  }
  const other = base.data === run.data ? plainRun.data : base.data;
  if (run.data === "own" && run.own.length < 2) {
    const says = `Your own points must be two at least, so the data “${other}” is used.`;
    refused.push({ key: fields.data.key, says });
    fit.data = other;
  }
  if (run.data === "values" && run.values.length < fewestValues(run)) {
    const says = `Your own series must have ${fewestValues(run)} values at least to look ${run.window} changes back, so the data “co2” is used.`;
    refused.push({ key: fields.data.key, says });
    fit.data = "co2";
  }
  if (!lossSuits(fit)) {
    const says = `${fields.loss.label} “${run.loss}” cannot judge the data “${fit.data}”, so the squared loss is used.`;
    refused.push({ key: fields.loss.key, says });
    fit.loss = "squared";
  }
  const { size } = networkOf(fit);
  if (run.edits.some(({ at }) => at >= size)) {
    const says = `Weights were typed for a larger network than this one of ${size}; those too many are left out.`;
    refused.push({ key: fields.edits.key, says });
    fit.edits = run.edits.filter(({ at }) => at < size);
  }
  return { run: fit, refused };
}
