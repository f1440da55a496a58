// Next Pass's kernels of the processor, without the engine around them.
import { compileTraining } from "@/labs/kernel/kernel";
import { stateOf } from "@/labs/run/state";
import { createTraining } from "@/labs/training/loops";
import { meanLosses } from "@/labs/training/score";
import type { BeginTraining } from "@/labs/training/training";
import type { Peer } from "../peer";
import { type Problem, planOf } from "../problem";

const onKernel = (begin: BeginTraining): Peer => ({
  async open(problem: Problem) {
    const { plan, examples } = planOf(problem);
    const training = begin(plan, examples);
    const state = stateOf(plan, problem.weights);
    let curve = new Float32Array();
    let done = 0;
    return {
      async train(passes) {
        if (curve.length !== 2 * passes) curve = new Float32Array(2 * passes);
        training.train(state, done + 1, passes, curve);
        done += passes;
      },
      trainLoss: async () => meanLosses(plan, examples, state).trainLoss,
      close() {},
    };
  },
});

/** Compiled for its network, as WebAssembly. */
export const compiled = onKernel((plan, examples) =>
  compileTraining(plan, examples, "wasm"),
);
/** The same bits without WebAssembly. */
export const withoutWasm = onKernel((plan, examples) =>
  compileTraining(plan, examples, "plain"),
);
/** The loops in double precision that the labs trained with before. */
export const loops = onKernel(createTraining);
