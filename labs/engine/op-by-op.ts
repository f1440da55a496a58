// The kernels of one operation at a time on WebGPU, kept out of the engine's own download.
import "@tensorflow/tfjs-backend-webgpu/dist/register_all_kernels";

export { startReference } from "./reference";
