import { compileTraining } from "@/labs/kernel/kernel";
import "@tensorflow/tfjs-backend-webgpu/dist/register_all_kernels";
import { memory } from "@tensorflow/tfjs-core/dist/base";
import { afterAll, expect, test } from "vitest";
import { openDevice } from "@/labs/engine/device";
import { startReference } from "@/labs/engine/reference";
import { startSession } from "@/labs/engine/session";
import { quickest, startQuickest } from "@/labs/engine/trainer";
import { planOf } from "@/labs/run/plan";
import { plainRun } from "@/labs/run/run";
import { soaking } from "../../soak";
import { provideGpu } from "./node-gpu";

provideGpu();
const { gpu } = await openDevice("webgpu");
afterAll(() => gpu?.close());

const { plan, examples, state } = planOf({ ...plainRun, samples: 60 });
const inOne = () => startSession(plan, examples, state, true);
const opByOp = () => startReference(plan, examples, state);

test("the quicker of two ways is found, whichever comes first", async () => {
  expect(await quickest([inOne, opByOp])).toBe(inOne);
  expect(await quickest([opByOp, inOne])).toBe(inOne);
  expect(memory().numTensors).toBe(0);
});

// Its shader takes a program that plays a GPU seconds.
test.runIf(soaking)(
  "a large step on a hardware GPU is tried both ways, and trains right",
  async () => {
    const large = planOf({ ...plainRun, samples: 600, batch: 300, layers: [40, 40] });
    expect(large.plan.network.size * large.plan.batch).toBeGreaterThan(500_000);
    const session = await startQuickest(large.plan, large.examples, large.state, {
      ...gpu!,
      software: false,
    });
    const { curve } = await session.train(1, 2);
    session.dispose();
    const expected = new Float32Array(4);
    compileTraining(large.plan, large.examples).train(
      large.state.slice(),
      1,
      2,
      expected,
    );
    const off = curve.map((loss, at) => Math.abs(loss - expected[at]!));
    expect(Math.max(...off)).toBeLessThan(1e-5);
    expect(memory().numTensors).toBe(0);
  },
);
