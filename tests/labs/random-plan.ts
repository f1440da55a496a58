// Small plans of every kind from a seed, on points of their own.

import { streamKey, uniform } from "@/labs/arithmetic/random";
import { type ActivationName, activations } from "@/labs/network/activation";
import { type LossName, losses } from "@/labs/network/loss";
import { convolutionLayers, initialWeights, layered } from "@/labs/network/network";
import { type OptimizerName, optimizers } from "@/labs/network/optimizer";
import { type RegularizationName, regularizations } from "@/labs/network/regularization";
import type { Examples, Plan } from "@/labs/run/plan";
import { stateOf } from "@/labs/run/state";

export type Kinds = {
  activations: readonly ActivationName[];
  losses: readonly LossName[];
  regularizations: readonly RegularizationName[];
};

const namesOf = <N extends string>(named: Record<N, unknown>) =>
  Object.keys(named) as N[];

export const everyKind: Kinds = {
  activations: namesOf<ActivationName>(activations),
  losses: namesOf<LossName>(losses),
  regularizations: namesOf<RegularizationName>(regularizations),
};

/** What has a slope everywhere that changes without a jump. */
export const smooth: Kinds = {
  activations: ["linear", "tanh", "sigmoid", "elu", "softplus", "sine"],
  losses: ["squared", "huber", "crossentropy", "categorical"],
  regularizations: ["none", "l2"],
};

/**
 * Rates at which 50 passes end well before a minimum: near one, RMSProp and Adam step by
 * the sign of a vanishing gradient, and a change in the last digit becomes another path.
 */
const rates: Record<OptimizerName, number> = {
  sgd: 0.02,
  momentum: 0.002,
  rmsprop: 0.0005,
  adam: 0.0005,
};

/** What is drawn from `key`: whole numbers and members of lists. */
function drawsOf(key: number) {
  const draw = uniform(key);
  const whole = (from: number, to: number) => from + Math.floor(draw() * (to - from + 1));
  const pick = <T>(list: readonly T[]) => list[whole(0, list.length - 1)]!;
  return { draw, whole, pick };
}

/** A convolution of any size over a line or a picture, and the mean behind it. */
function randomConvolution(seed: number, kinds: Kinds) {
  const { whole, pick } = drawsOf(streamKey(seed, 78));
  const grid = { across: whole(4, 12), down: pick([1, whole(4, 8)]) };
  const shape = {
    ...{ kernels: whole(1, 6), kernelSize: whole(1, 4) },
    ...{ stride: whole(1, 2), pool: whole(1, 4) },
  };
  return convolutionLayers(grid, shape, pick(kinds.activations));
}

/** A plan of `kinds`, which begins with a convolution where it `looks` through windows. */
export function randomPlan(seed: number, kinds: Kinds, looks = false) {
  const { draw, whole, pick } = drawsOf(streamKey(seed, 77));
  const few = whole(1, 4);
  const before = looks ? randomConvolution(seed, kinds) : [];
  const inputs = before[0]?.inputs ?? few;
  const hidden = Array.from({ length: whole(0, 3) }, () => whole(1, 6));
  const loss = pick(kinds.losses);
  const outputs = loss === "categorical" ? whole(2, 4) : pick([1, 1, 3]);
  const network = layered(
    inputs,
    hidden,
    hidden.map(() => pick(kinds.activations)),
    outputs,
    before,
  );
  const train = whole(8, 20);
  const held = whole(2, 8);
  const optimizer = pick(namesOf<OptimizerName>(optimizers));
  const plan: Plan = {
    network,
    loss,
    optimizer,
    regularization: pick(kinds.regularizations),
    decay: 0.02 * draw(),
    drop: draw() < 0.25 ? 0.3 : 0,
    rate: rates[optimizer],
    batch: whole(1, train),
    seed,
    train,
    held,
  };
  const features = Float32Array.from(
    { length: (train + held) * inputs },
    () => 4 * draw() - 2,
  );
  const targets = Float32Array.from({ length: train + held }, () => {
    if (outputs > 1) return whole(0, outputs - 1);
    return loss === "squared" || loss === "huber" ? 2 * draw() - 1 : pick([-1, 1]);
  });
  const examples: Examples = { features, targets };
  return { plan, examples, state: stateOf(plan, initialWeights(network, seed)) };
}

type Made = ReturnType<typeof randomPlan>;

/** The same plan with other activations and another loss. */
export function withNames(
  { plan, ...others }: Made,
  activation: (name: ActivationName, at: number) => ActivationName,
  loss: LossName,
): Made {
  const { layers } = plan.network;
  const hidden = layers.slice(0, -1);
  const network = layered(
    layers[0]!.inputs,
    hidden.map(({ outputs }) => outputs),
    hidden.map((layer, at) => activation(layer.activation, at)),
    layers.at(-1)!.outputs,
  );
  return { plan: { ...plan, network, loss }, ...others };
}
