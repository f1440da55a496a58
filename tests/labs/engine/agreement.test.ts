// Random plans on three ways of training: TensorFlow.js's own operations and automatic
// differentiation, plain loops on the CPU, and the shader on the GPU.
import "@tensorflow/tfjs-backend-cpu/dist/register_all_kernels";
import { memory, setBackend } from "@tensorflow/tfjs-core/dist/base";
import { afterAll, expect, test } from "vitest";
import { openDevice } from "@/labs/engine/device";
import { startReference } from "@/labs/engine/reference";
import { type Session, startSession } from "@/labs/engine/session";
import { times } from "../../soak";
import { randomPlan, smooth } from "../random-plan";
import { provideGpu } from "./node-gpu";

provideGpu();
const { device, gpu } = await openDevice("webgpu");
afterAll(() => gpu?.close());

const passes = 50;
/** The relative difference that is allowed, and the loss below which it is absolute. */
const tolerance = 1e-5;
const small = 0.01;

async function curveOf(session: Session): Promise<Float32Array> {
  const { curve } = await session.train(1, passes);
  session.dispose();
  return curve;
}

const farthest = (one: Float32Array, other: Float32Array) =>
  Math.max(
    ...one.map((loss, at) => Math.abs(loss - other[at]!) / Math.max(other[at]!, small)),
  );

test("the GPU of these tests is a GPU", () => {
  expect(device.kind).toBe("webgpu");
});

test.each(Array.from({ length: times(12, 200) }, (_, seed) => seed))(
  "three ways of training agree on random plan %i",
  async (seed) => {
    const { plan, examples, state } = randomPlan(seed, smooth);
    await setBackend("cpu");
    const reference = await curveOf(startReference(plan, examples, state));
    const onCpu = await curveOf(startSession(plan, examples, state, false));
    await setBackend("webgpu");
    // Laid out as for a program that plays a GPU, and as for a real one.
    const onGpu = await curveOf(startSession(plan, examples, state, seed % 2 === 0));
    expect(reference.every(Number.isFinite)).toBe(true);
    expect(reference).toHaveLength(2 * passes);
    expect(farthest(onCpu, reference)).toBeLessThan(tolerance);
    expect(farthest(onGpu, reference)).toBeLessThan(tolerance);
  },
);

test("all of them freed their memory", () => {
  expect(memory().numTensors).toBe(0);
});
