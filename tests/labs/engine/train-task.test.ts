import { memory } from "@tensorflow/tfjs-core/dist/base";
import { afterAll, expect, test } from "vitest";
import { openDevice } from "@/labs/engine/device";
import { divergence, type Progress } from "@/labs/engine/engine";
import { type DeviceSlot, trainTask } from "@/labs/engine/trainer";
import { compileTraining } from "@/labs/kernel/kernel";
import { planOf } from "@/labs/run/plan";
import { plainRun, type Run } from "@/labs/run/run";

const { signal } = new AbortController();
const small: Run = { ...plainRun, samples: 40, split: 0.6, batch: 7, layers: [3, 2] };
const site: DeviceSlot = { open: await openDevice("cpu") };

async function collect(run: Run) {
  let passes: Progress["passes"] = [];
  let weights = new Float32Array();
  for await (const progress of trainTask(planOf(run), site, signal)) {
    passes = passes.concat(progress.passes);
    weights = Float32Array.from(progress.weights);
  }
  return { passes, weights };
}

test("reports are the curve of the plan, whole and in order", async () => {
  const run = { ...small, passes: 300 };
  const { plan, examples, state } = planOf(run);
  const curve = new Float32Array(600);
  compileTraining(plan, examples).train(state, 1, 300, curve);
  const { passes, weights } = await collect(run);
  expect(passes.map(({ pass }) => pass)).toEqual(passes.map((_, index) => index + 1));
  expect(passes.flatMap(({ trainLoss, heldLoss }) => [trainLoss, heldLoss])).toEqual([
    ...curve,
  ]);
  expect(weights).toEqual(state.slice(0, plan.network.size));
});

test("the same run gives the identical curve and weights twice", async () => {
  const run: Run = { ...small, passes: 200, optimizer: "adam", drop: 0.2 };
  expect(await collect(run)).toEqual(await collect(run));
});

test("another seed gives another curve", async () => {
  const first = await collect({ ...small, passes: 3 });
  const second = await collect({ ...small, passes: 3, seed: 8 });
  expect(first.passes).not.toEqual(second.passes);
});

test("a batch larger than the training set is the whole training set", async () => {
  const whole = await collect({ ...small, passes: 5, batch: 24 });
  expect(await collect({ ...small, passes: 5, batch: 1000 })).toEqual(whole);
});

test("a diverging run keeps its curve and its last whole weights, and then says so", async () => {
  const run: Run = { ...small, rate: 3, activations: ["relu"], passes: 1000 };
  const reports: Progress[] = [];
  const train = async () => {
    for await (const progress of trainTask(planOf(run), site, signal))
      reports.push(progress);
  };
  const error: unknown = await train().catch((thrown) => thrown);
  const passes = reports.flatMap((report) => report.passes);
  expect(passes.length).toBeGreaterThan(0);
  expect(error).toMatchObject({
    name: divergence,
    message: expect.stringContaining(`in pass ${passes.length + 1}:`),
  });
  const { plan, examples, state } = planOf(run);
  compileTraining(plan, examples).train(state, 1, passes.length, new Float32Array(2000));
  expect(reports.at(-1)!.weights).toEqual(state.slice(0, plan.network.size));
});

test("no report holds more passes than it may, and none is left out", async () => {
  const asked: number[] = [];
  const most = () => {
    asked.push(1 + (asked.length % 3));
    return asked.at(-1)!;
  };
  const seen: number[][] = [];
  for await (const { passes } of trainTask(
    planOf({ ...small, passes: 40 }),
    site,
    signal,
    most,
  )) {
    seen.push(passes.map(({ pass }) => pass));
  }
  expect(seen.flat()).toEqual(Array.from({ length: 40 }, (_, at) => at + 1));
  for (const [at, passes] of seen.entries()) {
    expect(passes.length).toBeLessThanOrEqual(asked[at]!);
  }
});

test("a run that diverges leaves no tensor behind", async () => {
  const before = memory().numTensors;
  const run: Run = { ...small, rate: 10, activations: ["relu"], passes: 500 };
  await expect(collect(run)).rejects.toThrow("diverged");
  expect(memory().numTensors).toBe(before);
});

afterAll(() => {
  expect(memory().numTensors).toBe(0);
});
