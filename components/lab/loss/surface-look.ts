// The colours of a loss surface: pale where the loss is low, dark where it is high. They
// differ in lightness, so that they are told apart in grey, and are far from the
// classes'.
import type { Surface } from "@/labs/landscape/loss-surface";
import type { Colour } from "../plane/class-look";

/** From the lowest to the highest. */
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

/** Fills `pixels`, `size` × `size`, with the bands between `levels`. */
export function paintSurface(
  pixels: Uint8ClampedArray,
  size: number,
  { losses, side }: Surface,
  levels: readonly number[],
) {
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
      const [red, green, blue] = colours[band]!;
      pixels[at] = red;
      pixels[at + 1] = green;
      pixels[at + 2] = blue;
      pixels[at + 3] = 255;
    }
  }
}
