import { csvText } from "@/labs/arithmetic/csv";
import type { HeldSet } from "@/labs/data/sample";
import { writtenName } from "@/labs/formula/own-formula";
import type { Layer, Network } from "@/labs/network/network";
import type { Pass } from "@/labs/training/training";

/** The loss curve as CSV: a line for each pass, every digit kept. */
export function curveCsv(passes: readonly Pass[], held: HeldSet): string {
  const rows = passes.map(({ pass, trainLoss, heldLoss }) => [pass, trainLoss, heldLoss]);
  return csvText([["pass", "train_loss", `${held}_loss`], ...rows]);
}

// A network's weights as JSON, for people and for programs.

/** Tells a reader of the file where the weights come from. */
type Origin = {
  /** The link of the run. */
  link: string;
  /** The pass after which the weights were taken; 0 for the untrained network. */
  pass: number;
  /** The meaning of each number given to the network. */
  inputs: readonly string[];
  /** The names of the classes; none where the network gives a number. */
  classes: readonly string[];
};

/** The file's words about itself. */
const meaning =
  "Each layer puts out activation(inputs · weights + biases); weights has a row for each input and a column for each neuron. With one output, a score above 0 stands for the second class; with several outputs, the highest stands for its class.";

/** A 32-bit number as the shortest decimal of at most nine digits that gives it back. */
const short = (value: number) => {
  for (let digits = 6; digits < 9; digits += 1) {
    const rounded = Number(value.toPrecision(digits));
    if (Math.fround(rounded) === value) return rounded;
  }
  return Number(value.toPrecision(9));
};

/**
 * The weights as JSON: `{ format, version, meaning, link, pass, inputs, classes, layers:
 * [{ activation, weights: inputs × outputs, biases: outputs }] }`. Weights must be
 * finite.
 */
export function weightsJson(
  network: Network,
  weights: Float32Array,
  origin: Origin,
): string {
  const numbers = (from: number, count: number) =>
    Array.from(weights.subarray(from, from + count), short);
  const layers = network.layers.map((layer) => ({
    activation: writtenName(layer.activation),
    weights: Array.from({ length: layer.inputs }, (_, input) =>
      numbers(layer.weightsAt + input * layer.outputs, layer.outputs),
    ),
    biases: numbers(layer.biasesAt, layer.outputs),
  }));
  const head = { format: "next-pass-weights", version: 1, meaning, ...origin };
  const lines = JSON.stringify({ ...head, layers }, null, 1);
  // A row of numbers reads better on one line.
  return lines.replace(/\[\s+([-\d.e+,\s]+?)\s+\]/g, (_, row: string) => {
    return `[${row.replace(/\s+/g, " ")}]`;
  });
}

// A network's weights as a safetensors file, named and shaped as PyTorch has them.
// Source: https://github.com/huggingface/safetensors, "Format": eight bytes with the
// header's length (little-endian), the header as JSON, then the numbers, row-major.

/** One tensor of the file: its numbers row-major. */
type Tensor = { name: string; shape: readonly number[]; numbers: Float32Array };

/** The weights of a layer as PyTorch's Linear has them: outputs × inputs. */
function transposed({ inputs, outputs, weightsAt }: Layer, weights: Float32Array) {
  return Float32Array.from({ length: inputs * outputs }, (_, at) => {
    const output = Math.floor(at / inputs);
    const input = at % inputs;
    return weights[weightsAt + input * outputs + output] ?? 0;
  });
}

function tensorsOf({ layers }: Network, weights: Float32Array): Tensor[] {
  return layers.flatMap((layer, index) => [
    {
      name: `layers.${index}.weight`,
      shape: [layer.outputs, layer.inputs],
      numbers: transposed(layer, weights),
    },
    {
      name: `layers.${index}.bias`,
      shape: [layer.outputs],
      numbers: weights.slice(layer.biasesAt, layer.biasesAt + layer.outputs),
    },
  ]);
}

/**
 * The weights as safetensors: `layers.<n>.weight` (outputs × inputs) and
 * `layers.<n>.bias` as 32-bit floats, with `metadata` under `__metadata__`.
 */
export function safetensors(
  network: Network,
  weights: Float32Array,
  metadata: Readonly<Record<string, string>>,
): Uint8Array<ArrayBuffer> {
  const tensors = tensorsOf(network, weights);
  const header: Record<string, unknown> = { __metadata__: metadata };
  let end = 0;
  for (const { name, shape, numbers } of tensors) {
    const begin = end;
    end += 4 * numbers.length;
    header[name] = { dtype: "F32", shape, data_offsets: [begin, end] };
  }
  const bytes = new TextEncoder().encode(JSON.stringify(header));
  // The numbers must begin at a multiple of eight; spaces may follow the header's JSON.
  const padded = 8 * Math.ceil(bytes.length / 8);
  const file = new Uint8Array(8 + padded + end).fill(0x20, 8, 8 + padded);
  const view = new DataView(file.buffer);
  view.setBigUint64(0, BigInt(padded), true);
  file.set(bytes, 8);
  let at = 8 + padded;
  for (const { numbers } of tensors) {
    for (const number of numbers) {
      view.setFloat32(at, number, true);
      at += 4;
    }
  }
  return file;
}
