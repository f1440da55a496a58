// A legal run on points of the plane, from a seed: every setting anywhere within its limits.

import { streamKey, uniform } from "@/labs/arithmetic/random";
import { alphabet } from "@/labs/data/alphabet";
import { moves } from "@/labs/data/dataset";
import { type DatasetName, datasets } from "@/labs/data/datasets";
import { type InputName, inputs } from "@/labs/data/input";
import { type ScalingName, scalings } from "@/labs/data/scaling";
import { formulaText } from "@/labs/formula/print";
import { readOwn } from "@/labs/formula/read-own";
import { type ActivationName, activations } from "@/labs/network/activation";
import { type InitializationName, initializations } from "@/labs/network/initialization";
import { type LossName, losses, ownLossNames } from "@/labs/network/loss";
import { type OptimizerName, optimizers } from "@/labs/network/optimizer";
import { type RegularizationName, regularizations } from "@/labs/network/regularization";
import { resolveConflicts } from "@/labs/run/conflicts";
import { type DeviceWish, deviceWishes, plainRun, type Run } from "@/labs/run/run";
import { randomFormula } from "./formula/random-formula";

/** An activation that a reader could write, from a seed. */
const ownActivation = (seed: number): ActivationName =>
  `=${formulaText(randomFormula(seed))}`;

/** A loss that a reader could write, from a seed: its z is the distance from the target. */
function ownLoss(seed: number): LossName {
  const text = formulaText(randomFormula(seed)).replaceAll(/\bz\b/g, "(s - t)");
  const read = readOwn(text, ownLossNames);
  return "own" in read ? read.own : "=abs(s - t)";
}

export function randomRun(seed: number): Run {
  const draw = uniform(streamKey(seed, 99));
  const whole = (from: number, to: number) => from + Math.floor(draw() * (to - from + 1));
  const pick = <N extends string>(named: Record<N, unknown>) => {
    const names = Object.keys(named) as N[];
    return names[whole(0, names.length - 1)]!;
  };
  const decimal = (limit: number) => whole(-100 * limit, 100 * limit) / 100;
  const list = <T>(most: number, item: () => T) =>
    Array.from({ length: whole(0, most) }, item);
  const planes = Object.fromEntries(
    Object.entries(datasets).filter(([, { on }]) => on === "plane"),
  ) as Record<DatasetName, unknown>;
  const chosen = (Object.keys(inputs) as InputName[]).filter(() => draw() < 0.4);
  const run: Run = {
    data: pick<DatasetName>(planes),
    noise: whole(0, 10) / 20,
    split: whole(1, 9) / 10,
    samples: whole(10, 1000),
    own: list(20, () => ({ x: decimal(3), y: decimal(3), target: whole(0, 3) })),
    values: list(9, () => decimal(50)),
    outliers: list(2, () => ({ x: decimal(3), y: decimal(3), target: 1 })),
    scaling: pick<ScalingName>(scalings),
    moved: pick<keyof typeof moves>(moves),
    window: whole(1, 36),
    text: Array.from({ length: whole(0, 40) }, () => alphabet[whole(0, 29)]).join(""),
    context: whole(1, 8),
    inputs: chosen.length > 0 ? chosen : ["x"],
    layers: Array.from({ length: whole(0, 6) }, () => whole(1, 64)),
    activations: Array.from({ length: whole(1, 6) }, () =>
      pick<ActivationName>(activations),
    ),
    initialization: pick<InitializationName>(initializations),
    kernels: whole(0, 16),
    kernelSize: whole(1, 64),
    stride: whole(1, 64),
    pool: whole(1, 512),
    loss: pick<LossName>(losses),
    optimizer: pick<OptimizerName>(optimizers),
    rate: Number((10 ** (-4 + 4 * draw())).toPrecision(3)),
    regularization: pick<RegularizationName>(regularizations),
    decay: Number((10 ** (-5 + 5 * draw())).toPrecision(3)),
    drop: whole(0, 18) / 20,
    batch: whole(1, 1000),
    passes: whole(1, 100_000),
    edits: list(4, () => ({ at: whole(0, 2), value: Math.fround(decimal(5)) })),
    seed: whole(0, 4_294_967_295),
    device: pick<DeviceWish>(deviceWishes),
    validation: draw() < 0.5 ? 0 : whole(0, 8) / 10,
  };
  if (seed % 3 === 0) {
    run.activations = run.activations.map((name, at) =>
      draw() < 0.5 ? ownActivation(6 * seed + at) : name,
    );
    run.loss = ownLoss(seed);
  }
  return resolveConflicts(run, plainRun).run;
}
