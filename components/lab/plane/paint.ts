// The colours of the maps, as pixels.
import type { Winners } from "@/labs/training/plane-maps";
import { type Colour, lookOf, mapPaper } from "./class-look";

function setPixel(
  pixels: Uint8ClampedArray,
  index: number,
  colour: Colour,
  share: number,
) {
  for (const channel of [0, 1, 2] as const) {
    const from = mapPaper[channel];
    pixels[4 * index + channel] = from + share * (colour[channel] - from);
  }
  pixels[4 * index + 3] = 255;
}

/** Orange for −1 over paper for 0 to blue for +1. */
export function paintScores(pixels: Uint8ClampedArray, values: Float32Array) {
  const [orange, blue] = [lookOf(0).area, lookOf(1).area];
  values.forEach((value, index) => {
    const share = Math.min(Math.abs(value), 1) ** 0.8;
    setPixel(pixels, index, value < 0 ? orange : blue, share);
  });
}

/** The winning class of each place, fuller where it wins by more. */
export function paintClasses(pixels: Uint8ClampedArray, { classes, margins }: Winners) {
  classes.forEach((one, index) => {
    const margin = Math.min(margins[index] ?? 0, 1);
    setPixel(pixels, index, lookOf(one).area, 0.3 + 0.7 * margin ** 0.8);
  });
}
