// What is measured, as work to be timed.
import type { Ask, Way } from "../measure/measurement";
import { widened } from "../measure/step-work";
import { initialWeights } from "../network/network";
import { type Examples, type Plan, stateOf } from "../run/plan";
import { createTraining } from "../training/training";
import { startReference } from "./op-by-op";
import { chainInOne, chainOnCpu, chainOpByOp } from "./product-chain";
import { type Session, startSession } from "./session";
import type { Work } from "./stopwatch";
import { mostPasses } from "./train-passes/operation";

/** What starts the same work on each way. */
export type Works = Readonly<Record<Way, () => Work>>;

/** Passes of a plan: at the least rate, for a network that diverges is not trained on. */
export function passesOf(asked: Plan, examples: Examples, software: boolean): Works {
  const plan = { ...asked, rate: 1e-6 };
  const start = () => stateOf(plan, initialWeights(plan.network, plan.seed));
  const inSession = (session: Session): Work => ({
    run: (times) => session.train(1, times),
    most: mostPasses,
    dispose: session.dispose,
  });
  return {
    cpu() {
      const training = createTraining(plan, examples);
      const state = start();
      const curve = new Float32Array(2 * mostPasses);
      return {
        run: async (times) => training.train(state, 1, times, curve),
        most: mostPasses,
        dispose() {},
      };
    },
    steps: () => inSession(startReference(plan, examples, start())),
    one: () => inSession(startSession(plan, examples, start(), software)),
  };
}

/** The work of one size on each way, and how much arithmetic that is, in any unit. */
export type Round = { amount: number; works: Works };

export function roundOf(ask: Ask, size: number, software: boolean): Round {
  if (ask.what === "network") {
    const plan = widened(ask.plan, size);
    return {
      amount: plan.network.size,
      works: passesOf(plan, ask.examples, software),
    };
  }
  return {
    amount: size ** 3,
    works: {
      cpu: () => chainOnCpu(size),
      steps: () => chainOpByOp(size),
      one: () => chainInOne(size, software),
    },
  };
}
