// Next Pass's kernels of the processor, without the engine around them.
import { compileTraining } from "@/labs/kernel/kernel";
import { stateOf } from "@/labs/run/plan";
import { createTraining, type Training } from "@/labs/training/training";
import type { Peer } from "../peer";
import { type Problem, planOf } from "../problem";

type Prepare = (of: ReturnType<typeof planOf>) => Pick<Training, "train">;

const onKernel = (prepare: Prepare): Peer => ({
  async open(problem: Problem) {
    const made = planOf(problem);
    const training = prepare(made);
    const state = stateOf(made.plan, problem.weights);
    let curve = new Float32Array();
    let done = 0;
    return {
      async train(passes) {
        if (curve.length !== 2 * passes) curve = new Float32Array(2 * passes);
        training.train(state, done + 1, passes, curve);
        done += passes;
      },
      trainLoss: async () =>
        createTraining(made.plan, made.examples).meanLoss(state, 0, made.plan.train),
      close() {},
    };
  },
});

/** Compiled for its network, as WebAssembly. */
export const compiled = onKernel(({ plan, examples }) =>
  compileTraining(plan, examples, "wasm"),
);
/** The same bits without WebAssembly. */
export const withoutWasm = onKernel(({ plan, examples }) =>
  compileTraining(plan, examples, "plain"),
);
/** The loops in double precision that the labs trained with before. */
export const loops = onKernel(({ plan, examples }) => createTraining(plan, examples));
