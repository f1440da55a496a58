// A run made ready to train: the only way from what a link says to what kernels read.
import { initialWeights, layered, type Network } from "./network";
import { type Plan, stateOf, type Task } from "./plan";
import type { Run } from "./run";
import { outputsOf, type Sample, sampleOf, widthOf } from "./sample";

/** The network of a run: its hidden layers, then an output for each score. */
export function networkOf(run: Run): Network {
  return layered(widthOf(run), run.layers, run.activations, outputsOf(run));
}

/** The weights that a run starts from: those of its seed, but for what was typed. */
export function startWeights(run: Run, network = networkOf(run)): Float32Array {
  const weights = initialWeights(network, run.seed);
  for (const { at, value } of run.edits) if (at < network.size) weights[at] = value;
  return weights;
}

/** A run as numbers; `sample` holds what its examples stand for. */
export function planOf(run: Run): Task & { sample: Sample } {
  const sample = sampleOf(run);
  const { features, targets, train, test } = sample;
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
    test,
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
