import type { Sample } from "@/labs/data/sample";
import { lossOf } from "@/labs/network/curves";
import type { LossName } from "@/labs/network/loss";
import type { Network } from "@/labs/network/network";
import type { Examples, Plan } from "@/labs/run/plan";
import type { Run } from "@/labs/run/run";
import { forward, matrixOf, stagesOf } from "./forward";

// A trained network's answers to examples, and how often they are right.

/** A network that has come some way in its training. */
export type TrainedRun = { run: Run; sample: Sample; weights: Float32Array };

/** The scores of rows of features, row-major: rows × outputs. */
export function scoresOf(
  network: Network,
  weights: Float32Array,
  features: Float32Array,
): Float64Array {
  const { inputs } = network.layers[0]!;
  const rows = features.length / inputs;
  const stages = stagesOf(network, Float64Array.from(weights), rows);
  forward(stages, matrixOf(Float64Array.from(features), inputs), rows);
  return stages.at(-1)!.values.data;
}

/** Stands for a class where a score is no number: of none, and not the right one. */
export const noClass = -2;

/**
 * The class that each row of scores stands for, as targets name it: −1 or +1 with one
 * output, else the output that scores highest, from 0; `noClass` where one is NaN.
 */
export function classesOf(scores: Float64Array, outputs: number): Int32Array {
  const named = new Int32Array(scores.length / outputs);
  for (let row = 0; row < named.length; row += 1) {
    const at = row * outputs;
    let best = 0;
    for (let o = 0; o < outputs && best !== noClass; o += 1) {
      const score = scores[at + o]!;
      if (Number.isNaN(score)) best = noClass;
      else if (score > scores[at + best]!) best = o;
    }
    if (outputs === 1 && best === 0) best = scores[at]! > 0 ? 1 : -1;
    named[row] = best;
  }
  return named;
}

/** The class named for each of some examples, and the share that is right: 0 to 1. */
export function answersTo(
  { features, targets }: Examples,
  network: Network,
  weights: Float32Array,
) {
  const { outputs } = network.layers.at(-1)!;
  const scores = scoresOf(network, weights, features);
  const classes = classesOf(scores, outputs);
  const right = classes.reduce((sum, one, at) => sum + (one === targets[at] ? 1 : 0), 0);
  return { scores, classes, targets, accuracy: right / targets.length };
}

/** The mean loss over some targets of a network with one output that always puts out 0. */
export function naiveLoss({ targets }: Pick<Examples, "targets">, name: LossName) {
  const loss = lossOf(name, new Float64Array(targets.length));
  const each = loss.values(targets.length, (row) => targets[row]!);
  return each.reduce((sum, value) => sum + value, 0) / targets.length;
}

/** The part of a plan that decides how wrong a network is on an example. */
export type LossPlan = Pick<Plan, "network" | "loss">;

/**
 * Gives a function for the mean loss of `count` examples from example `from` on. It reads
 * `weights` anew at each call, takes `block` rows at a time and allocates nothing.
 */
export function createMeanLoss(
  plan: LossPlan,
  { features, targets }: Examples,
  weights: Float64Array,
  block: number,
) {
  const { network } = plan;
  const { inputs } = network.layers[0]!;
  const { outputs } = network.layers.at(-1)!;
  const stages = stagesOf(network, weights, block);
  const loss = lossOf(plan.loss, stages.at(-1)!.values.data, outputs);
  const rowsOfInputs = matrixOf(Float64Array.from(features), inputs);
  let first = 0;
  const targetAt = (row: number) => targets[first + row]!;
  return (from: number, count: number) => {
    let sum = 0;
    for (let at = from; at < from + count; at += block) {
      const rows = Math.min(block, from + count - at);
      rowsOfInputs.at = at * inputs;
      forward(stages, rowsOfInputs, rows);
      first = at;
      const each = loss.values(rows, targetAt);
      for (let k = 0; k < rows * outputs; k += 1) sum += each[k]!;
    }
    return sum / count;
  };
}

/** How many rows go through the layers at once: they fit a processor's nearest memory. */
export const mostRows = 32;

/**
 * The mean loss of the training and of the held examples, in double precision: so pass 0 of
 * a run and the weights that goals look at are evaluated, whichever arithmetic trains.
 */
export function meanLosses(plan: Plan, examples: Examples, weights: Float32Array) {
  const { train, held } = plan;
  const meanLoss = createMeanLoss(plan, examples, Float64Array.from(weights), mostRows);
  return { trainLoss: meanLoss(0, train), heldLoss: meanLoss(train, held) };
}

/** The mean loss of some examples, evaluated as those of `meanLosses`. */
export function lossOn(
  examples: Examples,
  plan: LossPlan,
  weights: Float32Array,
): number {
  const meanLoss = createMeanLoss(plan, examples, Float64Array.from(weights), mostRows);
  return meanLoss(0, examples.targets.length);
}
