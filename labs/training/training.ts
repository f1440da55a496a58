import { shuffled, streamKey, streams } from "@/labs/arithmetic/random";
import {
  type BiasCorrection,
  correctBias,
  type Optimizer,
  optimizers,
} from "@/labs/network/optimizer";
import { type Regularization, regularizations } from "@/labs/network/regularization";
import { type Examples, type Plan, planOf, stateSize } from "@/labs/run/plan";
import type { Run } from "@/labs/run/run";
import { createGradient } from "./gradient";
import { createMeanLoss } from "./score";

// Trains a plan in plain loops: the CPU kernel of the engine, and what a receipt replays.
// Sums are in double precision and every updated weight is rounded to single, so that a
// state handed on as f32 goes on exactly where it stopped.

/** How many rows go through the layers at once: they fit a processor's nearest memory. */
const block = 32;

/** The loss that stands for a pass after which the numbers were no longer finite. */
export const noLoss = -1;

/** The CPU's training of one plan on its examples. It keeps no state between calls. */
export type Training = {
  /** The mean loss of `count` examples from example `from` on. */
  meanLoss(state: Float32Array, from: number, count: number): number;
  /**
   * Trains passes `first` … `first + count − 1`, counted from 1, and updates `state` in
   * place. The train and test loss after each pass go to `curve`, two numbers a pass; once
   * a weight or a loss is not a finite number in f32, they are `noLoss`.
   */
  train(state: Float32Array, first: number, count: number, curve: Float32Array): void;
};

/** Prepares a training with all its memory: `train` and `meanLoss` allocate none. */
export function createTraining(plan: Plan, examples: Examples): Training {
  const { network, batch, train, test, seed } = plan;
  const { inputs } = network.layers[0]!;
  const { features } = examples;
  const numbers = new Float64Array(stateSize(plan));
  const meanLoss = createMeanLoss(plan, examples, numbers, block);
  const gradient = createGradient(plan, examples.targets, numbers, block);
  const update = createUpdate(plan, numbers, gradient.sum);
  const stepsPerPass = Math.ceil(train / batch);

  /** Fetches the examples at `rows` positions, from `from` on, of a pass's order. */
  function fetchRows(from: number, rows: number, key: number) {
    for (let row = 0, k = 0; row < rows; row += 1) {
      const place = shuffled(from + row, train, key);
      gradient.places[row] = place;
      for (let i = 0; i < inputs; i += 1, k += 1) {
        gradient.inputs.data[k] = features[place * inputs + i]!;
      }
    }
  }

  function trainPass(pass: number) {
    const orderKey = streamKey(seed, streams.order, pass);
    const dropKey = streamKey(seed, streams.drop, pass);
    let step = (pass - 1) * stepsPerPass;
    for (let from = 0; from < train; from += batch) {
      const count = Math.min(batch, train - from);
      gradient.sum.fill(0);
      for (let at = from; at < from + count; at += block) {
        const rows = Math.min(block, from + count - at);
        fetchRows(at, rows, orderKey);
        gradient.add(rows, 1 / count, dropKey);
      }
      step += 1;
      update(step);
    }
  }

  function allFinite() {
    for (let at = 0; at < network.size; at += 1) {
      if (!Number.isFinite(numbers[at]!)) return false;
    }
    return true;
  }

  return {
    meanLoss(state, from, count) {
      numbers.set(state);
      return meanLoss(from, count);
    },
    train(state, first, count, curve) {
      numbers.set(state);
      let alive = allFinite();
      for (let pass = 0; pass < count; pass += 1) {
        if (alive) trainPass(first + pass);
        const trainLoss = Math.fround(meanLoss(0, train));
        const testLoss = Math.fround(meanLoss(train, test));
        alive &&= allFinite() && Number.isFinite(trainLoss + testLoss);
        curve[2 * pass] = alive ? trainLoss : noLoss;
        curve[2 * pass + 1] = alive ? testLoss : noLoss;
      }
      state.set(numbers);
    },
  };
}

/**
 * The mean loss of the training points and of the test points once the network has seen
 * the whole training set `pass` times. Pass 0 is the network before any training.
 */
export type Pass = { pass: number; trainLoss: number; testLoss: number };

// The start of a run: its examples, its weights, and the losses before any pass.

/** Draws the examples and the first weights. Throws where the run's file is missing. */
export function startOf(run: Run) {
  const { sample, plan, examples, state } = planOf(run);
  const { meanLoss } = createTraining(plan, examples);
  return {
    sample,
    weights: state.slice(0, plan.network.size),
    pass: {
      pass: 0,
      trainLoss: meanLoss(state, 0, plan.train),
      testLoss: meanLoss(state, plan.train, plan.test),
    },
  };
}

// One step: the weights and the optimizer's slots updated from a gradient.

/**
 * Gives the function that updates `state` (weights, then slots) in place from the mean
 * gradient of a batch; `step` counts the steps of the run from 1. Whatever is kept is
 * rounded to single precision.
 */
export function createUpdate(plan: Plan, state: Float64Array, gradient: Float64Array) {
  const { network, rate, decay } = plan;
  const { size } = network;
  const { first, second, change, slots }: Optimizer = optimizers[plan.optimizer];
  const { slope }: Regularization = regularizations[plan.regularization];
  const decays = new Float64Array(size);
  for (const { weightsAt, biasesAt } of network.layers) {
    decays.fill(decay, weightsAt, biasesAt);
  }
  const correction: BiasCorrection = { tenth: 0, thousandth: 0 };
  return (step: number) => {
    correctBias(correction, step);
    for (let at = 0; at < size; at += 1) {
      const weight = state[at]!;
      const full = gradient[at]! + decays[at]! * slope(weight);
      let mean = 0;
      let spread = 0;
      if (slots.length > 0) {
        mean = Math.fround(first(full, state[at + size]!));
        state[at + size] = mean;
      }
      if (slots.length > 1) {
        spread = Math.fround(second(full, state[at + 2 * size]!));
        state[at + 2 * size] = spread;
      }
      state[at] = Math.fround(weight - rate * change(full, mean, spread, correction));
    }
  };
}
