import { expect, test } from "vitest";
import { uniform } from "@/labs/arithmetic/random";
import type { ActivationName } from "@/labs/network/activation";
import type { LossName } from "@/labs/network/loss";
import { initialWeights, layered } from "@/labs/network/network";
import type { Plan } from "@/labs/run/plan";
import { createGradient } from "@/labs/training/gradient";
import { createMeanLoss } from "@/labs/training/score";
import { everyKind } from "../random-plan";

const pairs = everyKind.losses.flatMap((loss) =>
  everyKind.activations.map((activation) => ({ loss, activation })),
);

const rows = 6;
const step = 1e-6;

function planWith(loss: LossName, activation: ActivationName, outputs: number): Plan {
  return {
    network: layered(3, [4, 3], [activation], outputs),
    loss,
    optimizer: "sgd",
    regularization: "none",
    decay: 0,
    drop: 0,
    rate: 0.1,
    batch: rows,
    seed: 3,
    train: rows,
    held: 1,
  };
}

test.each(pairs)(
  "the gradient of $loss with $activation is its finite difference",
  ({ loss, activation }) => {
    for (const outputs of loss === "categorical" ? [3] : [1, 3]) {
      const plan = planWith(loss, activation, outputs);
      const draw = uniform(11);
      const features = Float32Array.from(
        { length: 3 * (rows + 1) },
        () => 3 * draw() - 1.5,
      );
      const targets = Float32Array.from({ length: rows + 1 }, (_, at) =>
        outputs === 1 ? (at % 2) * 2 - 1 : at % outputs,
      );
      const weights = Float64Array.from(initialWeights(plan.network, 5), (weight) =>
        weight === 0 ? draw() - 0.5 : weight,
      );
      const meanLoss = createMeanLoss(plan, { features, targets }, weights, 4);
      const gradient = createGradient(plan, targets, weights, rows);
      gradient.places.set(Array.from({ length: rows }, (_, at) => at));
      gradient.inputs.data.set(features.subarray(0, 3 * rows));
      gradient.add(rows, 1 / rows, 0);
      const differences = weights.map((weight, at) => {
        weights[at] = weight + step;
        const above = meanLoss(0, rows);
        weights[at] = weight - step;
        const below = meanLoss(0, rows);
        weights[at] = weight;
        return (above - below) / (2 * step);
      });
      gradient.sum.forEach((slope, at) => {
        expect(Math.abs(slope - differences[at]!)).toBeLessThan(1e-7);
      });
      expect(Math.max(...gradient.sum.map(Math.abs))).toBeGreaterThan(1e-3);
    }
  },
);
