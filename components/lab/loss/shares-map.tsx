"use client";
import { useEffect, useRef } from "react";
import { kindOf } from "@/labs/dataset";
import { firstOutlier } from "@/labs/sample";
import { classOf, lookOf } from "../plane/class-look";
import { isShown, mapSize, onMap } from "../plane/plane-place";
import type { Side } from "../training/sides";
import { BoundaryLines } from "./boundary-lines";
import styles from "./loss.module.css";
import type { Shares } from "./shares";
import { star } from "./star";

/**
 * How much larger than elsewhere the mark of a point that carried all the loss would be.
 */
const whole = 13;
const smallest = 0.3;

/** The pixels of the canvas per unit of the map, for sharp screens. */
const scale = 2;

/** The shape of a mark; the same one for all points of a class. */
const outlines = new Map<string, Path2D>();

function outlineOf(path: string): Path2D {
  const outline = outlines.get(path) ?? new Path2D(path);
  outlines.set(path, outline);
  return outline;
}

function paint(context: CanvasRenderingContext2D, side: Side, shares: Shares) {
  const { points } = side.sample;
  context.setTransform(1, 0, 0, 1, 0, 0);
  context.clearRect(0, 0, scale * mapSize, scale * mapSize);
  if (!points) return;
  const several = kindOf(side.run) === "several";
  const outliersFrom = firstOutlier(side.run, side.sample);
  // The largest lie below, so that none is hidden.
  for (const at of shares.order) {
    const point = points.train[at];
    if (!point || !isShown(point)) continue;
    const { mark, path } = lookOf(classOf(point.target, several));
    const size = Math.max(whole * Math.sqrt(shares.shares[at] ?? 0), smallest);
    const [x, y] = [scale * onMap(point.x), scale * onMap(-point.y)];
    context.setTransform(scale * size, 0, 0, scale * size, x, y);
    const outline = outlineOf(at >= outliersFrom ? star : path);
    context.globalAlpha = 0.75;
    context.fillStyle = mark;
    context.fill(outline);
    context.globalAlpha = 1;
    context.strokeStyle = "#fff";
    context.lineWidth = 1 / size;
    context.stroke(outline);
  }
}

type Props = { side: Side; shares: Shares; tone: number; label: string };

/** Every training point, its area as large as its share of the train loss. */
export function SharesMap({ side, shares, tone, label }: Props) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const context = canvas.current?.getContext("2d");
    if (context) paint(context, side, shares);
  }, [side, shares]);
  return (
    <figure className={styles.map}>
      <div className={styles.paper} role="img" aria-label={label}>
        <canvas ref={canvas} width={scale * mapSize} height={scale * mapSize} />
        <svg viewBox={`0 0 ${mapSize} ${mapSize}`} aria-hidden="true">
          <BoundaryLines lines={shares.boundary} index={tone} />
        </svg>
      </div>
      <figcaption>
        The area of a mark is its point’s share of the train loss; the line is where the
        answer changes. Outliers are stars.
      </figcaption>
    </figure>
  );
}
