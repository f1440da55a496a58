"use client";
import { type KeyboardEvent, type PointerEvent, useEffect, useRef } from "react";
import { arrowKeys } from "@/components/kit/arrow-keys";
import { MapFrame } from "@/components/lab/plane/map-frame";
import { surfacePixels } from "@/components/lab/plane/surface-paint";
import type { WeightPair } from "@/labs/landscape/loss-surface";
import { type DrawnSurface, shownWay } from "./surface";
import { SurfaceDrawing } from "./surface-drawing";

/** The steps of the arrow keys from one edge of the map to the other. */
const steps = 40;

type Props = {
  drawn: DrawnSurface;
  /** The place of the cross; null where there is none. */
  cross: WeightPair | null;
  onCross(place: WeightPair | null): void;
  label: string;
};

/** The loss over two weights, the way of training on it, and a cross to move. */
export function SurfaceMap({ drawn, cross, onCross, label }: Props) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const { surface, pixels } = drawn;
  const { frame } = surface;
  useEffect(() => {
    const image = new ImageData(pixels, surfacePixels, surfacePixels);
    canvas.current?.getContext("2d")?.putImageData(image, 0, 0);
  }, [pixels]);

  function point(event: PointerEvent) {
    const box = event.currentTarget.getBoundingClientRect();
    const [x, y] = [event.clientX - box.left, event.clientY - box.top];
    onCross({
      x: frame.x + frame.half * ((2 * x) / box.width - 1),
      y: frame.y + frame.half * (1 - (2 * y) / box.height),
    });
  }
  function press(event: KeyboardEvent) {
    if (event.key === "Escape") onCross(null);
    const arrow = arrowKeys[event.key];
    if (!arrow) return;
    const [right, down] = arrow;
    event.preventDefault();
    const far = ((event.shiftKey ? 5 : 1) * 2 * frame.half) / steps;
    const from = cross ?? shownWay(drawn).at(-1) ?? frame;
    const within = (value: number, middle: number) =>
      Math.min(Math.max(value, middle - frame.half), middle + frame.half);
    onCross({
      x: within(from.x + far * right, frame.x),
      y: within(from.y - far * down, frame.y),
    });
  }

  return (
    <MapFrame keyed aria-label={label} onPointerUp={point} onKeyDown={press}>
      <canvas ref={canvas} width={surfacePixels} height={surfacePixels} />
      <SurfaceDrawing {...{ drawn, cross }} />
    </MapFrame>
  );
}
