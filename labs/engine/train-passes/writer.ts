import { hiddenBefore } from "@/labs/network/regularization";
import type { Plan } from "@/labs/run/plan";
import type { Address, Memory } from "./memory";

// How a shader names its numbers and shares out its work.

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

// The inner loop of all stages, as WGSL.

/** Up to so many turns of a loop are written out one by one. */
const mostTurns = 16;

/** A loop over a number known here; most of it without a loop's own work. */
function unrolled(count: number, body: (index: string) => string): string {
  const turns = (from: string, length: number) =>
    Array.from({ length }, (_, at) => `{ ${body(`${from}${at}`)} }`).join("\n");
  if (count <= mostTurns) return turns("", count);
  const whole = count - (count % 8);
  const rest = count % 8 === 0 ? "" : `let n = ${whole};\n${turns("n + ", count % 8)}`;
  return `for (var n = 0; n < ${whole}; n += 8) {\n${turns("n + ", 8)}\n}\n${rest}`;
}

/**
 * For each of `columns` columns of some rows, `rowsAtOnce` rows in one lane: `load` gives
 * the factor that the rows share and `term` what one `row` has of it, for each index of
 * `depth`; `begin` is what a sum starts from, and `end` uses `row`, `column`, `k` (the
 * place row by row) and `sum`.
 */
export function sumRows(
  writer: Writer,
  columns: number,
  depth: number,
  {
    begin,
    load,
    term,
    end,
  }: {
    begin: string;
    load(index: string): string;
    term(row: string, index: string): string;
    end: string;
  },
): string {
  const { rowsAtOnce } = writer;
  const each = (body: (at: number) => string) =>
    Array.from({ length: rowsAtOnce }, (_, at) => body(at)).join("\n");
  const body = /* wgsl */ `
    let first = k_item / ${columns} * ${rowsAtOnce};
    let column = k_item % ${columns};
    let start = ${begin};
    ${each((at) => `let row${at} = min(first + ${at}, rows - 1); var sum${at} = start;`)}
    ${unrolled(depth, (index) => {
      const sums = each(
        (at) => `sum${at} += ${term(`row${at}`, index)} * shared_factor;`,
      );
      return `let shared_factor = ${load(index)};\n${sums}`;
    })}
    ${each(
      (at) => `if (first + ${at} < rows) {
      let row = row${at};
      let k = row * ${columns} + column;
      let sum = sum${at};
      ${end}
    }`,
    )}`;
  const items = `(rows + ${rowsAtOnce - 1}) / ${rowsAtOnce} * ${columns}`;
  return shareOut(writer, items, body, "k_item");
}
