import { expect, test } from "vitest";
import { draftInLink, freshDraft } from "@/components/assignment/make/assignment-draft";
import { withLocksAfter } from "@/components/assignment/make/use-draft";
import { linkOf } from "@/labs/assignment/assignment-link";
import { openExamples } from "@/labs/assignment/examples";
import { type Goal, parseGoals } from "@/labs/assignment/goal";
import { labs } from "@/labs/catalog/labs";
import { checked } from "@/labs/receipt/check";
import { openReceipt, pack } from "@/labs/receipt/packed";
import { exampleSettings, isUsed } from "@/labs/run/run";
import { trainReceipt } from "@/tests/labs/receipt/train-receipt";

const fresh = freshDraft(labs.network);

const goals = (text: string): readonly Goal[] => parseGoals(text).goals;

test.each(["loss_0.1", "accuracy_90", "neurons_4*accuracy_100"])(
  "as soon as %s is asked, all that makes the examples is locked",
  (asked) => {
    const after = withLocksAfter(fresh, { ...fresh, goals: goals(asked) });
    expect(openExamples(after)).toEqual([]);
    expect(after.lock).toEqual(["data", "noise", "split", "samples", "outliers"]);
  },
);

test("every lab's examples are locked whole by a goal of loss", () => {
  for (const lab of Object.values(labs)) {
    const draft = freshDraft(lab);
    const { lock } = withLocksAfter(draft, { ...draft, goals: goals("loss_1") });
    const used = exampleSettings.filter((setting) => isUsed(draft.run, setting));
    expect([...lock].sort()).toEqual([...used].sort());
  }
});

test("goals that look at no example lock nothing", () => {
  const asked = goals("neurons_4*passes_100*weights_30*device_cpu*answer_a");
  expect(withLocksAfter(fresh, { ...fresh, goals: asked }).lock).toEqual([]);
});

test("what was opened on purpose stays open, whatever else is changed", () => {
  const judged = withLocksAfter(fresh, { ...fresh, goals: goals("loss_0.1") });
  const lock = judged.lock.filter((setting) => setting !== "noise");
  const opened = withLocksAfter(judged, { ...judged, lock });
  expect(openExamples(opened)).toEqual(["Noise"]);
  const titled = withLocksAfter(opened, { ...opened, title: "T" });
  const eased = withLocksAfter(titled, { ...titled, goals: goals("loss_0.2*neurons_4") });
  expect(openExamples(eased)).toEqual(["Noise"]);
});

test("other data lock the settings that come into use with them", () => {
  const judged = withLocksAfter(fresh, { ...fresh, goals: goals("loss_0.1") });
  const own = { ...judged.run, data: "own", own: [{ x: 1, y: 1, target: 0 }] } as const;
  const after = withLocksAfter(judged, { ...judged, run: own });
  expect(after.lock).toContain("own");
  expect(openExamples(after)).toEqual([]);
});

test("a link of old, which leaves the examples open, opens as it is", () => {
  const old = "/labs/network?assignment=1&goal=loss_0.05*accuracy_100&lock=data-loss";
  const draft = draftInLink(old)?.draft ?? fresh;
  expect(draft.lock).toEqual(["data", "loss"]);
  expect(withLocksAfter(draft, { ...draft, title: "T" }).lock).toEqual(["data", "loss"]);
});

test("a test set of one point is no way to meet goals that were made here", async () => {
  const run = { ...fresh.run, data: "spiral", noise: 0.5, passes: 50 } as const;
  const draft = { ...fresh, run };
  const asked = goals("loss_0.05*accuracy_100*passes_50");
  const made = linkOf(withLocksAfter(draft, { ...draft, goals: asked }));
  const tiny = { noise: 0, samples: 10, split: 0.9 };
  const opened = await openReceipt(await pack(trainReceipt(made, "Mallory", tiny)));
  if ("problem" in opened) throw new Error(opened.problem);
  const check = checked(opened, () => "unknown");
  expect(check.verdict).toBe("contradicted");
  expect(check.decided).toBe(
    "Locked settings were changed: Noise, Share used for training, Examples.",
  );
});
