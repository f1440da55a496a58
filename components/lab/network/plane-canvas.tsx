"use client";
import { useEffect, useRef } from "react";
import type { Winners } from "@/labs/training/plane-maps";
import { paintClasses, paintScores } from "../plane/paint";

type Props = {
  /** One map of the plane, `side` × `side`: values from −1 to 1, or who wins. */
  values: Float32Array | Winners;
  side: number;
};

/** Paints one map of the plane. Decorative: say it in text. */
export function PlaneCanvas({ values, side }: Props) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const context = canvas.current?.getContext("2d");
    if (!context) return;
    const image = context.createImageData(side, side);
    if (values instanceof Float32Array) paintScores(image.data, values);
    else paintClasses(image.data, values);
    context.putImageData(image, 0, 0);
  }, [values, side]);
  return <canvas ref={canvas} width={side} height={side} aria-hidden />;
}
