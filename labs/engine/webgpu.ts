// The reader's GPU: asked for, opened, watched, and handed to TensorFlow.js.

import { WebGPUBackend } from "@tensorflow/tfjs-backend-webgpu/dist/backend_webgpu";
import {
  registerBackend,
  removeBackend,
  setBackend,
} from "@tensorflow/tfjs-core/dist/base";
import { checked, createGuard, type Guard } from "./gpu-guard";

/** What the browser offers: a GPU, a program that plays one, or nothing and why. */
export type Offer =
  | { kind: "hardware" | "software"; adapter: GPUAdapter; name: string }
  | { kind: "none"; lacks: "browser" | "secure page" | "adapter"; why: string };

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
    return globalThis.isSecureContext
      ? { kind: "none", lacks: "browser", why: "This browser has no WebGPU" }
      : {
          kind: "none",
          lacks: "secure page",
          why: "WebGPU needs a secure page (https or localhost)",
        };
  }
  const adapter = await navigator.gpu
    .requestAdapter({ powerPreference: "high-performance" })
    .catch(() => null);
  if (!adapter) {
    return { kind: "none", lacks: "adapter", why: "The browser grants no GPU" };
  }
  const { vendor, architecture, device, description, isFallbackAdapter } =
    adapter.info ?? unnamed;
  const name = [description || device || vendor, architecture].filter(Boolean).join(" ");
  const software = isFallbackAdapter || softwareNames.test(`${vendor} ${device} ${name}`);
  return { kind: software ? "software" : "hardware", adapter, name: name || "GPU" };
}

/** A device that TensorFlow.js computes on. */
export type OpenGpu = {
  /** Runs work that ends early, with the fault, where the device breaks. */
  guard: Guard;
  /** The same, and finds mistakes too: for a shader's first use. */
  check: Guard;
  /** Frees the device and everything on it. */
  close(): void;
};

/** The device that TensorFlow.js's backend named "webgpu" is made of. */
let owner: GPUDevice | null = null;

/** Opens a device and makes it TensorFlow.js's backend. Throws where it is refused. */
export async function openGpu(
  adapter: GPUAdapter,
  signal: AbortSignal,
): Promise<OpenGpu> {
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
  const guard = createGuard(device);
  const close = () => {
    if (owner === device) removeBackend("webgpu");
    if (owner === device) owner = null;
    device.destroy();
  };
  if (owner) removeBackend("webgpu");
  owner = device;
  registerBackend("webgpu", () => new WebGPUBackend(device, adapter.info));
  if (signal.aborted || !(await setBackend("webgpu"))) {
    close();
    throw new Error("TensorFlow.js would not start on this GPU");
  }
  return { guard, check: checked(device, guard), close };
}
