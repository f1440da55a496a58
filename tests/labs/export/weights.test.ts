import { expect, test } from "vitest";
import { curveCsv, safetensors, weightsJson } from "@/labs/export/export";
import { initialWeights, layered } from "@/labs/network/network";

const network = layered(2, [3, 4], ["tanh", "relu"], 2);
const weights = initialWeights(network, 5);
weights.set([1e-30, -0.1, 123456.7, 3.4e38], 0);
const origin = {
  link: "https://a.b/labs/network",
  pass: 3,
  inputs: ["x", "y"],
  classes: [],
};

/** What the weights put out for (1, 2), by the definition that the JSON file gives. */
function outputOf(
  layers: readonly { activation: string; weights: number[][]; biases: number[] }[],
  row: readonly number[],
) {
  const bends: Record<string, (sum: number) => number> = {
    tanh: Math.tanh,
    relu: (sum) => Math.max(sum, 0),
    linear: (sum) => sum,
  };
  return layers.reduce<readonly number[]>((below, { activation, weights, biases }) => {
    const bend = bends[activation] ?? Number;
    return biases.map((bias, o) =>
      bend(bias + below.reduce((sum, one, i) => sum + one * (weights[i]?.[o] ?? 0), 0)),
    );
  }, row);
}

test("the JSON file gives back every weight, to the bit", () => {
  const read = JSON.parse(weightsJson(network, weights, origin));
  expect(read).toMatchObject({ format: "next-pass-weights", version: 1, ...origin });
  expect(read.layers.map((one: { activation: string }) => one.activation)).toEqual([
    "tanh",
    "relu",
    "linear",
  ]);
  const flat = read.layers.flatMap(
    ({ weights, biases }: { weights: number[][]; biases: number[] }) => [
      ...weights.flat(),
      ...biases,
    ],
  );
  expect(Float32Array.from(flat)).toEqual(weights);
});

test("the JSON file has a row for each input and a column for each neuron", () => {
  const by = layered(2, [], [], 3);
  const read = JSON.parse(
    weightsJson(by, Float32Array.of(1, 2, 3, 4, 5, 6, 7, 8, 9), origin),
  );
  expect(read.layers[0].weights).toEqual([
    [1, 2, 3],
    [4, 5, 6],
  ]);
  expect(read.layers[0].biases).toEqual([7, 8, 9]);
  expect(outputOf(read.layers, [1, 2])).toEqual([16, 20, 24]);
});

/** A reader of safetensors, written from the format's description alone. */
function readSafetensors(file: Uint8Array) {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  const length = Number(view.getBigUint64(0, true));
  const header = JSON.parse(new TextDecoder().decode(file.subarray(8, 8 + length)));
  const { __metadata__: metadata, ...entries } = header;
  const tensors: Record<string, { shape: number[]; numbers: number[] }> = {};
  let covered = 0;
  for (const [name, entry] of Object.entries<{
    dtype: string;
    shape: number[];
    data_offsets: [number, number];
  }>(entries)) {
    const [begin, end] = entry.data_offsets;
    expect(entry.dtype).toBe("F32");
    expect(begin).toBe(covered);
    expect(end - begin).toBe(4 * entry.shape.reduce((product, one) => product * one, 1));
    covered = end;
    const numbers = Array.from({ length: (end - begin) / 4 }, (_, at) =>
      view.getFloat32(8 + length + begin + 4 * at, true),
    );
    tensors[name] = { shape: entry.shape, numbers };
  }
  // No byte may stand outside the tensors.
  expect(8 + length + covered).toBe(file.byteLength);
  return { metadata, tensors, length };
}

test("the safetensors file has PyTorch's names and its order, outputs × inputs", () => {
  const by = layered(2, [], [], 3);
  const file = safetensors(by, Float32Array.of(1, 2, 3, 4, 5, 6, 7, 8, 9), { link: "l" });
  const { metadata, tensors } = readSafetensors(file);
  expect(metadata).toEqual({ link: "l" });
  expect(tensors).toEqual({
    "layers.0.weight": { shape: [3, 2], numbers: [1, 4, 2, 5, 3, 6] },
    "layers.0.bias": { shape: [3], numbers: [7, 8, 9] },
  });
});

test("the safetensors file of a deep network holds each number once, aligned", () => {
  const { tensors, length } = readSafetensors(
    safetensors(network, weights, { é: "→ ü" }),
  );
  expect(length % 8).toBe(0);
  expect(Object.keys(tensors)).toEqual(
    [0, 1, 2].flatMap((layer) => [`layers.${layer}.weight`, `layers.${layer}.bias`]),
  );
  const all = Object.values(tensors).flatMap(({ numbers }) => numbers);
  expect(all.toSorted((a, b) => a - b)).toEqual([...weights].toSorted((a, b) => a - b));
  expect(tensors["layers.1.weight"]?.shape).toEqual([4, 3]);
});

test("the curve's CSV has a line for each pass and every digit", () => {
  const passes = [
    { pass: 0, trainLoss: 1.25, heldLoss: 0.1 + 0.2 },
    { pass: 1, trainLoss: 0.5, heldLoss: 0.75 },
  ];
  expect(curveCsv(passes, "test")).toBe(
    "pass,train_loss,test_loss\n0,1.25,0.30000000000000004\n1,0.5,0.75\n",
  );
  expect(curveCsv(passes, "validation")).toContain("pass,train_loss,validation_loss\n");
});
