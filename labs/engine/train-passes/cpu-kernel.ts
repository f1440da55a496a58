// TrainPasses on TensorFlow.js's CPU backend: a program compiled for the plan.
import type { MathBackendCPU } from "@tensorflow/tfjs-backend-cpu/dist/backend_cpu";
import {
  type KernelConfig,
  registerKernel,
  type TensorInfo,
} from "@tensorflow/tfjs-core/dist/base";
import { compileTraining } from "@/labs/kernel/kernel";
import type { Plan } from "@/labs/run/plan";
import { stateSize } from "@/labs/run/state";
import type { Training } from "@/labs/training/training";
import { givenTo, trainPassesName } from "./operation";

/** A plan's program is kept from call to call, as long as its examples stay. */
type Kept = { features: object; targets: object; training: Training };

const kept = new WeakMap<Plan, Kept>();

function trainingOf(
  plan: Plan,
  features: TensorInfo,
  targets: TensorInfo,
  read: (tensor: TensorInfo) => Float32Array,
): Training {
  const found = kept.get(plan);
  const same = found?.features === features.dataId && found.targets === targets.dataId;
  if (found && same) return found.training;
  const training = compileTraining(plan, {
    features: read(features),
    targets: read(targets),
  });
  kept.set(plan, { features: features.dataId, targets: targets.dataId, training });
  return training;
}

const cpuKernel: KernelConfig = {
  kernelName: trainPassesName,
  backendName: "cpu",
  kernelFunc({ inputs, backend, attrs }) {
    const { state, features, targets, attributes } = givenTo(inputs, attrs);
    const { plan, first, passes } = attributes;
    const cpu = backend as MathBackendCPU;
    const read = ({ dataId }: TensorInfo) => cpu.data.get(dataId).values as Float32Array;
    const end = stateSize(plan);
    const result = new Float32Array(end + 2 * passes);
    const next = result.subarray(0, end);
    next.set(read(state).subarray(0, end));
    const training = trainingOf(plan, features, targets, read);
    training.train(next, first, passes, result.subarray(end));
    return cpu.makeTensorInfo([result.length], "float32", result);
  },
};

/** Makes TrainPasses known to the backend named `cpu`. */
export const registerCpuKernel = () => registerKernel(cpuKernel);
