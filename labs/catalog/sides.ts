// Which runs a lab trains together.

import { type LossName, losses } from "../network/loss";
import { lossSuits, type Run } from "../run/run";
import type { NamedRun } from "./lab";

const names = Object.keys(losses) as LossName[];

const under = (run: Run, loss: LossName): NamedRun => ({
  label: losses[loss].label,
  run: { ...run, loss },
});

/** The run under its own loss, then under every other that can judge its data. */
export function everyLoss(run: Run): readonly [NamedRun, ...NamedRun[]] {
  const others = names.filter((loss) => loss !== run.loss && lossSuits({ ...run, loss }));
  return [under(run, run.loss), ...others.map((loss) => under(run, loss))];
}

/** The hidden layers of the deep network where the run names none. */
const deepLayers = [6, 4] as const;

/** A deep network steps further than a linear model may: by so much. */
const deeper = 10;

/**
 * The same seed and points under a linear model, given the inputs that the reader picked,
 * and under a deep network, given only x and y; the run's hidden layers are the latter's.
 */
export function pickedAndLearned(run: Run): readonly [NamedRun, NamedRun] {
  const rate = Math.min(deeper * run.rate, 1);
  const layers = run.layers.length > 0 ? run.layers : deepLayers;
  return [
    { label: "Picked: linear", run: { ...run, layers: [] } },
    {
      label: "Learned: deep",
      run: { ...run, inputs: ["x", "y"], layers, rate },
    },
  ];
}
