import { classNames, drawPoints, heldSet, inputNames } from "@/labs/data/sample";
import type { Network } from "@/labs/network/network";
import type { Run } from "@/labs/run/run";
import { type Grid, subscript } from "./grid";
import type { BatchRecord, LayerRecord } from "./pass-record";

// The names of a pass's matrices, and of their rows and columns.

/** The names of a layer's inputs and outputs. */
export type LayerNames = { inputs: readonly string[]; outputs: readonly string[] };

const numbered = (word: string, count: number) =>
  Array.from({ length: count }, (_, index) => `${word} ${index + 1}`);

/** The names of each layer's inputs and outputs. */
export function layerNames(run: Run, { layers }: Network): LayerNames[] {
  const scores = layers.at(-1)!.outputs;
  const classes = classNames(run).map((name) => `score of ${name}`);
  return layers.map((layer, index) => ({
    inputs: index === 0 ? inputNames(run) : numbered("neuron", layer.inputs),
    outputs:
      index < layers.length - 1
        ? numbered("neuron", layer.outputs)
        : scores > 1
          ? classes
          : ["score"],
  }));
}

/** A layer of a batch with its names and its matrices, as every step draws them. */
export type Scene = {
  batch: BatchRecord;
  record: LayerRecord;
  /** From 0; `number` counts from 1. */
  index: number;
  number: string;
  last: boolean;
  names: LayerNames;
  examples: readonly string[];
  /** The layer's inputs: rows × inputs. */
  below: Grid;
  weights: Grid;
  biases: Grid;
  sums: Grid;
  values: Grid;
  deltas: Grid;
};

export function scenesOf(batch: BatchRecord, names: readonly LayerNames[]): Scene[] {
  const examples = batch.places.map((place) => `example ${place + 1}`);
  let below: Grid = {
    id: "X",
    symbol: "X",
    name: "inputs",
    rows: examples,
    columns: names[0]!.inputs,
    data: batch.inputs,
  };
  return batch.layers.map((record, index): Scene => {
    const own = names[index]!;
    const number = subscript(index + 1);
    const last = index === batch.layers.length - 1;
    const { inputs, outputs } = record.layer;
    const rowsOf = (id: string, symbol: string, name: string, data: Float64Array) => ({
      ...{ id: `${id}${index}`, symbol, name, data },
      ...{ rows: examples, columns: own.outputs },
    });
    const given = below;
    const sums = last
      ? rowsOf("S", "S", "scores", record.sums)
      : rowsOf("Z", `Z${number}`, "weighted sums", record.sums);
    const values = last ? sums : rowsOf("A", `A${number}`, "outputs", record.values);
    below = values;
    return {
      ...{ batch, record, index, number, last, names: own, examples, sums, values },
      below: given,
      weights: {
        id: `W${index}`,
        symbol: `W${number}`,
        name: "weights",
        rows: own.inputs,
        columns: own.outputs,
        data: record.weights.slice(0, inputs * outputs),
      },
      biases: {
        id: `b${index}`,
        symbol: `b${number}`,
        name: "biases, for every row",
        rows: [""],
        columns: own.outputs,
        data: record.weights.slice(inputs * outputs),
      },
      deltas: rowsOf(
        "delta",
        `δ${number}`,
        `deltas: slopes of L by ${sums.symbol}`,
        record.deltas,
      ),
    };
  });
}

/** The reader's own points in the order of the examples, by their names in the steps. */
export function pointNames(run: Run): { at: number; name: string }[] {
  // The examples are shuffled; what stands in for x tells where each came from.
  const own = run.own.map((point, at) => ({ ...point, x: at }));
  const { train, held, closed } = drawPoints({ ...run, own, outliers: [] });
  return [
    ...train.map(({ x }, index) => ({ at: x, name: `example ${index + 1}` })),
    ...held.map(({ x }, index) => ({ at: x, name: `${heldSet(run)} ${index + 1}` })),
    ...closed.map(({ x }, index) => ({ at: x, name: `test ${index + 1}` })),
  ];
}
