// Settings that are legal alone and not together.
import { countText } from "../arithmetic/number-text";
import { fewestLetters } from "../data/dataset";
import { datasets } from "../data/datasets";
import { networkOf } from "./plan";
import { fields, hasConvolution, lossSuits, mostPool, plainRun, type Run } from "./run";

/** A setting that had to give way, in words for the reader. */
export type Refusal = { key: string; says: string };

/** More weights than any network without a convolution has. */
const mostWeights = 60_000;

/** The fewest examples: one for each set. */
const fewestExamples = ({ validation }: Run) => (validation > 0 ? 3 : 2);

/** The fewest values of an own series that leave so many. */
const fewestValues = (run: Run) => run.window + 1 + fewestExamples(run);

/** The largest tenth that validation can have: a tenth at least is left to test. */
const mostValidation = ({ split }: Run) => Math.max(0, Math.round(9 - 10 * split) / 10);

/** The run with each setting that the others rule out at a value that fits. */
export function resolveConflicts(run: Run, base: Run): { run: Run; refused: Refusal[] } {
  const refused: Refusal[] = [];
  const fit = { ...run };
  const refuse = (setting: keyof Run, says: string) =>
    refused.push({ key: fields[setting].key, says });

  if (datasets[fit.data].on !== datasets[base.data].on) {
    refuse(
      "data",
      `${fields.data.label} “${fit.data}” is none that this lab can show, so “${base.data}” is used.`,
    );
    fit.data = base.data;
  }
  if (fit.validation > mostValidation(fit) + 1e-9) {
    refuse(
      "validation",
      `Training and validation leave no tenth to test, so ${mostValidation(fit)} is used for validation.`,
    );
    fit.validation = mostValidation(fit);
  }
  if (fit.data === "own" && fit.own.length === 2 && fit.validation > 0) {
    refuse(
      "validation",
      "Two points of your own are too few for three sets: none validates.",
    );
    fit.validation = 0;
  }
  if (fit.data === "own" && fit.own.length < 2) {
    const other = base.data === "own" ? plainRun.data : base.data;
    refuse(
      "data",
      `Your own points must be two at least, so the data “${other}” is used.`,
    );
    fit.data = other;
  }
  if (fit.data === "values" && fit.values.length < fewestValues(fit)) {
    refuse(
      "data",
      `Your own series must have ${fewestValues(fit)} values at least to look ${fit.window} changes back, so the data “co2” is used.`,
    );
    fit.data = "co2";
  }
  if (fit.data === "text" && fit.text.length < fewestLetters) {
    refuse(
      "data",
      `Your own text must have ${fewestLetters} letters at least, so the lessons’ words are used.`,
    );
    fit.data = "lessons";
  }
  if (!lossSuits(fit)) {
    refuse(
      "loss",
      `${fields.loss.label} “${fit.loss}” cannot judge the data “${fit.data}”, so the squared loss is used.`,
    );
    fit.loss = "squared";
  }
  const wanted = networkOf(fit).size;
  if (hasConvolution(fit) && wanted > mostWeights) {
    fit.pool = mostPool;
    refuse(
      "pool",
      `Without more pooling the network would have ${countText(wanted)} weights, more than ${countText(mostWeights)}, so the mean of all places goes on.`,
    );
  }
  const { size } = networkOf(fit);
  if (fit.edits.some(({ at }) => at >= size)) {
    refuse(
      "edits",
      `Weights were typed for a larger network than this one of ${size}; those too many are left out.`,
    );
    fit.edits = fit.edits.filter(({ at }) => at < size);
  }
  return { run: fit, refused };
}
