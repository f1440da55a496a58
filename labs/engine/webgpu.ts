import {
  registerBackend,
  removeBackend,
  setBackend,
} from "@tensorflow/tfjs-core/dist/base";

// The reader's GPU: asked for, opened, watched, and handed to TensorFlow.js.

/** The browser's offer: a GPU, a program that plays one, or nothing and why. */
type Offer =
  | { kind: "hardware" | "software"; adapter: GPUAdapter; name: string }
  | { kind: "none"; lacks: "browser" | "secure page" | "adapter"; why: string };

/** Stands in for `adapter.info`, which older browsers lack. */
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
    .requestAdapter({
      powerPreference: "high-performance",
      featureLevel: "compatibility",
    })
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
  /** Whether TensorFlow.js's own operations fit it: an older GPU may be too small. */
  opByOp: boolean;
  /** Frees the device and everything on it. */
  close(): void;
};

/** The threads of the largest workgroups that TensorFlow.js's own operations have. */
const largestWorkgroup = 256;

/** The device that TensorFlow.js's backend named "webgpu" is made of. */
let owner: GPUDevice | null = null;

/**
 * The features that a compatibility adapter of an older GPU lacks, while a core one has it for the asking.
 * Shaders here do without: lower limits are all that they would notice, and they heed them.
 */
const core = "core-features-and-limits";

/** Opens a device and makes it TensorFlow.js's backend. Throws where it is refused. */
export async function openGpu(
  adapter: GPUAdapter,
  signal: AbortSignal,
): Promise<OpenGpu> {
  const { limits } = adapter;
  const device = await adapter.requestDevice({
    requiredFeatures: adapter.features.has(core) ? [core] : [],
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
  registerBackend("webgpu", async () => {
    const { createGpuBackend } = await import("./gpu-backend");
    return createGpuBackend(device, adapter);
  });
  if (signal.aborted || !(await setBackend("webgpu"))) {
    close();
    throw new Error("TensorFlow.js would not start on this GPU");
  }
  const opByOp = device.limits.maxComputeInvocationsPerWorkgroup >= largestWorkgroup;
  return { guard, check: checked(device, guard), opByOp, close };
}

// Faults of a GPU, turned into errors of the work that they hit.

const reported = ({ message }: GPUError) =>
  `The GPU reported an error: ${message.slice(0, 200)}`;

/** Runs `work`; rejects as soon as a device breaks, for then `work` may never end. */
type Guard = <T>(work: () => Promise<T>) => Promise<T>;

/** Watches a device from now on. */
function createGuard(device: GPUDevice): Guard {
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

/** A shader that does not compile is a mere warning to TensorFlow.js, and gives zeros. */
async function withScopes<T>(device: GPUDevice, work: () => Promise<T>): Promise<T> {
  for (const scope of scopes) device.pushErrorScope(scope);
  const done = work();
  // Who waits for it may have left by the time it fails.
  done.catch(() => {});
  const errors = await Promise.all(scopes.map(() => device.popErrorScope()));
  const error = errors.find((found) => found !== null);
  if (!error) return done;
  throw new Error(reported(error));
}

/** A guard that rejects where the device finds a mistake in the work, too. */
const checked =
  (device: GPUDevice, guard: Guard): Guard =>
  (work) =>
    guard(() => withScopes(device, work));
