import { shuffled, streamKey, streams } from "@/labs/arithmetic/random";
import { curveOf } from "@/labs/formula/curve";
import { fillerOf } from "@/labs/formula/evaluate";
import { regularizationCurve } from "@/labs/network/curves";
import {
  type BiasCorrection,
  correctBias,
  type Optimizer,
  optimizers,
} from "@/labs/network/optimizer";
import type { Examples, Plan } from "@/labs/run/plan";
import { stateSize } from "@/labs/run/state";
import { createGradient } from "./gradient";
import { createMeanLoss, mostRows } from "./score";
import { noLoss, type Training } from "./training";

// Trains a plan in plain loops, as labs did once: receipts of that time are checked by them,
// and the hand lab shows their numbers. Sums are in double precision and every updated weight
// is rounded to single, so that a state handed on as f32 goes on exactly where it stopped.

/** Prepares a training with all its memory: see `BeginTraining`. */
export function createTraining(plan: Plan, examples: Examples): Training {
  const { network, batch, train, held, seed } = plan;
  const { inputs } = network.layers[0]!;
  const { features } = examples;
  const numbers = new Float64Array(stateSize(plan));
  const meanLoss = createMeanLoss(plan, examples, numbers, mostRows);
  const gradient = createGradient(plan, examples.targets, numbers, mostRows);
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
      for (let at = from; at < from + count; at += mostRows) {
        const rows = Math.min(mostRows, from + count - at);
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

  const losses = () => ({
    trainLoss: Math.fround(meanLoss(0, train)),
    heldLoss: Math.fround(meanLoss(train, held)),
  });

  return {
    losses(state) {
      numbers.set(state);
      return losses();
    },
    train(state, first, count, curve) {
      numbers.set(state);
      let alive = allFinite();
      for (let pass = 0; pass < count; pass += 1) {
        if (alive) trainPass(first + pass);
        const { trainLoss, heldLoss } = losses();
        alive &&= allFinite() && Number.isFinite(trainLoss + heldLoss);
        curve[2 * pass] = alive ? trainLoss : noLoss;
        curve[2 * pass + 1] = alive ? heldLoss : noLoss;
      }
      state.set(numbers);
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
  const { formula, slots }: Optimizer = optimizers[plan.optimizer];
  const names = [
    "g",
    ...slots.map(({ symbol }) => symbol),
    "tenth",
    "thousandth",
  ] as const;
  const filler = (text: string) => fillerOf(curveOf(asThen(text), names).value, names);
  const renew = slots.map((slot) => filler(slot.formula));
  const fillChange = filler(formula);
  const fillPenalty = fillerOf(regularizationCurve(plan.regularization).slope, ["w"]);
  const weights = state.subarray(0, size);
  const kept = slots.map((_, slot) =>
    state.subarray((slot + 1) * size, (slot + 2) * size),
  );
  const [full, change] = [new Float64Array(size), new Float64Array(size)];
  const [tenths, thousandths] = [new Float64Array(size), new Float64Array(size)];
  const columns = [full, ...kept, tenths, thousandths];
  const decays = new Float64Array(size);
  for (const { weightsAt, biasesAt } of network.layers) {
    decays.fill(decay, weightsAt, biasesAt);
  }
  const correction: BiasCorrection = { tenth: 0, thousandth: 0 };
  return (step: number) => {
    correctBias(correction, step);
    tenths.fill(correction.tenth);
    thousandths.fill(correction.thousandth);
    fillPenalty(full, [weights], size);
    for (let at = 0; at < size; at += 1) {
      full[at] = gradient[at]! + decays[at]! * full[at]!;
    }
    renew.forEach((fill, slot) => {
      const numbers = kept[slot]!;
      fill(numbers, columns, size);
      for (let at = 0; at < size; at += 1) numbers[at] = Math.fround(numbers[at]!);
    });
    fillChange(change, columns, size);
    for (let at = 0; at < size; at += 1) {
      weights[at] = Math.fround(weights[at]! - rate * change[at]!);
    }
  };
}

/** A formula as the loops computed it: 0.1 × g × g from the left, not 0.1 × g². */
const asThen = (formula: string) => formula.replace("g^2", "g * g");
