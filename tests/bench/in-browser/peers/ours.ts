// Next Pass's own engine, at the pace of its worker; all weights are read back too.
import "@tensorflow/tfjs-backend-webgpu/dist/register_all_kernels";
import { openDevice } from "@/labs/engine/device";
import { startReference } from "@/labs/engine/reference";
import { startSession } from "@/labs/engine/session";
import { createPacing } from "@/labs/engine/trainer";
import { type Examples, type Plan, stateOf } from "@/labs/run/plan";
import { plainRun } from "@/labs/run/run";
import { createTraining } from "@/labs/training/training";
import type { Peer } from "../peer";
import type { Problem } from "../problem";

function planOf({ loss, train, test, batch, rate, network }: Problem): Plan {
  return {
    network,
    loss,
    optimizer: "sgd",
    regularization: "none",
    decay: 0,
    drop: 0,
    rate,
    batch,
    seed: plainRun.seed,
    train: train.count,
    test: test.count,
  };
}

function examplesOf({ loss, train, test }: Problem): Examples {
  const targets = [train, test].flatMap(({ count, targets }) => {
    if (loss === "squared") return [...targets];
    const width = targets.length / count;
    return Array.from({ length: count }, (_, at) =>
      targets.subarray(at * width, (at + 1) * width).indexOf(1),
    );
  });
  return {
    features: Float32Array.from([...train.inputs, ...test.inputs]),
    targets: Float32Array.from(targets),
  };
}

type Start = typeof startSession;

/** Opens the engine's device as a lab does, and starts a session on it. */
async function openOn(wish: "cpu" | "webgpu", problem: Problem, start: Start) {
  const { device, gpu } = await openDevice(wish);
  if (device.kind !== wish) return device.why;
  const plan = planOf(problem);
  const examples = examplesOf(problem);
  const first = stateOf(plan, problem.weights);
  const session = start(plan, examples, first, gpu?.software ?? false);
  const pacing = createPacing();
  let done = 0;
  let loss: number | undefined;
  return {
    async train(passes: number) {
      const end = done + passes;
      while (done < end) {
        const count = Math.min(pacing.next(), end - done);
        const before = performance.now();
        const { curve } = await session.train(done + 1, count);
        pacing.took(performance.now() - before, count);
        done += count;
        loss = curve.at(-2);
      }
    },
    trainLoss: async () =>
      loss ?? createTraining(plan, examples).meanLoss(first, 0, plan.train),
    close() {
      session.dispose();
      gpu?.close();
    },
  };
}

export const oursOnCpu: Peer = {
  open: (problem) => openOn("cpu", problem, startSession),
};
export const oursOnWebgpu: Peer = {
  open: (problem) => openOn("webgpu", problem, startSession),
};
export const opByOpOnWebgpu: Peer = {
  open: (problem) => openOn("webgpu", problem, startReference),
};
