// A network's weights as a safetensors file, named and shaped as PyTorch has them.
// Source: https://github.com/huggingface/safetensors, "Format": eight bytes with the
// header's length (little-endian), the header as JSON, then the numbers, row-major.
import type { Layer, Network } from "../network/network";

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
