// TrainPasses on TensorFlow.js's WebGPU backend: one dispatch, one workgroup.
import type { WebGPUBackend } from "@tensorflow/tfjs-backend-webgpu/dist/backend_webgpu";
import type { WebGPUProgram } from "@tensorflow/tfjs-backend-webgpu/dist/webgpu_program";
import {
  type KernelConfig,
  registerKernel,
  type TensorInfo,
} from "@tensorflow/tfjs-core/dist/base";
import { streamBase, streams } from "@/labs/arithmetic/random";
import { dropBound } from "@/labs/network/regularization";
import type { Plan } from "@/labs/run/plan";
import { stateSize } from "@/labs/run/state";
import { layOut, mostRows } from "./memory";
import {
  givenTo,
  mostPasses,
  type TrainPassesAttributes,
  tensorNames,
  trainPassesName,
} from "./operation";
import { shaderOf, uniforms } from "./shader";

/**
 * The threads of the workgroup. A GPU runs 32 or 64 as quickly as one, and a few such
 * groups at once; a program that plays a GPU runs four at once and the others in turns,
 * changing over at every barrier (measured on SwiftShader: 4 are quickest).
 */
function lanesFor({ network, batch }: Plan, software: boolean, most: number): number {
  if (software) return 4;
  const widest = Math.max(...network.layers.map(({ outputs }) => outputs));
  const items = Math.min(batch, mostRows) * widest;
  return Math.min(Math.max(2 ** Math.ceil(Math.log2(items / 2)), 32), 256, most);
}

/**
 * How many f32 of workgroup memory to lay out. SwiftShader's compiler takes seconds over
 * thousands of them, and its workgroup memory is no quicker than any other.
 */
function roomFor(limits: GPUSupportedLimits, lanes: number, software: boolean): number {
  const left = limits.maxComputeWorkgroupStorageSize / 4 - 4 * lanes - mostRows;
  return software ? Math.min(left, 1200) : left;
}

/** All that a shader's text is made of, beside the device and whether it is software. */
const keyOf = ({ network, loss, optimizer, regularization, drop, batch }: Plan) =>
  JSON.stringify([network, loss, optimizer, regularization, drop > 0, batch]);

function programOf(
  { plan, software }: TrainPassesAttributes,
  limits: GPUSupportedLimits,
): WebGPUProgram {
  const lanes = lanesFor(plan, software, limits.maxComputeInvocationsPerWorkgroup);
  // A program that plays a GPU spends its time on loads, which rows together share.
  const rowsAtOnce = software ? 2 : 1;
  const end = stateSize(plan) + 2 * mostPasses;
  const memory = layOut(plan, roomFor(limits, lanes, software), end);
  return {
    variableNames: [...tensorNames],
    uniforms,
    outputShape: [end + memory.scratch],
    dispatchLayout: { x: [0] },
    dispatch: [1, 1, 1],
    workgroupSize: [lanes, 1, 1],
    shaderKey: `${trainPassesName} ${software} ${keyOf(plan)}`,
    getUserCode: () => shaderOf(plan, memory, lanes, rowsAtOnce),
  };
}

const uniformValues = ({ plan, first, passes }: TrainPassesAttributes) => {
  const int = (value: number) => ({ type: "int32", data: [value] });
  const float = (value: number) => ({ type: "float32", data: [value] });
  const unsigned = (value: number) => ({ type: "uint32", data: [value] });
  const { train, held, rate, decay, drop, seed } = plan;
  return [
    int(passes),
    int(first),
    int(train),
    int(held),
    float(rate),
    float(decay),
    unsigned(dropBound(drop)),
    float(1 / (1 - drop)),
    unsigned(streamBase(seed, streams.order)),
    unsigned(streamBase(seed, streams.drop)),
  ];
};

const webgpuKernel: KernelConfig = {
  kernelName: trainPassesName,
  backendName: "webgpu",
  kernelFunc({ inputs, backend, attrs }) {
    const { state, features, targets, attributes } = givenTo(inputs, attrs);
    const gpu = backend as WebGPUBackend;
    // TensorFlow.js compiles anew where an input has, or ceases to have, the output's shape,
    // as `state` would from the second call on.
    const flat = (tensor: TensorInfo, length: number) => ({ ...tensor, shape: [length] });
    return gpu.runWebGPUProgram(
      programOf(attributes, gpu.device.limits),
      [flat(state, stateSize(attributes.plan)), features, targets],
      "float32",
      uniformValues(attributes),
    );
  },
};

/** Makes TrainPasses known to the backend named `webgpu`. */
export const registerWebgpuKernel = () => registerKernel(webgpuKernel);
