import { plainRun, type Run } from "./run";

/** The run with every setting that has no effect on it at its plain value. */
export function settled(run: Run): Run {
  const { layers, regularization } = run;
  const used = run.activations.slice(0, Math.max(layers.length, 1));
  const last = used.findLastIndex((name, at) => at === 0 || name !== used[at - 1]);
  return {
    ...run,
    activations: layers.length > 0 ? used.slice(0, last + 1) : plainRun.activations,
    drop: layers.length > 0 ? run.drop : plainRun.drop,
    decay: regularization === "none" ? plainRun.decay : run.decay,
  };
}
