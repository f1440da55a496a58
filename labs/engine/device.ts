// Chooses where a run is trained, and proves the choice before trusting it.
import * as tf from "@tensorflow/tfjs-core";
import "@tensorflow/tfjs-backend-cpu";
import { type DeviceWish, plainRun, type Run } from "../run";
import { type Device, divergence } from "./engine";
import { trainRun } from "./training";
import { findAdapter, type OpenGpu, openGpu } from "./webgpu";

/** A chosen device, set as TensorFlow.js's backend. */
export type OpenDevice = {
  device: Device;
  /** Resolves with what went wrong if the device breaks; the CPU never does. */
  fault: Promise<string>;
};

const never = new Promise<string>(() => {});

async function openCpu(why: string): Promise<OpenDevice> {
  await tf.setBackend("cpu");
  return { device: { kind: "cpu", name: "CPU", why }, fault: never };
}

const probe: Run = { ...plainRun, samples: 12, batch: 3, layers: [2], passes: 1 };

async function weightsAfterProbe(signal: AbortSignal): Promise<Float32Array> {
  let weights = new Float32Array();
  for await (const progress of trainRun(probe, signal)) {
    weights = Float32Array.from(progress.weights);
  }
  return weights;
}

/**
 * Opens a GPU and trains one pass of a tiny run on it and on the CPU. Throws, with the GPU
 * closed, where it breaks or where the weights differ.
 */
async function openTestedGpu(adapter: GPUAdapter): Promise<OpenGpu> {
  const gpu = await openGpu(adapter);
  const stop = new AbortController();
  const broken = gpu.fault.then((why) => Promise.reject(new Error(why)));
  try {
    const measured = await Promise.race([weightsAfterProbe(stop.signal), broken]);
    await tf.setBackend("cpu");
    const expected = await weightsAfterProbe(stop.signal);
    const close = (weight: number, at: number) =>
      Math.abs(weight - (measured[at] ?? Number.NaN)) < 1e-4;
    if (!expected.every(close)) throw new Error("it computed a wrong result in a test");
    await tf.setBackend("webgpu");
    return gpu;
  } catch (error) {
    stop.abort();
    gpu.close();
    throw error instanceof Error && error.name === divergence
      ? new Error("it computed a wrong result in a test")
      : error;
  }
}

/**
 * A hardware GPU if the browser grants one and it computes correctly, else the CPU; the
 * reader's wish goes before. What was chosen is always explained in `device.why`.
 */
export async function openDevice(wish: DeviceWish): Promise<OpenDevice> {
  if (wish === "cpu") return openCpu("You chose the CPU.");
  try {
    const offer = await findAdapter();
    if (offer.kind === "none") return openCpu(`${offer.why}, so the CPU trains.`);
    const { kind, name, adapter } = offer;
    if (kind === "software" && wish === "auto") {
      return openCpu(
        `The only GPU here is a program playing one (${name}); the CPU is quicker.`,
      );
    }
    const { fault } = await openTestedGpu(adapter);
    const why =
      wish === "webgpu"
        ? "You chose the GPU, through WebGPU."
        : "This browser grants a GPU through WebGPU.";
    return { device: { kind: "webgpu", name, why }, fault };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return openCpu(`The GPU could not be used (${reason}), so the CPU trains.`);
  }
}
