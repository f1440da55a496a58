"use client";
import { useEffect, useRef } from "react";
import styles from "./picture.module.css";
import { dotsOf, type Palette, paintPixels } from "./pixels";

type Props = {
  /** Row by row; see `Palette` for what they mean. */
  values: ArrayLike<number>;
  columns: number;
  palette?: Palette;
  /** What it shows, or null where the text beside says it. */
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
