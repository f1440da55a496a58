import { expect, test } from "vitest";
import { type Activation, activations } from "@/labs/activation";
import { type Loss, losses } from "@/labs/loss";

// Places with no kink within the step of the difference.
const places = [-4.2, -2.3, -1.1, -0.7, -0.2, 0.3, 0.6, 1.3, 2.4, 5.1];
const step = 1e-5;

test.each(Object.entries(activations))(
  "the slope of %s is its finite difference",
  (_, activation: Activation) => {
    for (const sum of places) {
      const rise = activation.value(sum + step) - activation.value(sum - step);
      expect(activation.slope(sum)).toBeCloseTo(rise / (2 * step), 6);
    }
  },
);

test.each(Object.entries(losses))(
  "the slope of %s is its finite difference",
  (_, loss: Loss) => {
    for (const target of [-1, 1]) {
      for (const score of places) {
        const rise = loss.value(score + step, target) - loss.value(score - step, target);
        expect(loss.slope(score, target)).toBeCloseTo(rise / (2 * step), 6);
      }
    }
  },
);

test.each(Object.entries(losses))(
  "%s is never negative, and smaller for a better score",
  (_, loss: Loss) => {
    for (const score of places) expect(loss.value(score, 1)).toBeGreaterThanOrEqual(0);
    expect(loss.value(0.9, 1)).toBeLessThan(loss.value(-0.9, 1));
  },
);

test("far scores overflow neither the loss nor its slope", () => {
  for (const loss of Object.values<Loss>(losses)) {
    for (const score of [-1000, 1000]) {
      expect(loss.value(score, 1)).toBeLessThanOrEqual(1.1e6);
      expect(Number.isFinite(loss.slope(score, 1))).toBe(true);
    }
  }
});
