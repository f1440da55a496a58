"use client";
import { useEffect, useRef } from "react";
import { type Colour, lookOf, mapPaper } from "@/components/lab/plane/class-look";
import styles from "./pixel-image.module.css";

type Props = {
  /** Row by row, in the range of the palette. */
  values: ArrayLike<number>;
  columns: number;
  palette?: Palette;
  /** The image in words, or null where the text beside has them. */
  label: string | null;
};

/** A small image on a canvas, each value a square. */
export function PixelImage({ values, columns, palette = "ink", label }: Props) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const dots = dotsOf[palette];
  const rows = values.length / columns;
  useEffect(() => {
    const context = canvas.current?.getContext("2d");
    if (!context) return;
    const image = context.createImageData(columns * dots, rows * dots);
    paintPixels(image.data, values, columns, palette);
    context.putImageData(image, 0, 0);
  }, [values, columns, rows, dots, palette]);
  return (
    <canvas
      ref={canvas}
      width={columns * dots}
      height={rows * dots}
      className={styles.pixels}
      {...(label === null
        ? { "aria-hidden": true }
        : { role: "img", "aria-label": label })}
    />
  );
}

// Images keep their paper in both themes, as the maps of the plane do.
const ink: Colour = [24, 22, 20];
const [negative, positive] = [lookOf(0).area, lookOf(1).area];
const dash: Colour = [110, 46, 0];

/** "ink": 0 to 1. "signs": −1 to 1, blue above 0, orange with a dash below. */
type Palette = "ink" | "signs";

/** The dots of the canvas that a value of a palette takes each way. */
const dotsOf = { ink: 1, signs: 5 } as const satisfies Record<Palette, number>;

const mixed = (from: Colour, to: Colour, share: number): Colour => [
  from[0] + share * (to[0] - from[0]),
  from[1] + share * (to[1] - from[1]),
  from[2] + share * (to[2] - from[2]),
];

/** The colour of a value, and that of the dash on it. */
function coloursOf(value: number, palette: Palette): readonly [Colour, Colour] {
  const strength = Math.min(Math.abs(value), 1);
  if (palette === "ink") {
    const shade = mixed(mapPaper, ink, strength);
    return [shade, shade];
  }
  const ground = mixed(mapPaper, value < 0 ? negative : positive, strength ** 0.8);
  return [ground, value < 0 ? mixed(ground, dash, strength ** 0.8) : ground];
}

/** Fills the dots of an image of `columns` columns, four bytes each, row by row. */
function paintPixels(
  bytes: Uint8ClampedArray,
  values: ArrayLike<number>,
  columns: number,
  palette: Palette,
) {
  const side = dotsOf[palette];
  const middle = (side - 1) / 2;
  for (let at = 0; at < values.length; at += 1) {
    const [ground, mark] = coloursOf(values[at] ?? 0, palette);
    const [left, top] = [(at % columns) * side, Math.floor(at / columns) * side];
    for (let dot = 0; dot < side * side; dot += 1) {
      const [x, y] = [dot % side, Math.floor(dot / side)];
      const colour = y === middle && x > 0 && x < side - 1 ? mark : ground;
      const byte = 4 * ((top + y) * columns * side + left + x);
      bytes[byte] = colour[0];
      bytes[byte + 1] = colour[1];
      bytes[byte + 2] = colour[2];
      bytes[byte + 3] = 255;
    }
  }
}
