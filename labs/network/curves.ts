// The formulas of the records, read and differentiated. They stand apart, so that a page that
// only names an activation or a loss loads no reader of formulas.
import { type Curve, curveOf } from "../formula/curve";
import { type ActivationName, activations } from "./activation";
import { type Loss, type LossName, losses } from "./loss";
import { type Optimizer, type OptimizerName, optimizers } from "./optimizer";
import { type RegularizationName, regularizations } from "./regularization";

/** The formula of an activation over z; its brief slope has the output as `a`. */
export const activationCurve = (name: ActivationName): Curve =>
  curveOf(activations[name].formula, ["z"]);

const lossNames = ["s", "t", "r"] as const;

/** A loss and its slope by the score, over s, t and r: see `Loss`. */
export function lossCurve(name: LossName): Pick<Curve, "value" | "slope"> {
  const { formula, slopeFormula }: Loss = losses[name];
  const curve = curveOf(formula, lossNames);
  return slopeFormula
    ? { ...curve, slope: curveOf(slopeFormula, lossNames).value }
    : curve;
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
