import type { Claim } from "@/labs/claim/claim";
import { type BuiltInLoss, type LossName, losses, lossLabel } from "@/labs/network/loss";
import { type OptimizerName, optimizers } from "@/labs/network/optimizer";
import { lossSuits, type Run } from "@/labs/run/run";

/** A question, a starting run, and what the reader may change. */
export type Lab = {
  /** Its place in links: `/labs/<id>`. */
  id: string;
  title: string;
  /** The one thing that the reader is to find out. */
  question: string;
  start: Run;
  /** The settings with a control, in the order of the panel. */
  controls: readonly (keyof Run)[];
  claims: readonly Claim[];
  /** The first lead the page; the others stand in tabs under them, in this order. */
  views: readonly ViewName[];
  /** How many of them lead: 1 where it is left out. */
  leads?: number;
  /** The one of them that is open at first; the claims where it is left out. */
  opens?: ViewName;
  /** A first thing to try, in one sentence. */
  first: string;
  /**
   * The runs that train together, in one chart; the first is the lab's own. Left out
   * where it trains alone.
   */
  sides?(run: Run): readonly [NamedRun, ...NamedRun[]];
};

/** A run, and what it is called beside others; empty where it is alone. */
export type NamedRun = { label: string; run: Run };

/** A view that a lab can show beside the curve; the page draws each. */
export type ViewName =
  | "network"
  | "own-data"
  | "learned"
  | "take-away"
  | "shares"
  | "outlier"
  | "surface"
  | "hand"
  | "crossover"
  | "confusion"
  | "decision"
  | "misread"
  | "looks-for"
  | "kernels"
  | "draw-digit"
  | "forecast"
  | "own-series"
  | "vowels"
  | "transcribe"
  | "text"
  | "own-text"
  | "memory"
  | "commands"
  | "notebook";

// Which runs a lab trains together.

const names = Object.keys(losses) as BuiltInLoss[];
const optimizerNames = Object.keys(optimizers) as OptimizerName[];

const under = (run: Run, loss: LossName): NamedRun => ({
  label: lossLabel(loss),
  run: { ...run, loss },
});

/** The run under its own loss, then under every other that can judge its data. */
export function everyLoss(run: Run): readonly [NamedRun, ...NamedRun[]] {
  const others = names.filter((loss) => loss !== run.loss && lossSuits({ ...run, loss }));
  return [under(run, run.loss), ...others.map((loss) => under(run, loss))];
}

/** The run with its own optimizer, then with every other. */
export function everyOptimizer(run: Run): readonly [NamedRun, ...NamedRun[]] {
  const by = (optimizer: OptimizerName): NamedRun => ({
    label: optimizers[optimizer].label,
    run: { ...run, optimizer },
  });
  const others = optimizerNames.filter((name) => name !== run.optimizer);
  return [by(run.optimizer), ...others.map(by)];
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
