// The formulas of the records, read and differentiated. They stand apart, so that a page that
// only names an activation or a loss loads no reader of formulas.
import { type Curve, curveOf } from "../formula/curve";
import { fillerOf } from "../formula/evaluate";
import { type Formula, namesIn, sizeOf } from "../formula/formula";
import { isOwn, writtenName } from "../formula/own-formula";
import { type ActivationName, activationNames, activations } from "./activation";
import {
  type Loss,
  type LossName,
  losses,
  ownLossNames,
  rowLogOf,
  targetOf,
} from "./loss";
import type { Network } from "./network";
import { type Optimizer, type OptimizerName, optimizers } from "./optimizer";
import { type RegularizationName, regularizations } from "./regularization";

/** The formula of an activation over z; its brief slope has the output as `a`. */
export const activationCurve = (name: ActivationName): Curve =>
  curveOf(isOwn(name) ? writtenName(name) : activations[name].formula, activationNames);

/** An activation at work on a layer: its `values` are filled in from its `sums`. */
export function activationOf(
  name: ActivationName,
  sums: Float64Array,
  values: Float64Array,
) {
  const { value, brief } = activationCurve(name);
  const fill = fillerOf(value, activationNames);
  const fillSlopes = fillerOf(brief, [...activationNames, "a"]);
  const columns = [sums, values];
  return {
    /** Fills in the first `count` values. */
    fill: (count: number) => fill(values, columns, count),
    /** Fills in the slopes at the first `count` sums, given the values; at a kink, from the left. */
    fillSlopes: (slopes: Float64Array, count: number) =>
      fillSlopes(slopes, columns, count),
  };
}

const lossNames = ["s", "t", "r"] as const;

/** A loss and its slope by the score, over s, t and r: see `Loss`. */
export type LossCurve = Pick<Curve, "value" | "slope"> & {
  /** Whether it holds r, for which `rowLogOf` is worked out then alone. */
  needsRowLog: boolean;
};

/** The loss of a name, or of a reader's own formula. */
export function lossCurve(name: LossName): LossCurve {
  if (isOwn(name))
    return { ...curveOf(writtenName(name), ownLossNames), needsRowLog: false };
  const { formula, slopeFormula }: Loss = losses[name];
  const { value, slope } = curveOf(formula, lossNames);
  return {
    value,
    slope: slopeFormula ? curveOf(slopeFormula, lossNames).value : slope,
    needsRowLog: namesIn(value).has("r"),
  };
}

/**
 * A loss at work on `scores`, rows × outputs. `values` and `slopes` are given how many rows to
 * judge and the target of each, and return a list like the scores that the next call of the
 * same function writes anew.
 */
export function lossOf(name: LossName, scores: Float64Array, outputs = 1) {
  const { value, slope, needsRowLog } = lossCurve(name);
  const goals = new Float64Array(scores.length);
  const rowLogs = new Float64Array(scores.length);
  const columns = [scores, goals, rowLogs];
  const judge = (formula: Formula) => {
    const fill = fillerOf(formula, lossNames);
    const judged = new Float64Array(scores.length);
    return (rows: number, targetAt: (row: number) => number) => {
      for (let row = 0, k = 0; row < rows; row += 1) {
        const target = targetAt(row);
        const rowLog = needsRowLog ? rowLogOf(scores, k, outputs) : 0;
        for (let o = 0; o < outputs; o += 1, k += 1) {
          goals[k] = targetOf(target, o, outputs);
          rowLogs[k] = rowLog;
        }
      }
      fill(judged, columns, rows * outputs);
      return judged;
    };
  };
  /** `goals` and `rowLogs` are each score's t and r in the latest call. */
  return { goals, rowLogs, values: judge(value), slopes: judge(slope) };
}

/** About as many multiplications as a record's formula takes, and a part of another one. */
const work = { record: 12, part: 20 };

const workOf = (own: boolean, { value, slope }: Pick<Curve, "value" | "slope">) =>
  own ? work.part * (sizeOf(value) + sizeOf(slope)) : work.record;

/** About as many multiplications as all formulas of a network take for one example. */
export function formulaWork({ layers }: Network, loss: LossName): number {
  const hidden = layers.slice(0, -1);
  const ofLoss = workOf(isOwn(loss), lossCurve(loss));
  return hidden.reduce(
    (sum, { outputs, activation }) =>
      sum + outputs * workOf(isOwn(activation), activationCurve(activation)),
    (layers.at(-1)?.outputs ?? 0) * ofLoss,
  );
}

/** The addition for a weight w, and its slope. */
export const regularizationCurve = (name: RegularizationName): Curve =>
  curveOf(regularizations[name].formula, ["w"]);

/** How each slot is updated, and the factor of the learning rate: see `Optimizer`. */
export function optimizerFormulas(name: OptimizerName) {
  const { slots, formula }: Optimizer = optimizers[name];
  const symbols = slots.map(({ symbol }) => symbol);
  return {
    slots: slots.map(({ symbol, formula }) => curveOf(formula, ["g", symbol]).value),
    change: curveOf(formula, ["g", ...symbols, "tenth", "thousandth"]).value,
  };
}
