// An assignment that leaves the loss open: "a loss that withstands this outlier".

import { expect, test } from "vitest";
import type { Assignment } from "@/labs/assignment/assignment";
import { linkOf, readLink } from "@/labs/assignment/assignment-link";
import { attemptOf } from "@/labs/assignment/attempt";
import { changedText } from "@/labs/assignment/examples";
import { brokenLocks, withLocks } from "@/labs/assignment/locks";
import { compileTraining } from "@/labs/kernel/kernel";
import { planOf } from "@/labs/run/plan";
import type { Run } from "@/labs/run/run";

const link =
  "/labs/loss?assignment=1&title=A+loss+that+withstands&goal=accuracy_95&lock=data-noise-split-samples-outlier-act&loss=crossentropy&outlier=0_0_-25&passes=200";

function assignmentOf(text: string): Assignment {
  const read = readLink(text);
  if (!read?.assignment || read.refused.length > 0) throw new Error("no assignment");
  return read.assignment;
}

/** The share of the test examples that a run ends right with. */
function accuracyOf(run: Run): number {
  const { plan, examples, state } = planOf(run);
  const curve = new Float32Array(2 * run.passes);
  compileTraining(plan, examples).train(state, 1, run.passes, curve);
  const weights = state.slice(0, plan.network.size);
  return attemptOf(run, weights, "cpu", new Set()).accuracy ?? Number.NaN;
}

test("cross-entropy obeys the outlier, and a loss that flattens withstands it", () => {
  const { run } = assignmentOf(link);
  expect(accuracyOf(run)).toBeLessThan(0.95);
  expect(accuracyOf({ ...run, loss: "=log1p((s - t)^2)" })).toBeGreaterThan(0.95);
});

test("a learner's own loss is told, and stays where the setting is locked", () => {
  const assignment = assignmentOf(link);
  const own: Run = { ...assignment.run, loss: "=log1p((s - t)^2)" };
  expect(brokenLocks(assignment, assignment.run, own)).toEqual([]);
  expect(changedText(assignment.run, own)).toBe("Loss Cross-entropy → log1p((s - t)^2)");
  const bent: Run = { ...own, activations: ["=z - 1"] };
  expect(withLocks(assignment, assignment.run, bent)).toMatchObject({
    run: own,
    putBack: ["Activation"],
  });
});

test("an instructor's own formulas travel in the link and can be locked", () => {
  const asked = new URLSearchParams(link.split("?")[1]);
  asked.set("loss", "abs(s-t)**1.5");
  asked.set("layers", "4-4");
  asked.set("act", "relu;z-.1");
  asked.set("lock", "loss-act");
  const assignment = assignmentOf(`/labs/loss?${asked}`);
  expect(assignment.run.loss).toBe("=abs(s - t)^1.5");
  expect(assignment.run.activations).toEqual(["relu", "=z - 0.1"]);
  expect(readLink(linkOf(assignment))?.assignment).toEqual(assignment);
});
