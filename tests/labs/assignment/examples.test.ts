// The settings that a learner may change, and did change.
import { expect, test } from "vitest";
import { readLink } from "@/labs/assignment/assignment-link";
import { changedText, judgesExamples, openExamples } from "@/labs/assignment/examples";
import { labs } from "@/labs/catalog/labs";

const asking = (goal: string) => {
  const assignment = readLink(`/labs/network?assignment=1&goal=${goal}`)?.assignment;
  if (!assignment) throw new Error("No assignment.");
  return assignment;
};

test("loss and accuracy are judged on the examples, and nothing else is", () => {
  for (const goal of ["loss_0.1", "accuracy_90", "passes_9*accuracy_90"]) {
    expect(judgesExamples(asking(goal)), goal).toBe(true);
    expect(openExamples(asking(goal)), goal).toContain("Data");
  }
  for (const goal of ["passes_9*neurons_4", "device_cpu", "answer_what-is-a-pass"]) {
    expect(judgesExamples(asking(goal)), goal).toBe(false);
    expect(openExamples(asking(goal)), goal).toEqual([]);
  }
});

test("what is told alike before and after is said to be others", () => {
  const run = (value: number) => ({ ...labs.network.start, edits: [{ at: 1, value }] });
  expect(changedText(run(0.5), run(0.25))).toMatch(/^Typed weights .+, others$/);
  expect(changedText(run(0.5), run(0.5))).toBe("");
  expect(changedText(run(0.5), { ...run(0.5), rate: 0.1 })).toBe(
    "Learning rate 0.03 → 0.1",
  );
});
