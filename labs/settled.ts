// Which settings of a run have an effect on it.
import { datasets } from "./dataset";
import { plainRun, type Run, settings } from "./run";

/** The settings that only some data use. */
const ofData: readonly (keyof Run)[] = [
  ...(["noise", "samples", "own", "values"] as const),
  ...(["outliers", "inputs", "window"] as const),
];

/** Whether the data of a run use a setting. */
export function isUsed(run: Pick<Run, "data">, setting: keyof Run): boolean {
  const uses: readonly (keyof Run)[] = datasets[run.data].uses;
  return !ofData.includes(setting) || uses.includes(setting);
}

function withPlain<K extends keyof Run>(run: Run, setting: K): Run {
  return { ...run, [setting]: plainRun[setting] };
}

/** The run with every setting that has no effect on it at its plain value. */
export function settled(run: Run): Run {
  const { layers, regularization } = run;
  const used = run.activations.slice(0, Math.max(layers.length, 1));
  const last = used.findLastIndex((name, at) => at === 0 || name !== used[at - 1]);
  const idle = settings.filter((setting) => !isUsed(run, setting));
  return {
    ...idle.reduce<Run>(withPlain, run),
    activations: layers.length > 0 ? used.slice(0, last + 1) : plainRun.activations,
    drop: layers.length > 0 ? run.drop : plainRun.drop,
    decay: regularization === "none" ? plainRun.decay : run.decay,
  };
}
