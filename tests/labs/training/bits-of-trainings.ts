// One number for all bits of many trainings: equal where every one of them is.
import { hash32 } from "@/labs/arithmetic/random";
import { createTraining } from "@/labs/training/loops";
import { everyKind, randomPlan } from "../random-plan";

/** Trains 40 plans of every kind for 20 passes and hashes their states and curves. */
export function bitsOfTrainings(): number {
  let hash = 0;
  for (let seed = 0; seed < 40; seed += 1) {
    const { plan, examples, state } = randomPlan(seed, everyKind);
    const curve = new Float32Array(40);
    createTraining(plan, examples).train(state, 1, 20, curve);
    for (const numbers of [state, curve]) {
      for (const bits of new Uint32Array(numbers.buffer)) hash = hash32(hash ^ bits);
    }
  }
  return hash;
}
