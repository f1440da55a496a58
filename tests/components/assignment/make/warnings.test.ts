import { expect, test } from "vitest";
import { asRead, draftInLink } from "@/components/assignment/make/assignment-draft";
import {
  allowedBy,
  fewestWeights,
  warningsOf,
} from "@/components/assignment/make/warnings";
import { resolveConflicts } from "@/labs/run/conflicts";
import { networkOf } from "@/labs/run/plan";
import { exampleSettings, isUsed, type Run } from "@/labs/run/run";
import { randomAssignment } from "@/tests/labs/assignment/random-assignment";

const questions = new Set(["what-is-a-pass"]);

/** The keys of all that makes the examples of points of the plane. */
const examples = "data-noise-split-samples-outlier";

function warned(query: string, lab = "network"): readonly string[] {
  const { draft } = draftInLink(`/labs/${lab}?assignment=1&${query}`)!;
  const read = asRead(draft)!;
  return warningsOf(read, `https://next-pass.example${read.link}`, questions);
}

test("an assignment that can be met has no warning", () => {
  expect(
    warned(`goal=loss_0.1*neurons_8*answer_what-is-a-pass&lock=${examples}-layers-loss`),
  ).toEqual([]);
  expect(warned("goal=device_webgpu&lock=device")).toEqual([]);
});

test.each([
  ["goal=passes_9&quiz=a", "Graded questions are answered in a class only"],
  ["", "No goal is set"],
  ["goal=neurons_3&lock=layers", "at most 3” cannot be met: the locked layers have 4."],
  ["goal=passes_299&lock=passes", "cannot be met: the passes are locked at 300."],
  ["goal=device_webgpu&lock=device&device=cpu", "the other device is locked."],
  ["goal=device_cpu&lock=device&device=webgpu", "the other device is locked."],
  ["goal=weights_16&lock=layers-in", "the smallest network that the locks allow has 17."],
  [
    "goal=loss_0.1&lock=loss",
    "(Data, Noise, Share used for training, Examples, Outliers)",
  ],
  [
    "goal=loss_0.1&lock=data-loss",
    "(Noise, Share used for training, Examples, Outliers)",
  ],
  [
    "goal=accuracy_90&lock=data-noise-samples-outlier",
    "(Share used for training), and meet goals of loss and accuracy",
  ],
  [`goal=loss_0.1&lock=${examples}`, "lock “Loss” unless that is meant."],
  [
    "goal=accuracy_90&lock=data-split-outlier&data=own&own=1_1_0*2_2_1",
    "(Own points), and meet goals of loss and accuracy with easier ones",
  ],
  ["goal=neurons_4&w=0_1", "lock “Typed weights” unless that is meant."],
  ["goal=answer_gone", "The course has no question “gone”"],
  ["goal=accuracy_90&data=hills&title=x", "No goal is set"],
  [
    `goal=loss_0.1&lock=${examples}-loss&note=${"x".repeat(1990)}`,
    "some mail programs cut",
  ],
])("%s is warned of", (query, says) => {
  const warnings = warned(query);
  expect(warnings).toHaveLength(1);
  expect(warnings[0]).toContain(says);
});

test.each([
  "goal=neurons_3",
  "goal=neurons_4&lock=layers",
  "goal=passes_299",
  "goal=passes_300&lock=passes",
  "goal=device_webgpu&device=cpu",
  "goal=weights_16&lock=layers",
  "goal=weights_16&lock=in",
  "goal=weights_17&lock=layers-in",
])("%s is not: a learner can still meet it", (query) => {
  expect(warned(query)).toEqual([]);
});

test("each setting of the examples that can be opened says what that allows", () => {
  for (const setting of exampleSettings) {
    expect(allowedBy[setting]).toMatch(/^Learners may .+\.$/);
  }
});

test("with many inputs and classes, a hidden neuron makes the smallest network", () => {
  // 64 inputs, one neuron, ten classes: 65 + 20, where no hidden layer needs 650.
  const { draft } = draftInLink("/labs/pictures?assignment=1&lock=kernels")!;
  expect(fewestWeights(draft)).toBe(85);
  expect(warned("goal=weights_84&lock=kernels", "pictures")).toHaveLength(1);
  expect(warned("goal=weights_85&lock=kernels", "pictures")).toEqual([]);
  // One kernel of one pixel and its mean, ten classes: 2 + 20.
  expect(warned("goal=weights_21", "pictures")).toHaveLength(1);
  expect(warned("goal=weights_22", "pictures")).toEqual([]);
});

test("no run that the locks allow has fewer weights: 2,000 random ones", () => {
  let compared = 0;
  for (let seed = 0; seed < 2000; seed += 1) {
    const assignment = randomAssignment(seed);
    const { run, lock, lab } = assignment;
    const other = randomAssignment(seed + 7000).run;
    const mixed = { ...run };
    const take = <K extends keyof Run>(setting: K) => {
      mixed[setting] = other[setting];
    };
    for (const setting of Object.keys(run) as (keyof Run)[]) {
      if (!lock.includes(setting)) take(setting);
    }
    const { run: theirs } = resolveConflicts(mixed, lab.start);
    const kept = lock.every((setting) => theirs[setting] === run[setting]);
    if (!kept || !isUsed(theirs, "inputs")) continue;
    compared += 1;
    expect(networkOf(theirs).size).toBeGreaterThanOrEqual(fewestWeights(assignment));
  }
  expect(compared).toBeGreaterThan(1000);
});
