import { expect, test } from "vitest";
import { course } from "@/content/course";
import { rangeIn } from "@/content/quiz/kinds/expression";
import { guessedLosses } from "@/content/quiz/kinds/predict";
import { readQuestions } from "@/content/quiz/lesson-questions";

const outset = {
  first: { pass: 0, trainLoss: 1.1, heldLoss: 1.2 },
  held: "test",
  naiveTestLoss: 0.5,
} as const;

test("a condition that compares one name leaves it a range", () => {
  expect(rangeIn("loss >= 0.15 && 0.75 > loss", {})).toEqual({
    name: "loss",
    from: 0.15,
    to: 0.75,
  });
  expect(rangeIn("loss < 2 * first", { first: 3 })?.to).toBe(6);
  expect(rangeIn("loss > 1", {})?.to).toBe(Number.POSITIVE_INFINITY);
});

test.each([
  "one < 1 && other < 1",
  "one - other > 0.2",
  "one < 1 || one > 2",
  "one > 2 && one < 1",
  "one < 1 && known == 1",
  "one",
])("%s leaves no range", (condition) => {
  expect(rangeIn(condition, { known: 0 })).toBeNull();
});

test.each([
  ["trainLoss < 0.15", [0, 0.15, "below 0.15"]],
  ["trainLoss >= 0.15 && trainLoss <= 0.75", [0.15, 0.75, "0.15 to 0.75"]],
  ["trainLoss > 0.75", [0.75, Number.POSITIVE_INFINITY, "above 0.75"]],
  ["naiveShare >= 15 && naiveShare < 85", [0.075, 0.425, "test loss 0.075 to 0.425"]],
  ["diverged == 0 && trainLoss < firstTrainLoss", [0, 1.1, "below 1.1"]],
] as const)("a guess of %s is a band of losses", (when, [from, to, label]) => {
  expect(guessedLosses(when, outset)).toEqual({ from, to, label });
});

test.each([
  "rises < 1",
  "testAccuracy > 90",
  "diverged == 1",
  "trainLoss < 0.5 && testLoss >= 0.5",
  "testLoss - trainLoss > 0.2",
])("a guess of %s is no band", (when) => {
  expect(guessedLosses(when, outset)).toBeNull();
});

test("of every prediction all options on one loss leave none of its values out", async () => {
  let counted = 0;
  for (const slug of course) {
    for (const question of await readQuestions(slug)) {
      if (question.kind !== "predict") continue;
      const bands = question.options.map(({ when }) => guessedLosses(when, outset));
      if (!bands.every((band) => band !== null)) continue;
      counted += 1;
      const sorted = bands.toSorted((one, other) => one.from - other.from);
      const edges = sorted.flatMap(({ from, to }) => [from, to]);
      expect(edges[0]).toBe(0);
      expect(edges.at(-1)).toBe(Number.POSITIVE_INFINITY);
      for (const [at, { to }] of sorted.slice(0, -1).entries()) {
        expect(to).toBe(sorted[at + 1]?.from);
      }
    }
  }
  expect(counted).toBeGreaterThan(7);
});
