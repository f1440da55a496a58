// The reader's GPU: asked for, opened, watched, and handed to TensorFlow.js.

import { WebGPUBackend } from "@tensorflow/tfjs-backend-webgpu/dist/backend_webgpu";
import {
  findBackendFactory,
  registerBackend,
  removeBackend,
  setBackend,
} from "@tensorflow/tfjs-core/dist/base";

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

/** A device that TensorFlow.js computes on. */
export type OpenGpu = {
  /** Runs `work`, and rejects as soon as the device breaks: then work may never end. */
  guard<T>(work: () => Promise<T>): Promise<T>;
  /** The same, and rejects where the device finds a mistake: for a shader's first use. */
  check<T>(work: () => Promise<T>): Promise<T>;
  /** Frees the device and everything on it. */
  close(): void;
};

const reported = ({ message }: GPUError) =>
  `The GPU reported an error: ${message.slice(0, 200)}`;

/** Lets work end early, with the device's fault. */
function createGuard(device: GPUDevice) {
  const waiting = new Set<(error: Error) => void>();
  let broken: Error | null = null;
  const fail = (why: string) => {
    broken ??= new Error(why);
    for (const reject of waiting) reject(broken);
    waiting.clear();
  };
  // TensorFlow.js 4.22 listens to neither: a lost device hangs, a bad shader gives zeros.
  device.addEventListener("uncapturederror", ({ error }) => fail(reported(error)));
  device.lost.then(({ message }) => fail(`The GPU was lost. ${message}`.trim()));
  return <T>(work: () => Promise<T>) =>
    new Promise<T>((resolve, reject) => {
      if (broken) return reject(broken);
      waiting.add(reject);
      work()
        .then(resolve, reject)
        .finally(() => waiting.delete(reject));
    });
}

const scopes = ["validation", "internal", "out-of-memory"] as const;

async function withScopes<T>(device: GPUDevice, work: () => Promise<T>): Promise<T> {
  for (const scope of scopes) device.pushErrorScope(scope);
  const done = work();
  const errors = await Promise.all(scopes.map(() => device.popErrorScope()));
  const error = errors.find((found) => found !== null);
  if (!error) return done;
  done.catch(() => {});
  throw new Error(reported(error));
}

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
    if (findBackendFactory("webgpu")) removeBackend("webgpu");
    device.destroy();
  };
  if (findBackendFactory("webgpu")) removeBackend("webgpu");
  registerBackend("webgpu", () => new WebGPUBackend(device, adapter.info));
  if (signal.aborted || !(await setBackend("webgpu"))) {
    close();
    throw new Error("TensorFlow.js would not start on this GPU");
  }
  return { guard, check: (work) => guard(() => withScopes(device, work)), close };
}
