import { depthOf } from "../network/network";
import type { Plan } from "../run/plan";
import { stateSize } from "../run/state";
import type { Address } from "./program";
import type { Writer } from "./program-writer";

// Where a program keeps its numbers. Rows of examples stand side by side in lanes: the numbers
// of one neuron for all rows of a block, then those of the next, each a whole count of four.

/** The bytes of a number, and of four of them. */
export const single = 4;
export const four = 16;

/** A place that is known here. */
export const fixed = (offset: number): Address => ({ base: null, offset });

/** Up to so many rows go through the layers at once: they fit a processor's nearest memory. */
const mostRows = 32;

/** The most passes of one call: the length of the memory for their losses. */
export const mostPasses = 1024;

/** A block of rows on its way through the layers. */
export type Block = {
  /** A quarter of its rows. */
  vectors: number;
  /** The inputs, and each layer's outputs. */
  inputs: Address;
  values: readonly number[];
  /** Room for the inputs of one window of a convolution. */
  window: number;
};

/** Examples that are measured, block by block, each block as `Block` has them. */
export type MeasuredSet = {
  count: number;
  blocks: number;
  features: number;
  targets: number;
  /** All bits for an example, none for a row that only fills a block up. */
  masks: number;
  /** Where its mean loss is left, in all lanes. */
  loss: number;
};

export type Layout = ReturnType<typeof layOut>;

/** How many blocks of `vectors` times four rows hold `count` rows. */
const blocksOf = (count: number, vectors: number) => Math.ceil(count / (4 * vectors));

/** The size of blocks for sets of these sizes: large, and with few rows that only fill up. */
function bestVectors(counts: readonly number[]): number {
  const cost = (vectors: number) =>
    counts.reduce((sum, count) => sum + blocksOf(count, vectors) * (vectors + 0.5), 0);
  return [8, 6, 4, 2].reduce((best, next) => (cost(next) < cost(best) ? next : best));
}

/** Reserves memory for a plan. Places are in bytes. */
export function layOut(plan: Plan, { reserve, countedFrom0 }: Writer) {
  const { network, batch, train, held } = plan;
  const first = network.layers[0]!;
  const { inputs } = first;
  const size = network.size;
  // Four behind each list, so that its end may be read and written by fours.
  const list = (length: number) => reserve((length + 4) * single);
  const slots = stateSize(plan) / size - 1;
  const blocks = Math.ceil(batch / mostRows);
  const batchVectors = Math.ceil(Math.ceil(batch / blocks) / 4);
  const setVectors = bestVectors([train, held]);
  const setOf = (count: number): MeasuredSet => {
    const held = blocksOf(count, setVectors);
    const rows = held * setVectors * four;
    return {
      count,
      blocks: held,
      features: reserve(inputs * rows),
      targets: reserve(rows),
      masks: reserve(rows),
      loss: reserve(four),
    };
  };
  const rowsOf = (vectors: number) => ({
    vectors,
    values: network.layers.map(({ outputs }) => reserve(outputs * vectors * four)),
    window: first.kind === "dense" ? 0 : reserve(depthOf(first) * vectors * four),
  });
  const batchRow = batchVectors * four;
  return {
    weights: list(size),
    slots: Array.from({ length: slots }, () => list(size)),
    gradient: list(size),
    /** The strength of the regularization for each weight: 0 for biases. */
    decays: list(size),
    /** The training examples row by row, and their targets. */
    features: list(train * inputs),
    targets: list(train),
    /** The whole numbers from 0 on, and which example comes there in a pass. */
    positions: countedFrom0(Math.max(Math.ceil(train / 4), batchVectors)),
    order: reserve(Math.ceil(train / 4) * four + batchRow),
    /** The key in all lanes by which a pass drops out, and one part of its batch. */
    dropKey: reserve(four),
    share: reserve(four),
    batch: {
      ...rowsOf(batchVectors),
      inputs: fixed(reserve(inputs * batchRow)),
      /** How many blocks a batch is taken in. */
      blocks,
      /** Which example each row is, its target, and all bits where it is one. */
      places: reserve(batchRow),
      targets: reserve(batchRow),
      masks: reserve(batchRow),
      /** Slopes of the activations on the way forward, of the loss on the way back. */
      deltas: network.layers.map(({ outputs }) => reserve(outputs * batchRow)),
    },
    measured: {
      ...rowsOf(setVectors),
      train: setOf(train),
      held: setOf(held),
    },
    /** The losses after each pass of a call, two numbers a pass. */
    curve: reserve(2 * mostPasses * single),
  };
}
