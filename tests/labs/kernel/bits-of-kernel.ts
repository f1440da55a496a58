// One number for all bits of many compiled trainings: equal where every one of them is.
import { hash32 } from "@/labs/arithmetic/random";
import { compileTraining, type MachineKind } from "@/labs/kernel/kernel";
import { everyKind, randomPlan } from "../random-plan";

/** Trains plans of every kind for 20 passes and hashes their states and curves. */
export function bitsOfKernel(kind: MachineKind, plans = 40): number {
  let hash = 0;
  for (let seed = 0; seed < plans; seed += 1) {
    const { plan, examples, state } = randomPlan(seed, everyKind);
    const curve = new Float32Array(40);
    compileTraining(plan, examples, kind).train(state, 1, 20, curve);
    for (const numbers of [state, curve]) {
      for (const bits of new Uint32Array(numbers.buffer)) hash = hash32(hash ^ bits);
    }
  }
  return hash;
}
