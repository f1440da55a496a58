// TensorFlow.js's WebGPU backend with TrainPasses on it: a download of its own, which only a
// reader with a GPU needs.
import { WebGPUBackend } from "@tensorflow/tfjs-backend-webgpu/dist/backend_webgpu";
import { registerWebgpuKernel } from "./train-passes/webgpu-kernel";

registerWebgpuKernel();

export const createGpuBackend = (device: GPUDevice, { info }: GPUAdapter) =>
  new WebGPUBackend(device, info);
