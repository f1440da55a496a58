// Receipts of runs that a GPU trained (here the software one), replayed on the CPU.
import { afterAll, expect, test } from "vitest";
import { startFor } from "@/labs/assignment/learner-start";
import { openDevice } from "@/labs/engine/device";
import { trainTask } from "@/labs/engine/trainer";
import { checked } from "@/labs/receipt/check";
import { receiptOf } from "@/labs/receipt/finished";
import { openReceipt, pack } from "@/labs/receipt/packed";
import { planOf } from "@/labs/run/plan";
import { startOf } from "@/labs/training/start";
import type { Pass } from "@/labs/training/training";
import { provideGpu } from "../engine/node-gpu";
import { assignmentOf } from "./train-receipt";

provideGpu();
const site = { open: await openDevice("webgpu") };
afterAll(() => site.open.gpu?.close());

/** The packed receipt of a learner who trained on the GPU. */
async function trainOnGpu(link: string, name: string) {
  const assignment = assignmentOf(link);
  const run = startFor(assignment, { name });
  const start = startOf(run);
  const passes: Pass[] = [start.pass];
  let weights: Float32Array = start.weights;
  for await (const report of trainTask(planOf(run), site, new AbortController().signal)) {
    expect(report.device.kind).toBe("webgpu");
    passes.push(...report.passes);
    weights = report.weights;
  }
  const device = { kind: "webgpu", name: site.open.device.name } as const;
  const learner = { name };
  const made = { assignment, learner, run, passes, weights, device, answers: [], at: 0 };
  return pack(receiptOf(made));
}

test.each([
  "passes=20",
  "passes=300",
  "data=xor&noise=0.1&layers=8-8&passes=200",
  "data=spiral&layers=8-8&lr=0.03&passes=200",
  "data=spiral&layers=8-8&act=relu&opt=adam&lr=0.01&passes=100",
  "data=gaussian&act=sigmoid&layers=4&lr=0.1&passes=1000",
])("a GPU's receipt agrees with its replay: %s", async (query) => {
  const link = `/labs/network?assignment=1&goal=loss_100&device=webgpu&${query}`;
  const opened = await openReceipt(await trainOnGpu(link, "Ada"));
  if ("problem" in opened) throw new Error(opened.problem);
  const found = checked(opened, () => "unknown");
  const replay = found.findings.find(({ about }) => about === "replay");
  expect(found.verdict).toBe("confirmed");
  expect(replay?.says).toMatch(/^Replayed, agrees within \S+ %/);
});

test("a goal to train on the GPU is met as it says, whatever agrees", async () => {
  const link =
    "/labs/network?assignment=1&goal=device_webgpu*loss_100&device=webgpu&passes=20";
  const opened = await openReceipt(await trainOnGpu(link, "Ada"));
  if ("problem" in opened) throw new Error(opened.problem);
  const found = checked(opened, () => "unknown");
  expect(found).toMatchObject({ verdict: "unconfirmed", met: [true, true] });
  expect(found.decided).toBe(
    "Trained on the GPU (WebGPU): as it says; no receipt can prove it.",
  );
});
