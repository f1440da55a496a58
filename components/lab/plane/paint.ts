// The colours of the maps, as pixels.
import type { Winners } from "@/labs/training/plane-maps";
import { noClass } from "@/labs/training/score";
import { blankStripe, type Colour, lookOf, mapPaper } from "./class-look";

// A page paints ten thousand pixels while it opens: these loops run long before a browser
// has made them fast, and so they are plain.

/** Sets the pixel whose four numbers begin at `at`. */
function setPixel(pixels: Uint8ClampedArray, at: number, colour: Colour, share: number) {
  pixels[at] = mapPaper[0] + share * (colour[0] - mapPaper[0]);
  pixels[at + 1] = mapPaper[1] + share * (colour[1] - mapPaper[1]);
  pixels[at + 2] = mapPaper[2] + share * (colour[2] - mapPaper[2]);
  pixels[at + 3] = 255;
}

/** The stripes of places where a score is no number: of no class's colour. */
function setBlank(pixels: Uint8ClampedArray, at: number) {
  setPixel(pixels, at, blankStripe, at % 16 < 8 ? 1 : 0);
}

/** Orange for −1 over paper for 0 to blue for +1; stripes where there is no number. */
export function paintScores(pixels: Uint8ClampedArray, values: Float32Array) {
  const [orange, blue] = [lookOf(0).area, lookOf(1).area];
  for (let at = 0; at < values.length; at += 1) {
    const value = values[at]!;
    if (Number.isNaN(value)) {
      setBlank(pixels, 4 * at);
      continue;
    }
    const share = Math.min(Math.abs(value), 1) ** 0.8;
    setPixel(pixels, 4 * at, value < 0 ? orange : blue, share);
  }
}

/** The winning class of each place, fuller where it wins by more; stripes for none. */
export function paintClasses(pixels: Uint8ClampedArray, { classes, margins }: Winners) {
  for (let at = 0; at < classes.length; at += 1) {
    if (classes[at] === noClass) {
      setBlank(pixels, 4 * at);
      continue;
    }
    // Nothing tells two infinite scores apart.
    const margin = Math.min(margins[at] || 0, 1);
    setPixel(pixels, 4 * at, lookOf(classes[at]!).area, 0.3 + 0.7 * margin ** 0.8);
  }
}
