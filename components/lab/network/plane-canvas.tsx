"use client";
import { useLayoutEffect, useRef } from "react";
import type { Winners } from "@/labs/training/plane-maps";
import { pixelsOf } from "../plane/known-maps";

type Props = {
  /** One map of the plane, `side` × `side`: values from −1 to 1, or who wins. */
  values: Float32Array | Winners;
  side: number;
};

/** Paints one map of the plane. Decorative: say it in text. */
export function PlaneCanvas({ values, side }: Props) {
  const canvas = useRef<HTMLCanvasElement>(null);
  // Before the picture that it belongs to, so that what a picture costs is known.
  useLayoutEffect(() => {
    if (values instanceof Float32Array && values.length === 0) return;
    const image = new ImageData(pixelsOf(values), side, side);
    canvas.current?.getContext("2d")?.putImageData(image, 0, 0);
  }, [values, side]);
  return <canvas ref={canvas} width={side} height={side} aria-hidden />;
}
