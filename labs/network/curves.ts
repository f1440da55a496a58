// The formulas of the records, read and differentiated. They stand apart, so that a page that
// only names an activation or a loss loads no reader of formulas.
import { type Curve, curveOf } from "../formula/curve";
import { type Evaluator, evaluatorOf } from "../formula/evaluate";
import { sizeOf } from "../formula/formula";
import { isOwn, writtenName } from "../formula/own-formula";
import {
  type Activation,
  type ActivationName,
  activationLabel,
  activationNames,
  activations,
} from "./activation";
import {
  type Loss,
  type LossName,
  losses,
  lossLabel,
  ownLossNames,
  suitsOf,
} from "./loss";
import type { Network } from "./network";
import { type Optimizer, type OptimizerName, optimizers } from "./optimizer";
import { type RegularizationName, regularizations } from "./regularization";

/** The formula of an activation over z; its brief slope has the output as `a`. */
export const activationCurve = (name: ActivationName): Curve =>
  curveOf(isOwn(name) ? writtenName(name) : activations[name].formula, activationNames);

/** An activation by its name, or made of a reader's own formula. */
export function activationOf(name: ActivationName): Activation {
  if (!isOwn(name)) return activations[name];
  const { value, slope } = activationCurve(name);
  const height = evaluatorOf(value, activationNames);
  const rise = evaluatorOf(slope, activationNames);
  const at = [0];
  return {
    label: activationLabel(name),
    formula: writtenName(name),
    fill(values, sums, count) {
      for (let k = 0; k < count; k += 1) {
        at[0] = sums[k]!;
        values[k] = height(at);
      }
    },
    fillSlopes(slopes, sums, _values, count) {
      for (let k = 0; k < count; k += 1) {
        at[0] = sums[k]!;
        slopes[k] = rise(at);
      }
    },
  };
}

const lossNames = ["s", "t", "r"] as const;

/** A loss and its slope by the score, over s, t and r: see `Loss`. */
export function lossCurve(name: LossName): Pick<Curve, "value" | "slope"> {
  if (isOwn(name)) return curveOf(writtenName(name), ownLossNames);
  const { formula, slopeFormula }: Loss = losses[name];
  const curve = curveOf(formula, lossNames);
  return slopeFormula
    ? { ...curve, slope: curveOf(slopeFormula, lossNames).value }
    : curve;
}

/** A loss by its name, or made of a reader's own formula. */
export function lossOf(name: LossName): Loss {
  if (!isOwn(name)) return losses[name];
  const { value, slope } = lossCurve(name);
  const height = evaluatorOf(value, ownLossNames);
  const rise = evaluatorOf(slope, ownLossNames);
  const at = [0, 0];
  const given = (of: Evaluator) => (score: number, target: number) => {
    at[0] = score;
    at[1] = target;
    return of(at);
  };
  return {
    label: lossLabel(name),
    suits: suitsOf(name),
    formula: writtenName(name),
    value: given(height),
    slope: given(rise),
    needsRowLog: false,
  };
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
