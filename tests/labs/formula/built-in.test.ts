// The formulas of the records beside the loops that train: the same numbers everywhere.

import { expect, test } from "vitest";
import { evaluatorOf } from "@/labs/formula/evaluate";
import type { Formula } from "@/labs/formula/formula";
import {
  type Activation,
  activations,
  type BuiltInActivation,
} from "@/labs/network/activation";
import {
  activationCurve,
  lossCurve,
  optimizerFormulas,
  regularizationCurve,
} from "@/labs/network/curves";
import { type BuiltInLoss, type Loss, losses, rowLogOf } from "@/labs/network/loss";
import {
  type BiasCorrection,
  correctBias,
  type Optimizer,
  type OptimizerName,
  optimizers,
} from "@/labs/network/optimizer";
import {
  type Regularization,
  type RegularizationName,
  regularizations,
} from "@/labs/network/regularization";

const namesOf = <N extends string>(named: Record<N, unknown>) =>
  Object.keys(named) as N[];

/** Both signs, from 0 to 1e300, with every kink and its neighbours. */
const grid = Float64Array.from(
  [
    ...Array.from({ length: 661 }, (_, at) => 10 ** (at / 1.65 - 100)),
    ...Array.from({ length: 500 }, (_, at) => at / 20),
    ...[1 - 2 ** -53, 1, 1 + 2 ** -52, Number.MIN_VALUE],
  ].flatMap((size) => [size, -size]),
);

/** Equal but for the last digits; of numbers beyond the range, both are. */
function expectAlike(found: number, wanted: number, at: string) {
  if (!Number.isFinite(wanted)) return expect(found, at).toBe(wanted);
  const off = Math.abs(found - wanted) / Math.max(Math.abs(wanted), 1e-300);
  expect(off, `${at}: ${found}, ${wanted}`).toBeLessThan(4e-15);
}

const valuesOf = (formula: Formula, names: Record<string, number>) =>
  evaluatorOf(formula, Object.keys(names))(Object.values(names));

test.each(namesOf<BuiltInActivation>(activations))("%s is its formula", (name) => {
  const { fill, fillSlopes }: Activation = activations[name];
  const [values, slopes] = [grid.slice(), grid.slice()];
  fill(values, grid, grid.length);
  fillSlopes(slopes, grid, values, grid.length);
  const { value, brief } = activationCurve(name);
  const [height, rise] = [evaluatorOf(value, ["z"]), evaluatorOf(brief, ["z", "a"])];
  grid.forEach((z, at) => {
    expect(height([z]), `${z}`).toBe(values[at]!);
    expectAlike(rise([z, values[at]!]), slopes[at]!, `slope at ${z}`);
  });
});

test.each(namesOf<BuiltInLoss>(losses))("the %s loss is its formula", (name) => {
  const loss: Loss = losses[name];
  const { value, slope } = lossCurve(name);
  for (const t of [-1, 1, 0.3]) {
    for (const s of grid) {
      const r = loss.needsRowLog ? rowLogOf(Float64Array.of(s, 0.4, -1), 0, 3) : 0;
      expectAlike(valuesOf(value, { s, t, r }), loss.value(s, t, r), `${s}, ${t}`);
      // Beyond single precision 2 × (s − t) may overflow before or after it is halved.
      if (Math.abs(s) > 1e200) continue;
      expectAlike(valuesOf(slope, { s, t, r }), loss.slope(s, t, r), `slope, ${s}, ${t}`);
    }
  }
});

test.each(namesOf<OptimizerName>(optimizers))("a step of %s is its formulas", (name) => {
  const optimizer: Optimizer = optimizers[name];
  const { slots, change } = optimizerFormulas(name);
  const filled: BiasCorrection = { tenth: 0, thousandth: 0 };
  for (const step of [1, 2, 30, 5000]) {
    correctBias(filled, step);
    for (const g of grid.filter((size) => Math.abs(size) < 1e100)) {
      const before = [0.7 * Math.abs(g), 0.4 * g * g];
      const renewed = [optimizer.first(g, before[0]!), optimizer.second(g, before[1]!)];
      const names: Record<string, number> = { g, ...filled };
      optimizer.slots.forEach(({ symbol }, slot) => {
        names[symbol] = before[slot]!;
        const found = valuesOf(slots[slot]!, names);
        expectAlike(found, renewed[slot]!, `slot ${slot}, ${g}`);
      });
      optimizer.slots.forEach(({ symbol }, slot) => {
        names[symbol] = renewed[slot]!;
      });
      const wanted = optimizer.change(g, renewed[0]!, renewed[1]!, filled);
      expectAlike(valuesOf(change, names), wanted, `${g}`);
    }
  }
});

test.each(namesOf<RegularizationName>(regularizations))(
  "%s regularization is its formula",
  (name) => {
    const { slope }: Regularization = regularizations[name];
    for (const w of grid) {
      expect(valuesOf(regularizationCurve(name).slope, { w })).toBe(slope(w));
    }
  },
);
