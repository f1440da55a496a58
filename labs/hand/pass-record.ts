// Every number of one pass, written down while the engine's own parts compute it.

import { shuffled, streamKey, streams } from "../arithmetic/random";
import { type Loss, losses, rowLogOf, targetOf } from "../network/loss";
import { type Filled, fill } from "../network/optimizer";
import type { Examples, Plan, Task } from "../run/plan";
import { createGradient, type Gradient } from "../training/gradient";
import { createMeanLoss } from "../training/mean-loss";
import { createRenewal } from "../training/renewal";
import { createTraining } from "../training/training";
import { type LayerRecord, recordLayer } from "./layer-record";

/** One step of a pass. Arrays are row-major, a row for each example. */
export type BatchRecord = {
  pass: number;
  /** Counted from 1 over the whole run. */
  step: number;
  /** Which training examples these are, from 0. */
  places: readonly number[];
  inputs: Float64Array;
  /** What each score should be: rows × scores. */
  goals: Float64Array;
  /** ln Σ exp(score) of each row; null where the loss does without. */
  rowLogs: Float64Array | null;
  /** The loss of each score, and the mean over the rows. */
  losses: Float64Array;
  meanLoss: number;
  layers: readonly LayerRecord[];
  filled: Filled;
};

/** The loss of each example, the training examples first. */
export type Judged = { each: Float64Array; train: number; test: number };

/** All of one pass: its batches in order, and the losses around it. */
export type PassRecord = {
  plan: Plan;
  pass: number;
  batches: readonly BatchRecord[];
  before: Judged;
  after: Judged;
  /** After the pass. */
  weights: Float64Array;
};

function judged(plan: Plan, examples: Examples, state: Float64Array): Judged {
  const meanLoss = createMeanLoss(plan, examples, state, 32);
  const { train, test } = plan;
  return {
    each: Float64Array.from({ length: train + test }, (_, index) => meanLoss(index, 1)),
    train: meanLoss(0, train),
    test: meanLoss(train, test),
  };
}

/** The state at the start of a pass, by training all before it. */
function stateBefore({ plan, examples, state }: Task, pass: number): Float64Array {
  const before = state.slice();
  if (pass > 1) {
    const curve = new Float32Array(2 * (pass - 1));
    createTraining(plan, examples).train(before, 1, pass - 1, curve);
  }
  return Float64Array.from(before);
}

/** Writes down pass `pass`, counted from 1: a few rows and a small network. */
export function recordPass(task: Task, pass = 1): PassRecord {
  const { plan, examples } = task;
  const { network, batch, train, seed } = plan;
  const state = stateBefore(task, pass);
  const before = judged(plan, examples, state);
  const gradient = createGradient(plan, examples.targets, state, batch);
  const renew = createRenewal(plan, state, gradient.sum);
  const orderKey = streamKey(seed, streams.order, pass);
  const dropKey = streamKey(seed, streams.drop, pass);
  const width = network.layers[0]!.inputs;
  const perPass = Math.ceil(train / batch);
  const batches = Array.from({ length: perPass }, (_, index): BatchRecord => {
    const from = index * batch;
    const rows = Math.min(batch, train - from);
    const step = (pass - 1) * perPass + index + 1;
    const places = Array.from({ length: rows }, (_, row) =>
      shuffled(from + row, train, orderKey),
    );
    gradient.places.set(places);
    places.forEach((place, row) => {
      const features = examples.features.subarray(place * width, (place + 1) * width);
      gradient.inputs.data.set(features, row * width);
    });
    gradient.sum.fill(0);
    gradient.add(rows, 1 / rows, dropKey);
    const old = state.slice();
    renew(step);
    const filled: Filled = { tenth: 0, thousandth: 0 };
    fill(filled, step);
    return {
      pass,
      step,
      places,
      inputs: gradient.inputs.data.slice(0, rows * width),
      ...lossesOf(plan, examples.targets, places, gradient),
      layers: network.layers.map((_, index) =>
        recordLayer(plan, gradient, index, places, dropKey, old, state),
      ),
      filled,
    };
  });
  const after = judged(plan, examples, state);
  return { plan, pass, batches, before, after, weights: state.slice(0, network.size) };
}

/** The losses of the batch that the gradient was last given. */
function lossesOf(
  plan: Plan,
  targets: Float32Array,
  places: readonly number[],
  { stages }: Gradient,
) {
  const loss: Loss = losses[plan.loss];
  const { values, layer } = stages.at(-1)!;
  const { outputs } = layer;
  const scores = values.data.subarray(0, places.length * outputs);
  const rowOf = (at: number) => Math.floor(at / outputs);
  const goals = scores.map((_, at) =>
    targetOf(targets[places[rowOf(at)]!]!, at % outputs, outputs),
  );
  const logs = places.map((_, row) => rowLogOf(scores, row * outputs, outputs));
  const each = scores.map((score, at) =>
    loss.value(score, goals[at]!, loss.needsRowLog ? logs[rowOf(at)] : 0),
  );
  return {
    goals,
    rowLogs: loss.needsRowLog ? Float64Array.from(logs) : null,
    losses: each,
    meanLoss: each.reduce((sum, value) => sum + value, 0) / places.length,
  };
}
