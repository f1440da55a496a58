// Where a kernel keeps its numbers: workgroup memory is quick and small, the output buffer
// large and slow.
import type { Network } from "@/labs/network/network";
import type { Plan } from "@/labs/run/plan";
import { stateSize } from "@/labs/run/state";

/** An array of f32: in workgroup memory, or in the output buffer, from `at` on. */
export type Address = { shared: boolean; at: number };

export type Memory = {
  /** How many rows go through the layers at once, in training and in measuring losses. */
  tile: number;
  rows: number;
  weights: Address;
  /** The optimizer's numbers, as they stand in the state. */
  slots: Address;
  /** The sum of a batch's gradient, where a batch takes several tiles. */
  gradient: Address | null;
  /** Room for `rows` rows of the inputs, then of every layer's outputs, and so on. */
  values: Address;
  /** Room for `tile` rows of every layer's deltas. */
  deltas: Address;
  /** How many f32 are needed of the workgroup's memory, and of the output's end. */
  shared: number;
  scratch: number;
};

/** More rows at once would only wait for the same lanes. */
export const mostRows = 32;
const fewestRows = 8;

const neuronsOf = ({ layers }: Network) =>
  layers.reduce((sum, { outputs }) => sum + outputs, 0);

/**
 * Lays out a plan for `room` f32 of workgroup memory: values and deltas of some rows first,
 * then the weights, the gradient and the slots, as far as there is room. `end` is the
 * length of the state and the curve in the output; scratch follows it.
 */
export function layOut(plan: Plan, room: number, end: number): Memory {
  const { network, batch } = plan;
  const { size } = network;
  const neurons = neuronsOf(network);
  const width = neurons + network.layers[0]!.inputs;
  const rowsBeside = (taken: number) => Math.floor((room - taken) / (width + neurons));
  const wanted = Math.min(batch, mostRows);
  const enough = Math.min(wanted, fewestRows);
  const beside = rowsBeside(size) >= enough ? size : 0;
  const fitting = Math.min(rowsBeside(beside), wanted);
  const tile = fitting >= 1 ? fitting : wanted;
  const left = room - beside - tile * (width + neurons);
  const rows = Math.min(tile + Math.max(Math.floor(left / width), 0), mostRows);

  let shared = 0;
  let scratch = 0;
  const put = (length: number, otherwise?: number): Address => {
    if (shared + length <= room) {
      shared += length;
      return { shared: true, at: shared - length };
    }
    if (otherwise !== undefined) return { shared: false, at: otherwise };
    scratch += length;
    return { shared: false, at: end + scratch - length };
  };
  const values = put(rows * width);
  const deltas = put(tile * neurons);
  const weights = put(size, 0);
  const gradient = tile < batch ? put(size) : null;
  const slots = put(stateSize(plan) - size, size);
  return { tile, rows, weights, slots, gradient, values, deltas, shared, scratch };
}
