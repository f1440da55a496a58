// Random plans on all ways of training: TensorFlow.js's own operations and automatic
// differentiation, loops in double precision, the compiled kernel as WebAssembly and as
// JavaScript, and the shader on the GPU.
import "@tensorflow/tfjs-backend-cpu/dist/register_all_kernels";
import { memory, setBackend } from "@tensorflow/tfjs-core/dist/base";
import { afterAll, expect, test } from "vitest";
import { openDevice } from "@/labs/engine/device";
import { startReference } from "@/labs/engine/reference";
import { type Session, startSession } from "@/labs/engine/session";
import { compileTraining, type MachineKind } from "@/labs/kernel/kernel";
import type { ActivationName } from "@/labs/network/activation";
import type { LossName } from "@/labs/network/loss";
import { createTraining } from "@/labs/training/loops";
import type { Training } from "@/labs/training/training";
import { soaking } from "../../soak";
import { coverPairs, traitsOf } from "../cover-pairs";
import { randomPlan, smooth, withNames } from "../random-plan";
import { provideGpu } from "./node-gpu";

type Made = ReturnType<typeof randomPlan>;

provideGpu();
const { device, gpu } = await openDevice("webgpu");
afterAll(() => gpu?.close());

const passes = 50;
/** The relative difference that is allowed, and the loss below which it is absolute. */
const tolerance = 1e-5;
/** The kernel's single precision is not the GPU's: it has other sums in another order. */
const toleranceOfKernel = 1e-4;
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

function trained({ train }: Training, state: Float32Array) {
  const curve = new Float32Array(2 * passes);
  train(state.slice(), 1, passes, curve);
  return curve;
}

/** Whether a plan is laid out for a program that plays a GPU: every other is. */
const isForSoftware = (seed: number) => seed % 2 === 0;

/** Expects the same curve of all ways. */
async function expectAgreement(
  { plan, examples, state }: Made,
  seed: number,
  near: number,
) {
  await setBackend("cpu");
  const reference = await curveOf(startReference(plan, examples, state));
  const onKernel = (kind: MachineKind) =>
    trained(compileTraining(plan, examples, kind), state);
  const onWasm = onKernel("wasm");
  expect(reference.every(Number.isFinite)).toBe(true);
  expect(reference).toHaveLength(2 * passes);
  const inDoubles = trained(createTraining(plan, examples), state);
  expect(farthest(inDoubles, reference)).toBeLessThan(near);
  expect(farthest(onWasm, reference)).toBeLessThan(toleranceOfKernel);
  expect(onKernel("plain")).toEqual(onWasm);
  await setBackend("webgpu");
  const session = startSession(plan, examples, state, isForSoftware(seed));
  expect(farthest(await curveOf(session), reference)).toBeLessThan(near);
}

/**
 * The seeds of few plans that have, two by two, all that `count` have; the first `daily` of
 * them on any day. The kernel's own tests have a thousand plans on what is quick.
 */
function seedsOf(count: number, daily: number, planOf: (seed: number) => Made) {
  const all = Array.from({ length: count }, (_, seed) => seed);
  const covering = coverPairs(all, (seed) => [
    ...traitsOf(planOf(seed).plan),
    `laid out for a program: ${isForSoftware(seed)}`,
  ]);
  return soaking ? covering : covering.slice(0, daily);
}

const plain = (seed: number) => randomPlan(seed, smooth);

test.each(seedsOf(300, 4, plain))(
  "all ways of training agree on random plan %i",
  (seed) => expectAgreement(plain(seed), seed, tolerance),
);

const looking = (seed: number) => randomPlan(seed, smooth, true);

test.each(seedsOf(300, 5, looking))(
  "they agree on networks that begin with a convolution: plan %i",
  // The same weights gather the roundings of many places: one plan in 300 was 1.7e-5 off.
  (seed) => expectAgreement(looking(seed), seed, toleranceOfKernel),
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

const own = (seed: number) =>
  withNames(
    plain(seed),
    (_, at) => ownActivations[(seed + at) % ownActivations.length]!,
    ownLosses[seed % ownLosses.length]!,
  );

test.each(seedsOf(24, 3, own))(
  "they agree on readers' own formulas, too: plan %i",
  (seed) => expectAgreement(own(seed), seed, tolerance),
);

test("all of them freed their memory", () => {
  expect(memory().numTensors).toBe(0);
});
