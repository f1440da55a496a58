// Trains the run of a receipt again, on the CPU.

import { planOf } from "../run/plan";
import type { Run } from "../run/run";
import { createTraining, noLoss, type Pass } from "../training/training";
import type { Finding } from "./finding";
import type { Receipt } from "./receipt";
import { compared, comparedSoFar } from "./replay-finding";

/** About so many multiplications between two looks at whether to go on: some 20 ms. */
const workAtOnce = 10_000_000;

type Replayed = {
  /** As the receipt's curve, as far as the replay came. */
  curve: readonly Pass[];
  finding: Finding;
  /** Whether weights and curve are the receipt's to the last bit. */
  exact: boolean;
  /** The replay's own; null where it was stopped. */
  weights: Float32Array | null;
};

/**
 * Trains the run again from its seed. Yields the share done every 20 ms or so; given false,
 * it stops there. Throws where the run's file is missing.
 */
export function* replaying(
  receipt: Receipt,
  run: Run,
): Generator<number, Replayed, boolean | undefined> {
  const { plan, examples, state } = planOf(run);
  const { train, test, network } = plan;
  const training = createTraining(plan, examples);
  const curve: Pass[] = [
    {
      pass: 0,
      trainLoss: training.meanLoss(state, 0, train),
      testLoss: training.meanLoss(state, train, test),
    },
  ];
  const work = network.size * (4 * train + test);
  const most = Math.max(1, Math.floor(workAtOnce / work));
  let pass = 0;
  for (const { pass: until } of receipt.curve.slice(1)) {
    while (pass < until) {
      if ((yield pass / run.passes) === false) {
        const said = comparedSoFar({ curve, receipt, pass, passes: run.passes });
        const finding = { about: "replay", ...said } as const;
        return { curve, finding, exact: false, weights: null };
      }
      const count = Math.min(most, until - pass);
      const losses = new Float32Array(2 * count);
      training.train(state, pass + 1, count, losses);
      pass += count;
      const [trainLoss = noLoss, testLoss = noLoss] = losses.slice(-2);
      if (pass === until) curve.push({ pass, trainLoss, testLoss });
    }
  }
  const weights = state.slice(0, network.size);
  const { exact, verdict, says } = compared(receipt, curve, weights);
  return { curve, finding: { about: "replay", verdict, says }, exact, weights };
}
