// Random plans on three ways of training: TensorFlow.js's own operations and automatic
// differentiation, plain loops on the CPU, and the shader on the GPU.
import "@tensorflow/tfjs-backend-cpu/dist/register_all_kernels";
import { memory, setBackend } from "@tensorflow/tfjs-core/dist/base";
import { afterAll, expect, test } from "vitest";
import { openDevice } from "@/labs/engine/device";
import { startReference } from "@/labs/engine/reference";
import { type Session, startSession } from "@/labs/engine/session";
import type { ActivationName } from "@/labs/network/activation";
import type { LossName } from "@/labs/network/loss";
import { times } from "../../soak";
import { randomPlan, smooth, withNames } from "../random-plan";
import { provideGpu } from "./node-gpu";

type Made = ReturnType<typeof randomPlan>;

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

/** How far the CPU's and the GPU's curves are from that of the reference. */
async function apart({ plan, examples, state }: Made, software: boolean) {
  await setBackend("cpu");
  const reference = await curveOf(startReference(plan, examples, state));
  const onCpu = await curveOf(startSession(plan, examples, state, false));
  await setBackend("webgpu");
  const onGpu = await curveOf(startSession(plan, examples, state, software));
  expect(reference.every(Number.isFinite)).toBe(true);
  expect(reference).toHaveLength(2 * passes);
  return Math.max(farthest(onCpu, reference), farthest(onGpu, reference));
}

test.each(Array.from({ length: times(12, 200) }, (_, seed) => seed))(
  "three ways of training agree on random plan %i",
  async (seed) => {
    // Laid out as for a program that plays a GPU, and as for a real one.
    expect(await apart(randomPlan(seed, smooth), seed % 2 === 0)).toBeLessThan(tolerance);
  },
);

/** Smooth ones that no record is like, by whole and broken powers, sums and quotients. */
const ownActivations: readonly ActivationName[] = [
  "=z / (1 + abs(z))",
  "=z * sigmoid(1.7 * z)",
  "=exp(-z^2) - 0.5 * cos(z)",
  "=(1 + z^2)^0.5 - log(2 + z^2)",
];
const ownLosses: readonly LossName[] = [
  "=sqrt(1 + (s - t)^2) - 1",
  "=log(1 + exp(-t * s)) + 0.1 * s^2",
  "=(s - t)^2 / (1 + (s - t)^2)",
];

test.each(Array.from({ length: times(6, 60) }, (_, seed) => seed))(
  "they agree on readers' own formulas, too: plan %i",
  async (seed) => {
    const own = withNames(
      randomPlan(seed, smooth),
      (_, at) => ownActivations[(seed + at) % ownActivations.length]!,
      ownLosses[seed % ownLosses.length]!,
    );
    expect(await apart(own, seed % 2 === 0)).toBeLessThan(tolerance);
  },
);

test("all of them freed their memory", () => {
  expect(memory().numTensors).toBe(0);
});
