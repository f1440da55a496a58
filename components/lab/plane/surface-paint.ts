// The colours of a loss surface: its legend's, and its pixels.
import {
  type ContouredSurface,
  drawSurface,
  type Surface,
  type SurfaceAsk,
} from "@/labs/landscape/loss-surface";
import { blankStripe, type Colour, mapPaper } from "./class-look";

/** The pixels along an edge of the painted surface. */
export const surfacePixels = 180;

/**
 * The colours from the lowest loss to the highest. They differ in lightness, so that they
 * are told apart in grey, and are far from those of the classes.
 */
const ramp: readonly Colour[] = [
  [252, 248, 222],
  [199, 226, 186],
  [124, 190, 168],
  [66, 142, 150],
  [52, 92, 126],
  [48, 44, 88],
];

function bandColour(band: number, bands: number): Colour {
  const place = bands < 2 ? 0 : (band / (bands - 1)) * (ramp.length - 1);
  const below = Math.min(Math.floor(place), ramp.length - 2);
  const share = place - below;
  const [from, to] = [ramp[below]!, ramp[below + 1]!];
  const mixed = (k: 0 | 1 | 2) => Math.round(from[k] + share * (to[k] - from[k]));
  return [mixed(0), mixed(1), mixed(2)];
}

/** The colour of a band as CSS writes it. */
export const bandStyle = (band: number, bands: number) =>
  `rgb(${bandColour(band, bands).join(" ")})`;

/** The pixels of the bands between `levels`; stripes for no number. */
function paintSurface(
  { losses, side }: Surface,
  levels: readonly number[],
  size: number,
) {
  const pixels = new Uint8ClampedArray(4 * size * size);
  const bands = levels.length + 1;
  const colours = Array.from({ length: bands }, (_, band) => bandColour(band, bands));
  const step = (side - 1) / (size - 1);
  for (let row = 0, at = 0; row < size; row += 1) {
    const upper = Math.min(Math.floor(row * step), side - 2);
    const downwards = row * step - upper;
    for (let column = 0; column < size; column += 1, at += 4) {
      const left = Math.min(Math.floor(column * step), side - 2);
      const across = column * step - left;
      const k = upper * side + left;
      const high = losses[k]! + across * (losses[k + 1]! - losses[k]!);
      const low =
        losses[k + side]! + across * (losses[k + side + 1]! - losses[k + side]!);
      const loss = high + downwards * (low - high);
      let band = 0;
      while (band < levels.length && !(loss <= levels[band]!)) band += 1;
      const blank = at % 16 < 8 ? blankStripe : mapPaper;
      const [red, green, blue] = Number.isNaN(loss) ? blank : colours[band]!;
      pixels[at] = red;
      pixels[at + 1] = green;
      pixels[at + 2] = blue;
      pixels[at + 3] = 255;
    }
  }
  return pixels;
}

/** A surface with its pixels, as a canvas has them. */
export type PaintedSurface = ContouredSurface & {
  pixels: Uint8ClampedArray<ArrayBuffer>;
};

/** Works out a surface and paints it, `size` pixels each way. */
export function paintedSurface(ask: SurfaceAsk, size = surfacePixels): PaintedSurface {
  const drawn = drawSurface(ask);
  return { ...drawn, pixels: paintSurface(drawn.surface, drawn.levels, size) };
}
