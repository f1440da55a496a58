// Chooses where a run is trained, and proves the choice before trusting it.
import * as tf from "@tensorflow/tfjs-core";
import "@tensorflow/tfjs-backend-cpu";
import { type DeviceWish, plainRun, type Run } from "../run";
import type { Device } from "./engine";
import { trainRun } from "./training";
import { findAdapter, openGpu } from "./webgpu";

/** A chosen device, set as TensorFlow.js's backend. */
export type OpenDevice = {
  device: Device;
  /** Resolves with what went wrong if the device breaks; the CPU never does. */
  fault: Promise<string>;
  close(): void;
};

const never = new Promise<string>(() => {});

async function openCpu(why: string): Promise<OpenDevice> {
  await tf.setBackend("cpu");
  const device = { kind: "cpu", name: "CPU", why } as const;
  return { device, fault: never, close: () => {} };
}

const probe: Run = { ...plainRun, samples: 12, batch: 3, layers: [2], passes: 1 };

async function weightsAfterProbe(): Promise<Float32Array> {
  let weights = new Float32Array();
  for await (const progress of trainRun(probe, new AbortController().signal)) {
    weights = Float32Array.from(progress.weights);
  }
  return weights;
}

/** Trains one pass of a tiny run on the CPU and on the GPU, and compares the weights. */
async function agreesWithCpu(): Promise<boolean> {
  const measured = await weightsAfterProbe();
  await tf.setBackend("cpu");
  const expected = await weightsAfterProbe();
  await tf.setBackend("webgpu");
  return expected.every((weight, at) => Math.abs(weight - (measured[at] ?? 9)) < 1e-4);
}

/**
 * A hardware GPU if the browser grants one and it computes correctly, else the CPU; the
 * reader's wish goes before. What was chosen is always explained in `device.why`.
 */
export async function openDevice(wish: DeviceWish): Promise<OpenDevice> {
  if (wish === "cpu") return openCpu("You chose the CPU.");
  const offer = await findAdapter();
  if (offer.kind === "none") return openCpu(`${offer.why}, so the CPU trains.`);
  if (offer.kind === "software" && wish === "auto") {
    return openCpu(
      `The only GPU here is a program playing one (${offer.name}); the CPU is quicker.`,
    );
  }
  try {
    const gpu = await openGpu(offer.adapter);
    const broken = gpu.fault.then((why) => Promise.reject(new Error(why)));
    if (!(await Promise.race([agreesWithCpu(), broken]))) {
      gpu.close();
      return openCpu("The GPU computed a wrong result in a test, so the CPU trains.");
    }
    const why =
      wish === "webgpu"
        ? "You chose the GPU, through WebGPU."
        : "This browser grants a GPU through WebGPU.";
    return { device: { kind: "webgpu", name: offer.name, why }, ...gpu };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return openCpu(`The GPU could not be used (${reason}), so the CPU trains.`);
  }
}
