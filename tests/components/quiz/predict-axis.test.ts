import { expect, test } from "vitest";
import { axisTop } from "@/components/quiz/predict-axis";

const outset = {
  first: { pass: 0, trainLoss: 1.1, heldLoss: 1.2 },
  held: "test",
  naiveTestLoss: 2,
} as const;
const asking = (...conditions: readonly string[]) => ({
  options: conditions.map((when) => ({
    ...{ id: when, text: "", right: false, why: "", refuted: null },
    when,
  })),
});

test("the axis is known before the run: it holds its first losses and every guess", () => {
  expect(axisTop(asking("rises < 1"), outset)).toBe(1.5);
  expect(axisTop(asking("trainLoss > 2", "trainLoss < 2"), outset)).toBe(2.5);
  // 150 percent of a loss of 2.
  expect(axisTop(asking("naiveShare > 150"), outset)).toBe(4);
  expect(axisTop(asking("rises < 1"), undefined)).toBe(1);
});

test("the axis stays, but for a run that climbs over it: then it is doubled, once", () => {
  const passes = [1.4, 0.2, 1.49].map((heldLoss, pass) => ({
    pass,
    trainLoss: 0.3,
    heldLoss,
  }));
  expect(axisTop(asking("rises < 1"), outset, passes)).toBe(1.5);
  const over = [...passes, { pass: 3, trainLoss: 700, heldLoss: 1 }];
  expect(axisTop(asking("rises < 1"), outset, over)).toBe(3);
});
