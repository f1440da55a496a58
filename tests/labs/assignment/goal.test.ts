import { expect, test } from "vitest";
import {
  type Attempt,
  formatGoals,
  type Goal,
  goalText,
  isQuestionId,
  judgeGoal,
  numberGoals,
  parseGoals,
  sameKind,
} from "@/labs/assignment/goal";

const attempt: Attempt = {
  testLoss: 0.1,
  accuracy: 0.9,
  neurons: 8,
  weights: 41,
  copies: 1,
  pass: 300,
  device: "cpu",
  answered: new Set(["what-is-a-pass"]),
};

test.each([
  [{ kind: "loss", bound: 0.1 }, false, "Test loss below 0.1", "test loss 0.1"],
  [{ kind: "loss", bound: 0.10001 }, true, "Test loss below 0.10001", "test loss 0.1"],
  [
    { kind: "accuracy", bound: 90 },
    true,
    "Test accuracy of at least 90 %",
    "90 % of the test examples right",
  ],
  [
    { kind: "accuracy", bound: 90.1 },
    false,
    "Test accuracy of at least 90.1 %",
    "90 % of the test examples right",
  ],
  [{ kind: "neurons", bound: 8 }, true, "Hidden neurons, at most 8", "8 hidden neurons"],
  [{ kind: "neurons", bound: 7 }, false, "Hidden neurons, at most 7", "8 hidden neurons"],
  [{ kind: "weights", bound: 41 }, true, "Weights, at most 41", "41 weights"],
  [{ kind: "weights", bound: 40 }, false, "Weights, at most 40", "41 weights"],
  [{ kind: "passes", bound: 300 }, true, "Passes, at most 300", "300 passes"],
  [{ kind: "passes", bound: 299 }, false, "Passes, at most 299", "300 passes"],
  [
    { kind: "copies", bound: 1 },
    true,
    "Test examples that also train, at most 1",
    "1 test example also trains",
  ],
  [
    { kind: "copies", bound: 0 },
    false,
    "Test examples that also train, at most 0",
    "1 test example also trains",
  ],
  [{ kind: "device", device: "cpu" }, true, "Trained on the CPU", "trained on the CPU"],
  [
    { kind: "device", device: "webgpu" },
    false,
    "Trained on the GPU (WebGPU)",
    "trained on the CPU",
  ],
  [
    { kind: "answer", question: "what-is-a-pass" },
    true,
    "Question answered: what-is-a-pass",
    "answered",
  ],
  [
    { kind: "answer", question: "another" },
    false,
    "Question answered: another",
    "not answered yet",
  ],
] as const satisfies readonly [Goal, boolean, string, string][])(
  "%o is met: %s",
  (goal, met, text, saw) => {
    expect(judgeGoal(goal, attempt)).toEqual({ met, saw });
    expect(goalText(goal)).toBe(text);
  },
);

test("before the first pass no goal of training is met, whatever the network is", () => {
  const untrained: Attempt = { ...attempt, device: null, pass: 0, testLoss: 0.001 };
  for (const kind of Object.keys(numberGoals) as (keyof typeof numberGoals)[]) {
    expect(judgeGoal({ kind, bound: 1000 }, untrained).met).toBe(false);
  }
  const device = judgeGoal({ kind: "device", device: "cpu" }, untrained);
  expect(device).toEqual({ met: false, saw: "not trained yet" });
});

test("a loss that is no number, and data without classes, meet nothing", () => {
  const lost: Attempt = { ...attempt, testLoss: Number.NaN, accuracy: null };
  expect(judgeGoal({ kind: "loss", bound: 1000 }, lost)).toEqual({
    met: false,
    saw: "test loss not a number",
  });
  expect(judgeGoal({ kind: "accuracy", bound: 1 }, lost)).toEqual({
    met: false,
    saw: "these data have no classes",
  });
});

test("the bounds of every number are legal themselves, what is beyond them is not", () => {
  for (const [kind, { field }] of Object.entries(numberGoals)) {
    if (field.control.kind !== "number") throw new Error(kind);
    const { min, max, step } = field.control;
    for (const bound of [min, max]) {
      const text = `${kind}_${field.format(bound)}`;
      const { goals, refused } = parseGoals(text);
      expect(refused).toEqual([]);
      expect(goals).toEqual([{ kind, bound }]);
      expect(formatGoals(goals)).toBe(text);
    }
    for (const bound of [min - step, max + step, -min, "", " 1", "1,5", "0x1", "١"]) {
      if (bound === min || (bound === 0 && min === 0)) continue;
      expect(parseGoals(`${kind}_${bound}`).goals).toEqual([]);
    }
  }
});

test("goals keep their order, and each is asked once", () => {
  const text = "passes_100*loss_0.1*answer_b*answer_a*device_cpu";
  const { goals, refused } = parseGoals(text);
  expect(refused).toEqual([]);
  expect(formatGoals(goals)).toBe(text);
  expect(sameKind(goals[1]!, { kind: "loss", bound: 9 })).toBe(true);
  expect(sameKind(goals[2]!, goals[3]!)).toBe(false);
  expect(parseGoals(`${text}*loss_0.2`).refused).toEqual(["“loss_0.2”"]);
});

test("the id of a question is kebab-case", () => {
  for (const id of ["a", "a-1", "what-is-a-pass", "0", "a".repeat(80)]) {
    expect(isQuestionId(id)).toBe(true);
  }
  for (const id of [
    "",
    "-",
    "a-",
    "-a",
    "a--b",
    "A",
    "a b",
    "é",
    "a".repeat(81),
    "a\n",
  ]) {
    expect(isQuestionId(id)).toBe(false);
  }
});

test("while the test set is closed no goal on it is met", () => {
  const closed = { ...attempt, testLoss: null, accuracy: null };
  for (const kind of ["loss", "accuracy"] as const) {
    const { met, saw } = judgeGoal({ kind, bound: 1 }, closed);
    expect([met, saw]).toEqual([
      false,
      "the test set stays closed till the run has ended",
    ]);
  }
});
