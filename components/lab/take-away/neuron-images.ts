// The map of each neuron as an image inside a picture.
import { planeMaps } from "@/labs/plane";
import type { Run } from "@/labs/run";
import type { Place } from "../network/diagram-layout";
import { paintScores } from "../network/paint";

/** Gives the map of a place of the network as the address of a PNG. */
export function neuronImages(run: Run, weights: Float32Array) {
  const { side, inputs, layers } = planeMaps(run, weights);
  const canvas = document.createElement("canvas");
  canvas.width = side;
  canvas.height = side;
  const context = canvas.getContext("2d");
  return ({ column, row }: Place): string | null => {
    const map = column === 0 ? inputs[row] : layers[column - 1]?.[row];
    if (!map || !context) return null;
    const image = context.createImageData(side, side);
    paintScores(image.data, map);
    context.putImageData(image, 0, 0);
    return canvas.toDataURL("image/png");
  };
}
