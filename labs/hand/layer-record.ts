// What one layer did in one batch, copied out of the engine's parts before the next.

import { addProduct } from "../arithmetic/product";
import { type Activation, activations } from "../network/activation";
import { hiddenBefore, keptShare } from "../network/dropout";
import type { Layer } from "../network/network";
import { optimizers } from "../network/optimizer";
import { type Regularization, regularizations } from "../network/regularization";
import type { Plan } from "../run/plan";
import type { Gradient } from "../training/gradient";

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
  /** What dropout multiplies the outputs by; null without dropout. */
  kept: Float64Array | null;
  /** What the next layer is given. */
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
  renewed: Float64Array;
};

/** Copies layer `index`; `old` and `renewed` are the states around the step. */
export function recordLayer(
  plan: Plan,
  { stages, backs, sum }: Gradient,
  index: number,
  places: readonly number[],
  dropKey: number,
  old: Float64Array,
  renewed: Float64Array,
): LayerRecord {
  const { network, drop, decay } = plan;
  const { size } = network;
  const { layer, sums, values } = stages[index]!;
  const { slopes, deltas, turned, firstNeuron } = backs[index]!;
  const { inputs, outputs, weightsAt, biasesAt } = layer;
  const rows = places.length;
  const part = (of: Float64Array, slot = 0) =>
    of.slice(slot * size + weightsAt, slot * size + biasesAt + outputs);
  const ofRows = (of: Float64Array) => of.slice(0, rows * outputs);
  const activation: Activation = activations[layer.activation];
  const bare = new Float64Array(rows * outputs);
  activation.fill(bare, sums.data, bare.length);
  const hidden = hiddenBefore(network);
  const drops = drop > 0 && index < network.layers.length - 1;
  const kept = bare.map((_, at) => {
    const place = places[Math.floor(at / outputs)]! * hidden + firstNeuron;
    return keptShare(dropKey, place + (at % outputs), drop);
  });
  const below = { data: new Float64Array(rows * inputs), at: 0, row: inputs, column: 1 };
  const weights = part(old);
  const turnedWeights = { ...turned.weights, data: weights, at: 0 };
  addProduct(deltas, turnedWeights, below, rows, inputs, outputs);
  const { slope }: Regularization = regularizations[plan.regularization];
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
      at < inputs * outputs ? value + decay * slope(weights[at]!) : value,
    ),
    slots: Array.from({ length: optimizers[plan.optimizer].slots }, (_, slot) => ({
      before: part(old, slot + 1),
      after: part(renewed, slot + 1),
    })),
    renewed: part(renewed),
  };
}
