import { expect, test } from "vitest";
import {
  firstBound,
  withGoal,
  withoutGoal,
  withPoints,
} from "@/components/assignment/make/goals-form";
import { leftText } from "@/components/assignment/make/setting-locks";
import { type NumberGoal, numberGoals, parseGoals } from "@/labs/assignment/goal";
import { labs } from "@/labs/catalog/labs";
import { plainRun, type Run, settings, settingText } from "@/labs/run/run";
import { randomRun } from "@/tests/labs/random-run";

test("a goal takes the place of the one that asks the same, or comes last", () => {
  const { goals } = parseGoals("loss_0.1*neurons_8*answer_a");
  expect(withGoal(goals, { kind: "loss", bound: 0.2 })).toEqual([
    { kind: "loss", bound: 0.2 },
    goals[1],
    goals[2],
  ]);
  const more = withGoal(goals, { kind: "answer", question: "b" });
  expect(more.map(({ kind }) => kind)).toEqual(["loss", "neurons", "answer", "answer"]);
  expect(withoutGoal(more, { kind: "answer", question: "a" })).toEqual([
    goals[0],
    goals[1],
    more[3],
  ]);
});

test("a goal keeps its points whatever its bound, and can lose them", () => {
  const { goals } = parseGoals("loss_0.1*neurons_8*answer_a");
  const worth = withPoints(withPoints(goals, goals[0]!, 2.5), goals[2]!, 1);
  expect(worth.map(({ points }) => points)).toEqual([2.5, undefined, 1]);
  const eased = withGoal(worth, { kind: "loss", bound: 0.2 });
  expect(eased[0]).toEqual({ kind: "loss", bound: 0.2, points: 2.5 });
  expect(withPoints(eased, eased[0]!, 0)[0]).toEqual({ kind: "loss", bound: 0.2 });
});

test("what locks leave to do is said: nothing, a few settings, or how many more", () => {
  expect(leftText([])).toMatch(
    /^Nothing is left to change: learners train this very run/,
  );
  expect(leftText(["rate"])).toBe("Learners can change: Learning rate.");
  expect(leftText(settings)).toMatch(/^Learners can change: Data, .* and \d+ more\.$/);
});

test("what a goal begins with is legal, whatever the run", () => {
  for (let seed = 0; seed < 500; seed += 1) {
    for (const kind of Object.keys(numberGoals) as NumberGoal[]) {
      const bound = firstBound(kind, randomRun(seed));
      expect(parseGoals(`${kind}_${bound}`).goals).toEqual([{ kind, bound }]);
    }
  }
});

test.each([
  ["data", {}, "Circle"],
  ["rate", {}, "0.03"],
  ["inputs", { inputs: ["x", "xy"] }, "x, xy"],
  ["layers", { layers: [8, 4] }, "8, then 4 neurons"],
  ["layers", { layers: [] }, "none"],
  ["activations", { activations: ["relu", "tanh"] }, "ReLU, Tanh"],
  ["own", {}, "none"],
  ["edits", { edits: [{ at: 1, value: 2 }] }, "1 entry"],
  ["device", { device: "webgpu" }, "GPU (WebGPU)"],
] as const satisfies readonly [keyof Run, Partial<Run>, string][])(
  "the setting %s of %o is told as %s",
  (setting, change, text) => {
    expect(settingText({ ...plainRun, ...change }, setting)).toBe(text);
  },
);

test("every setting of every lab is told in words", () => {
  for (const { start } of Object.values(labs)) {
    for (const setting of settings) {
      expect(settingText(start, setting).length).toBeGreaterThan(0);
    }
  }
});
