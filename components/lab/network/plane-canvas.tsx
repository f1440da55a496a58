"use client";
import { useEffect, useRef } from "react";

/** Orange for −1 over paper for 0 to blue for +1, as red, green and blue from 0 to 255. */
const ramp = {
  low: [226, 114, 22],
  middle: [250, 247, 240],
  high: [38, 112, 196],
} as const;

function paint(pixels: Uint8ClampedArray, values: Float32Array) {
  values.forEach((value, index) => {
    const share = Math.min(Math.abs(value), 1) ** 0.8;
    const end = value < 0 ? ramp.low : ramp.high;
    for (let channel = 0; channel < 3; channel += 1) {
      const from = ramp.middle[channel] ?? 0;
      pixels[4 * index + channel] = from + share * ((end[channel] ?? 0) - from);
    }
    pixels[4 * index + 3] = 255;
  });
}

type Props = { values: Float32Array; side: number; className?: string | undefined };

/** One map of the plane, `side` × `side` values from −1 to 1. Decorative: say it in text. */
export function PlaneCanvas({ values, side, className }: Props) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const context = canvas.current?.getContext("2d");
    if (!context) return;
    const image = context.createImageData(side, side);
    paint(image.data, values);
    context.putImageData(image, 0, 0);
  }, [values, side]);
  return (
    <canvas ref={canvas} width={side} height={side} className={className} aria-hidden />
  );
}
