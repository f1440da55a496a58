// How a shader names its numbers and shares out its work.
import { hiddenBefore } from "@/labs/network/dropout";
import type { Plan } from "@/labs/run/plan";
import type { Address, Memory } from "./memory";

export type Writer = {
  plan: Plan;
  memory: Memory;
  /** The threads of the one workgroup. */
  lanes: number;
  /** How many rows a lane takes through a layer together. */
  rowsAtOnce: number;
  /** Elements of the arrays in memory, as WGSL; `index` is WGSL too. */
  weight(index: string): string;
  slot(index: string): string;
  /** Null where a batch is one tile, whose gradient is used as soon as it is there. */
  gradient: ((index: string) => string) | null;
  /** Of a layer's block, rows × outputs; layer −1 is the inputs. */
  value(layer: number, index: string): string;
  delta(layer: number, index: string): string;
  /** Waits until every lane's numbers are there for all. */
  barrier: string;
};

const element = ({ shared, at }: Address, index: string, offset = 0) =>
  `${shared ? "memory" : "result"}[${at + offset} + ${index}]`;

export function createWriter(
  plan: Plan,
  memory: Memory,
  lanes: number,
  rowsAtOnce: number,
): Writer {
  const { network } = plan;
  const { inputs } = network.layers[0]!;
  const { weights, slots, gradient, values, deltas, rows, tile } = memory;
  const inBuffer = [weights, values, deltas].some(({ shared }) => !shared);
  return {
    plan,
    memory,
    lanes,
    rowsAtOnce,
    weight: (index) => element(weights, index),
    slot: (index) => element(slots, index),
    gradient: gradient && ((index) => element(gradient, index)),
    value: (layer, index) =>
      element(
        values,
        index,
        layer < 0 ? 0 : rows * (inputs + hiddenBefore(network, layer)),
      ),
    delta: (layer, index) => element(deltas, index, tile * hiddenBefore(network, layer)),
    barrier: `workgroupBarrier();${inBuffer ? " storageBarrier();" : ""}`,
  };
}

/** A loop over `k` = 0 … `count` − 1, shared out among the lanes. */
export const shareOut = (
  { lanes }: Writer,
  count: number | string,
  body: string,
  k = "k",
) => `for (var ${k} = lane; ${k} < ${count}; ${k} += ${lanes}) {\n${body}\n}`;

/** A loop of one lane. */
export const loop = (name: string, count: number | string, body: string) =>
  `for (var ${name} = 0; ${name} < ${count}; ${name} += 1) {\n${body}\n}`;
