// The reader's GPU: asked for, opened, watched, and handed to TensorFlow.js.

import { WebGPUBackend } from "@tensorflow/tfjs-backend-webgpu/dist/backend_webgpu";
import * as tf from "@tensorflow/tfjs-core";
import "@tensorflow/tfjs-backend-webgpu/dist/register_all_kernels";

/** What the browser offers: a GPU, a program that plays one, or nothing and why. */
export type Offer =
  | { kind: "hardware" | "software"; adapter: GPUAdapter; name: string }
  | { kind: "none"; why: string };

/** What an older browser, without `adapter.info`, says of its GPU. */
const unnamed = {
  vendor: "",
  architecture: "",
  device: "",
  description: "",
  isFallbackAdapter: false,
};

const softwareNames = /swiftshader|llvmpipe|lavapipe|softpipe|software|basic render/i;

export async function findAdapter(): Promise<Offer> {
  if (!globalThis.navigator?.gpu) {
    const why = globalThis.isSecureContext
      ? "This browser has no WebGPU"
      : "WebGPU needs a secure page (https or localhost)";
    return { kind: "none", why };
  }
  const adapter = await navigator.gpu
    .requestAdapter({ powerPreference: "high-performance" })
    .catch(() => null);
  if (!adapter) return { kind: "none", why: "The browser grants no GPU" };
  const { vendor, architecture, device, description, isFallbackAdapter } =
    adapter.info ?? unnamed;
  const name = [description || device || vendor, architecture].filter(Boolean).join(" ");
  const software = isFallbackAdapter || softwareNames.test(`${vendor} ${device} ${name}`);
  return { kind: software ? "software" : "hardware", adapter, name: name || "GPU" };
}

/** A device that TensorFlow.js computes on, as long as `fault` stays open. */
export type OpenGpu = {
  /** Resolves, once, with what went wrong: a shader's error or the device's loss. */
  fault: Promise<string>;
  /** Frees the device and everything on it. */
  close(): void;
};

/** Opens a device and makes it TensorFlow.js's backend. Throws where it is refused. */
export async function openGpu(adapter: GPUAdapter): Promise<OpenGpu> {
  const { limits } = adapter;
  const device = await adapter.requestDevice({
    requiredLimits: {
      maxComputeWorkgroupStorageSize: limits.maxComputeWorkgroupStorageSize,
      maxComputeWorkgroupsPerDimension: limits.maxComputeWorkgroupsPerDimension,
      maxStorageBufferBindingSize: limits.maxStorageBufferBindingSize,
      maxBufferSize: limits.maxBufferSize,
      maxComputeWorkgroupSizeX: limits.maxComputeWorkgroupSizeX,
      maxComputeInvocationsPerWorkgroup: limits.maxComputeInvocationsPerWorkgroup,
    },
  });
  // TensorFlow.js 4.22 listens to neither: a lost device hangs, a bad shader gives zeros.
  const fault = new Promise<string>((resolve) => {
    device.addEventListener("uncapturederror", (event) => {
      resolve(`The GPU reported an error: ${event.error.message.slice(0, 200)}`);
    });
    device.lost.then(({ message }) => resolve(`The GPU was lost. ${message}`.trim()));
  });
  if (tf.findBackendFactory("webgpu")) tf.removeBackend("webgpu");
  tf.registerBackend("webgpu", () => new WebGPUBackend(device, adapter.info));
  if (!(await tf.setBackend("webgpu"))) {
    device.destroy();
    throw new Error("TensorFlow.js would not start on this GPU");
  }
  const close = () => {
    tf.removeBackend("webgpu");
    device.destroy();
  };
  return { fault, close };
}
