import "@tensorflow/tfjs-backend-cpu";
import * as tf from "@tensorflow/tfjs-core";
import { beforeAll, expect, test } from "vitest";
import { type ActivationName, activations } from "@/labs/activation";
import { divergence, type Progress } from "@/labs/engine/engine";
import { trainRun } from "@/labs/engine/training";
import { type LossName, losses } from "@/labs/loss";
import type { Pass } from "@/labs/pass";
import { lossSuits, plainRun, type Run } from "@/labs/run";
import { trainPlainly } from "../plain-training";

const { signal } = new AbortController();
const small: Run = { ...plainRun, samples: 40, split: 0.6, batch: 7, layers: [3, 2] };

beforeAll(() => tf.setBackend("cpu"));

async function collect(run: Run): Promise<Progress> {
  let passes: Progress["passes"] = [];
  let weights = new Float32Array();
  for await (const progress of trainRun(run, signal)) {
    passes = passes.concat(progress.passes);
    weights = Float32Array.from(progress.weights);
  }
  return { passes, weights };
}

const pairs = Object.keys(losses).flatMap((loss) =>
  Object.keys(activations).map((activation) => ({
    loss: loss as LossName,
    activation: activation as ActivationName,
  })),
);

test.each(pairs)(
  "the engine agrees with plain loops over 50 passes of $loss, $activation",
  async (pair) => {
    const run: Run = { ...small, ...pair, noise: 0.1, rate: 0.01, passes: 50 };
    const measured = await collect(run);
    const expected = trainPlainly(run);
    expect(measured.passes).toHaveLength(50);
    measured.passes.forEach((pass, index) => {
      expect(pass.pass).toBe(index + 1);
      expect(Math.abs(pass.trainLoss - expected.passes[index]!.trainLoss)).toBeLessThan(
        1e-4,
      );
      expect(Math.abs(pass.testLoss - expected.passes[index]!.testLoss)).toBeLessThan(
        1e-4,
      );
    });
    const farthest = expected.weights.map((weight, at) =>
      Math.abs(weight - measured.weights[at]!),
    );
    expect(Math.max(...farthest)).toBeLessThan(1e-4);
    expect(lossSuits(run)).toBe(true);
  },
);

test("a surface to predict trains like two classes", async () => {
  const run: Run = { ...small, data: "hills", rate: 0.05, passes: 20 };
  const measured = await collect(run);
  const expected = trainPlainly(run);
  expect(measured.passes.at(-1)!.testLoss).toBeCloseTo(
    expected.passes.at(-1)!.testLoss,
    5,
  );
});

test("the same run gives the identical curve and weights twice", async () => {
  const run: Run = { ...small, passes: 20 };
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

test("a diverging run keeps its curve and then says so", async () => {
  const run: Run = { ...small, rate: 10, passes: 100 };
  const passes: number[] = [];
  const train = async () => {
    for await (const progress of trainRun(run, signal)) {
      passes.push(...progress.passes.map(({ pass }) => pass));
    }
  };
  const error: unknown = await train().catch((thrown) => thrown);
  expect(passes.length).toBeGreaterThan(0);
  expect(error).toMatchObject({
    name: divergence,
    message: expect.stringContaining(`in pass ${passes.length + 1}:`),
  });
});

test("the pace limits each report, and a closed pace pauses", async () => {
  const allowed = [1, 2, 3];
  let open = (_most: number) => {};
  const pause = new Promise<number>((resolve) => {
    open = resolve;
  });
  const reports = trainRun(
    { ...small, passes: 8 },
    signal,
    () => allowed.shift() ?? pause,
  );
  const sizes: number[] = [];
  for (let report = 0; report < 3; report += 1) {
    const { value } = await reports.next();
    sizes.push(value!.passes.length);
  }
  expect(sizes).toEqual([1, 2, 3]);
  const fourth = reports.next();
  const early = await Promise.race([
    fourth,
    new Promise((go) => setTimeout(go, 50, "paused")),
  ]);
  expect(early).toBe("paused");
  open(Number.POSITIVE_INFINITY);
  expect((await fourth).value!.passes.map((pass: Pass) => pass.pass)).toEqual([7, 8]);
  expect((await reports.next()).done).toBe(true);
});

test("50 starts left at different places leave no tensor behind", async () => {
  const before = tf.memory().numTensors;
  for (let cycle = 0; cycle < 50; cycle += 1) {
    const stop = new AbortController();
    let reports = 0;
    for await (const _ of trainRun({ ...small, passes: 6 }, stop.signal, () => 1)) {
      reports += 1;
      if (reports > cycle % 4) break;
      if (cycle % 5 === 0) stop.abort();
    }
    expect(tf.memory().numTensors).toBe(before);
  }
});

test("a run that diverges leaves no tensor behind", async () => {
  const before = tf.memory().numTensors;
  await expect(collect({ ...small, rate: 10, passes: 100 })).rejects.toThrow("diverged");
  expect(tf.memory().numTensors).toBe(before);
});
