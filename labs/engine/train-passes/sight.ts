import { placesOf, sizeOf, type Windows } from "@/labs/network/convolution";
import type { WeightedLayer, WindowLayer } from "@/labs/network/network";

// Which inputs a layer's numbers come from, as WGSL.

/** How a layer's outputs see its inputs. */
export type Sight = {
  /** How many places look, and how many numbers each of them has. */
  places: number;
  columns: number;
  /** Of an output by its number: which of its place's numbers it is, and where it looks. */
  columnOf(output: string): string;
  placeOf(output: string): string;
  /** The input that stands `i`th in what a place sees. */
  input(place: string, i: string): string;
};

const startOf = ({ across, down, toRight, toBelow }: Windows, place: string) => {
  if (across === 1 && down === 1) return "0";
  if (down === 1) return `${place} * ${toRight}`;
  return `${place} / ${across} * ${toBelow} + ${place} % ${across} * ${toRight}`;
};

const insideOf = ({ width, height, beside, below }: Windows, i: string) =>
  height === 1
    ? `(${i}) * ${beside}`
    : `(${i}) / ${width} * ${below} + (${i}) % ${width} * ${beside}`;

/** The sight of a layer that has weights. */
export function sightOf(layer: WeightedLayer): Sight {
  if (layer.kind === "dense") {
    return {
      places: 1,
      columns: layer.outputs,
      columnOf: (output) => output,
      placeOf: () => "0",
      input: (_place, i) => i,
    };
  }
  const { windows, kernels } = layer;
  return {
    places: placesOf(windows),
    columns: kernels,
    columnOf: (output) => `${output} % ${kernels}`,
    placeOf: (output) => `(${output} / ${kernels})`,
    input: (place, i) => `${startOf(windows, place)} + ${insideOf(windows, i)}`,
  };
}

/** The input that goes `i`th into a mean's output. */
export const meanInput = ({ windows, kernels }: WindowLayer, output: string, i: string) =>
  `${startOf(windows, `(${output} / ${kernels})`)} + ${insideOf(windows, i)} + ${output} % ${kernels}`;

/** The output of a mean that an input goes into. */
export function meanOutput({ windows, kernels }: WindowLayer, input: string): string {
  const { across, width, height, below } = windows;
  const row = `${input} / ${below} / ${height} * ${across}`;
  const column = `${input} % ${below} / ${kernels} / ${width}`;
  return `(${row} + ${column}) * ${kernels} + ${input} % ${kernels}`;
}

/** The share of each input of a mean. */
export const meanShare = ({ windows }: WindowLayer) => `${1 / sizeOf(windows)}`;
