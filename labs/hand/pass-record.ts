import { addProduct } from "@/labs/arithmetic/product";
import { shuffled, streamKey, streams } from "@/labs/arithmetic/random";
import { evaluatorOf } from "@/labs/formula/evaluate";
import {
  activationOf,
  lossCurve,
  lossOf,
  regularizationCurve,
} from "@/labs/network/curves";
import type { Layer } from "@/labs/network/network";
import { type BiasCorrection, correctBias, optimizers } from "@/labs/network/optimizer";
import { hiddenBefore, keptShare } from "@/labs/network/regularization";
import type { Examples, Plan, Task } from "@/labs/run/plan";
import { createGradient, type Gradient } from "@/labs/training/gradient";
import { createTraining, createUpdate } from "@/labs/training/loops";
import { createMeanLoss } from "@/labs/training/score";

// Every number of one pass, written down while the loops of `training/` compute it in double
// precision: a lab's own training rounds on its way, and differs in the last digits.

/** One step of a pass. Arrays are row-major, a row for each example. */
export type BatchRecord = {
  pass: number;
  /** Counted from 1 over the whole run. */
  step: number;
  /** Which training examples these are, from 0. */
  places: readonly number[];
  inputs: Float64Array;
  /** The target of each score: rows × scores. */
  goals: Float64Array;
  /** ln Σ exp(score) of each row; null where the loss does without. */
  rowLogs: Float64Array | null;
  /** The loss of each score, and the mean over the rows. */
  losses: Float64Array;
  meanLoss: number;
  layers: readonly LayerRecord[];
  correction: BiasCorrection;
};

/** The loss of each example that is open, the training examples first. */
type Judged = { each: Float64Array; train: number; held: number };

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
  const { train, held } = plan;
  return {
    each: Float64Array.from({ length: train + held }, (_, index) => meanLoss(index, 1)),
    train: meanLoss(0, train),
    held: meanLoss(train, held),
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
  const update = createUpdate(plan, state, gradient.sum);
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
    update(step);
    const correction: BiasCorrection = { tenth: 0, thousandth: 0 };
    correctBias(correction, step);
    return {
      pass,
      step,
      places,
      inputs: gradient.inputs.data.slice(0, rows * width),
      ...lossesOf(plan, examples.targets, places, gradient),
      layers: network.layers.map((_, index) =>
        recordLayer(plan, gradient, index, places, dropKey, old, state),
      ),
      correction,
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
  const { values, layer } = stages.at(-1)!;
  const { outputs } = layer;
  const scores = values.data.subarray(0, places.length * outputs);
  const loss = lossOf(plan.loss, scores, outputs);
  const losses = loss.values(places.length, (row) => targets[places[row]!]!);
  const { needsRowLog } = lossCurve(plan.loss);
  return {
    goals: loss.goals,
    rowLogs: needsRowLog ? loss.rowLogs.filter((_, at) => at % outputs === 0) : null,
    losses,
    meanLoss: losses.reduce((sum, value) => sum + value, 0) / places.length,
  };
}

// One layer in one batch, copied before the next batch overwrites it.

/**
 * One layer in one batch. Arrays are row-major: of rows × outputs or, where they follow
 * the weights, of (inputs + 1) × outputs with the biases in the last row.
 */
export type LayerRecord = {
  layer: Layer;
  weights: Float64Array;
  sums: Float64Array;
  /** The activation's outputs, before any dropout. */
  outputs: Float64Array;
  /** Dropout's factors of the outputs; null without dropout. */
  kept: Float64Array | null;
  /** The inputs of the next layer. */
  values: Float64Array;
  /** The derivatives of `values` with respect to `sums`. */
  slopes: Float64Array;
  /** The derivatives of the batch's mean loss with respect to `sums`. */
  deltas: Float64Array;
  /** The same with respect to the inputs of the layer: rows × inputs. */
  back: Float64Array;
  gradient: Float64Array;
  /** The gradient with the regularization's part. */
  full: Float64Array;
  /** Each slot of the optimizer before and after the step. */
  slots: readonly { before: Float64Array; after: Float64Array }[];
  updated: Float64Array;
};

/** Copies layer `index`; `old` and `updated` are the states around the step. */
function recordLayer(
  plan: Plan,
  { stages, backs, sum }: Gradient,
  index: number,
  places: readonly number[],
  dropKey: number,
  old: Float64Array,
  updated: Float64Array,
): LayerRecord {
  const { network, drop, decay } = plan;
  const { size } = network;
  const { layer, sums, values } = stages[index]!;
  const { slopes, deltas, transposed, firstNeuron } = backs[index]!;
  const { inputs, outputs, weightsAt, biasesAt } = layer;
  const rows = places.length;
  const part = (of: Float64Array, slot = 0) =>
    of.slice(slot * size + weightsAt, slot * size + biasesAt + outputs);
  const ofRows = (of: Float64Array) => of.slice(0, rows * outputs);
  const bare = new Float64Array(rows * outputs);
  activationOf(layer.activation, sums.data, bare).fill(bare.length);
  const hidden = hiddenBefore(network);
  const drops = drop > 0 && index < network.layers.length - 1;
  const kept = bare.map((_, at) => {
    const place = places[Math.floor(at / outputs)]! * hidden + firstNeuron;
    return keptShare(dropKey, place + (at % outputs), drop);
  });
  const below = { data: new Float64Array(rows * inputs), at: 0, row: inputs, column: 1 };
  const weights = part(old);
  const transposedWeights = { ...transposed.weights, data: weights, at: 0 };
  addProduct(deltas, transposedWeights, below, rows, inputs, outputs);
  const penalty = evaluatorOf(regularizationCurve(plan.regularization).slope, ["w"]);
  const gradient = part(sum);
  return {
    layer,
    weights,
    sums: ofRows(sums.data),
    outputs: bare,
    kept: drops ? kept : null,
    values: ofRows(values.data),
    slopes: ofRows(slopes),
    deltas: ofRows(deltas.data),
    back: below.data,
    gradient,
    full: gradient.map((value, at) =>
      at < inputs * outputs ? value + decay * penalty([weights[at]!]) : value,
    ),
    slots: Array.from({ length: optimizers[plan.optimizer].slots.length }, (_, slot) => ({
      before: part(old, slot + 1),
      after: part(updated, slot + 1),
    })),
    updated: part(updated),
  };
}
