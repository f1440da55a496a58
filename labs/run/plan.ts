import { gridOf, outputsOf, type Sample, sampleOf, widthOf } from "@/labs/data/sample";
import type { LossName } from "@/labs/network/loss";
import {
  convolutionLayers,
  initialWeights,
  layered,
  type Network,
} from "@/labs/network/network";
import type { OptimizerName } from "@/labs/network/optimizer";
import type { RegularizationName } from "@/labs/network/regularization";
import type { DeviceWish, Run } from "./run";
import { stateOf } from "./state";

// A run as numbers: what every kernel trains, whatever the numbers stand for.

/** All that decides a training, beside its examples. */
export type Plan = {
  network: Network;
  loss: LossName;
  optimizer: OptimizerName;
  regularization: RegularizationName;
  /** The strength of the regularization. */
  decay: number;
  /**
   * The share of hidden outputs left out at each step; the others grow by 1 / (1 − drop).
   */
  drop: number;
  rate: number;
  /** Examples per step: 1 … `train`. */
  batch: number;
  /** Decides the order of the examples and what drops out. */
  seed: number;
  /** How many examples train, and how many are only asked: those of the `heldSet`. */
  train: number;
  held: number;
};

/**
 * The examples of a plan: first those that train, then those held out. `features` is
 * row-major, one row each; `targets` holds a number each: see `targetOf`.
 */
export type Examples = { features: Float32Array; targets: Float32Array };

/** A plan with all it starts from: whatever trains it needs nothing else. */
export type Task = {
  plan: Plan;
  examples: Examples;
  /** Before the first pass: see `stateOf`. */
  state: Float32Array;
  passes: number;
  device: DeviceWish;
};

// A run made ready to train: the only way from what a link says to what kernels read.

/** The network of a run: its hidden layers, then an output for each score. */
export function networkOf(run: Run): Network {
  const grid = gridOf(run);
  const [first = "linear"] = run.activations;
  const before = grid ? convolutionLayers(grid, run, first) : [];
  return layered(widthOf(run), run.layers, run.activations, outputsOf(run), before);
}

/** The weights that a run starts from: those of its seed, but for what was typed. */
export function startWeights(run: Run, network = networkOf(run)): Float32Array {
  const weights = initialWeights(network, run.seed, run.initialization);
  for (const { at, value } of run.edits) if (at < network.size) weights[at] = value;
  return weights;
}

/** A run as numbers; `sample` holds what its examples stand for. */
export function planOf(run: Run): Task & { sample: Sample } {
  const sample = sampleOf(run);
  const { features, targets, train, held } = sample;
  const network = networkOf(run);
  const { loss, optimizer, regularization, decay, drop, rate, seed } = run;
  const plan: Plan = {
    network,
    loss,
    optimizer,
    regularization,
    decay,
    drop,
    rate,
    batch: Math.min(run.batch, train),
    seed,
    train,
    held,
  };
  return {
    sample,
    plan,
    examples: { features, targets },
    state: stateOf(plan, startWeights(run, network)),
    passes: run.passes,
    device: run.device,
  };
}
