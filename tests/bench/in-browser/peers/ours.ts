// Next Pass's own engine on a GPU, at the pace of its worker; all weights are read back too.
import "@tensorflow/tfjs-backend-webgpu/dist/register_all_kernels";
import { openDevice } from "@/labs/engine/device";
import { startReference } from "@/labs/engine/reference";
import { startSession } from "@/labs/engine/session";
import { createPacing } from "@/labs/engine/trainer";
import { stateOf } from "@/labs/run/state";
import { meanLosses } from "@/labs/training/score";
import type { Peer } from "../peer";
import { type Problem, planOf } from "../problem";

type Start = typeof startSession;

/** Opens the engine's device as a lab does, and starts a session on it. */
async function openOn(problem: Problem, start: Start) {
  const { device, gpu } = await openDevice("webgpu");
  if (device.kind !== "webgpu") return device.why;
  const { plan, examples } = planOf(problem);
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
    trainLoss: async () => loss ?? meanLosses(plan, examples, first).trainLoss,
    close() {
      session.dispose();
      gpu?.close();
    },
  };
}

export const onWebgpu: Peer = {
  open: (problem) => openOn(problem, startSession),
};
export const opByOpOnWebgpu: Peer = {
  open: (problem) => openOn(problem, startReference),
};
