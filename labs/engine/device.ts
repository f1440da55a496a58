import { MathBackendCPU } from "@tensorflow/tfjs-backend-cpu/dist/backend_cpu";
import { registerBackend, setBackend } from "@tensorflow/tfjs-core/dist/base";
import { uniform } from "@/labs/arithmetic/random";
import { compileTraining } from "@/labs/kernel/kernel";
import { initialWeights, layered } from "@/labs/network/network";
import type { Plan } from "@/labs/run/plan";
import type { DeviceWish } from "@/labs/run/run";
import { stateOf } from "@/labs/run/state";
import type { Device } from "./engine";
import { startSession } from "./session";
import { registerCpuKernel } from "./train-passes/cpu-kernel";
import { findAdapter, type OpenGpu, openGpu } from "./webgpu";

// Chooses where a run is trained, and proves the choice before trusting it.

/** A GPU, and whether it is a program that plays one. */
export type Gpu = OpenGpu & { software: boolean };

/** A chosen device, set as TensorFlow.js's backend. One is open at a time. */
export type OpenDevice = { device: Device; gpu: Gpu | null };

registerBackend("cpu", () => new MathBackendCPU());
registerCpuKernel();

/** The CPU; `why` is for the reader. */
export async function openCpu(why: string): Promise<OpenDevice> {
  await setBackend("cpu");
  return { device: { kind: "cpu", name: "CPU", why }, gpu: null };
}

/**
 * Opens a GPU and trains one pass of a tiny run on it. Throws, closed, where that fails.
 */
export async function openTestedGpu(
  adapter: GPUAdapter,
  software: boolean,
  signal: AbortSignal,
): Promise<Gpu> {
  const gpu = await openGpu(adapter, signal);
  const session = startSession(probe.plan, probe.examples, probe.state, software);
  try {
    const { state } = await gpu.check(() => session.train(1, 1));
    if (!isRight(state)) throw new Error("it computed a wrong result in a test");
    if (signal.aborted) throw new Error("it answered too late");
    return { ...gpu, software };
  } catch (error) {
    gpu.close();
    throw error;
  } finally {
    session.dispose();
  }
}

async function openBest(wish: DeviceWish, signal: AbortSignal): Promise<OpenDevice> {
  if (wish === "cpu") return openCpu("You chose the CPU.");
  const offer = await findAdapter();
  if (offer.kind === "none") return openCpu(`${offer.why}, so the CPU trains.`);
  const { kind, name, adapter } = offer;
  if (kind === "software" && wish === "auto") {
    return openCpu(
      `The only GPU here is a program playing one (${name}); the CPU is quicker.`,
    );
  }
  const gpu = await openTestedGpu(adapter, kind === "software", signal);
  const why =
    wish === "webgpu"
      ? "You chose the GPU, through WebGPU."
      : "This browser grants a GPU through WebGPU.";
  return { device: { kind: "webgpu", name, why }, gpu };
}

/** Rejects after `patience` milliseconds, and aborts the signal that `work` was given. */
export function within<T>(
  patience: number,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const signal = AbortSignal.timeout(patience);
  const gaveUp = new Promise<never>((_, reject) => {
    const seconds = patience / 1000;
    const error = new Error(`it did not answer within ${seconds} seconds`);
    signal.addEventListener("abort", () => reject(error), { once: true });
  });
  return Promise.race([work(signal), gaveUp]);
}

/**
 * A hardware GPU if the browser grants one and it computes correctly, else the CPU; the
 * reader's wish goes before. What was chosen is always explained in `device.why`. A GPU
 * that is not open after `patience` milliseconds is given up. Never rejects.
 */
export async function openDevice(
  wish: DeviceWish,
  patience = 10_000,
): Promise<OpenDevice> {
  try {
    return await within(patience, (signal) => openBest(wish, signal));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return openCpu(`The GPU could not be used (${reason}), so the CPU trains.`);
  }
}

// A tiny task, to prove a device with one pass before it is trusted.

const network = layered(2, [2], ["tanh"], 1);
const train = 6;
const held = 6;
const seed = 7;

const plan: Plan = {
  network,
  loss: "squared",
  optimizer: "sgd",
  regularization: "none",
  decay: 0,
  drop: 0,
  rate: 0.03,
  batch: 3,
  seed,
  train,
  held,
};

const draw = uniform(seed);
const features = Float32Array.from({ length: 2 * (train + held) }, () => 6 * draw() - 3);
const targets = Float32Array.from({ length: train + held }, (_, at) => 2 * (at % 2) - 1);

const probe = {
  plan,
  examples: { features, targets },
  state: stateOf(plan, initialWeights(network, seed)),
};

/** Whether the probe's state after one pass is what the CPU gives. */
function isRight(state: Float32Array): boolean {
  const expected = probe.state.slice();
  compileTraining(plan, probe.examples).train(expected, 1, 1, new Float32Array(2));
  return expected.every((number, at) => Math.abs(number - (state[at] ?? 2)) < 1e-5);
}
