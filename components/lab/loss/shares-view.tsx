"use client";
import { useEffect, useRef } from "react";
import { Small, Stack } from "@/components/kit/layout";
import { ColumnHeads, ScrollTable } from "@/components/kit/scroll-table";
import { classOf, lookOf, outlierPath } from "@/components/lab/plane/class-look";
import { MapFigure, MapFrame, MapPanes } from "@/components/lab/plane/map-frame";
import { isShown, mapSize, onMap } from "@/components/lab/plane/plane-place";
import { workOut } from "@/components/lab/training/ask-view-worker";
import { type Side, trainedRun } from "@/components/lab/training/side";
import type { ViewProps } from "@/components/lab/training/use-lab";
import { useWorkedView } from "@/components/lab/training/use-worked";
import { numberText } from "@/labs/arithmetic/number-text";
import { kindOf } from "@/labs/data/datasets";
import { firstOutlier } from "@/labs/data/sample";
import { type Shares, sharesAt } from "@/labs/landscape/loss-shares";
import { BoundaryLines } from "./boundary-lines";
import { rowOf, sharesText, worst } from "./shares";
import styles from "./shares-view.module.css";

const workOutShares = (side: Side) => workOut("shares", trainedRun(side), sharesAt);

/** The training examples that the loss comes from. */
export function SharesView({ state, side }: ViewProps) {
  const found = useWorkedView(side, workOutShares, state.status === "running");
  if (!found) return <p className={styles.waiting}>Working out the shares…</p>;
  const { of, value } = found;
  const text = sharesText(of, value);
  const { points } = of.sample;
  const Panes = points ? MapPanes : "div";
  return (
    <Stack role="group" aria-label="Shares of the loss">
      <h3>Whose loss is it?{of.label && <> {of.label}</>}</h3>
      <p className={styles.lead}>{text}</p>
      <Panes>
        {points && (
          <SharesMap side={of} shares={value} tone={state.shown} label={`Map: ${text}`} />
        )}
        <SharesTable side={of} shares={value} />
      </Panes>
    </Stack>
  );
}

/**
 * The size of the mark of a point that carries all the loss, against marks elsewhere.
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
    const outline = outlineOf(at >= outliersFrom ? outlierPath : path);
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
function SharesMap({ side, shares, tone, label }: Props) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const context = canvas.current?.getContext("2d");
    if (context) paint(context, side, shares);
  }, [side, shares]);
  return (
    <MapFigure>
      <MapFrame role="img" aria-label={label}>
        <canvas ref={canvas} width={scale * mapSize} height={scale * mapSize} />
        <svg viewBox={`0 0 ${mapSize} ${mapSize}`} aria-hidden="true">
          <BoundaryLines lines={shares.boundary} index={tone} />
        </svg>
      </MapFrame>
      <Small as="figcaption">
        The area of a mark is its point’s share of the train loss; the line is where the
        answer changes. Outliers are stars.
      </Small>
    </MapFigure>
  );
}

/** The training examples with the largest shares of the loss. */
function SharesTable({ side, shares }: { side: Side; shares: Shares }) {
  const { run, sample } = side;
  const { points } = sample;
  const shown = shares.order.slice(0, worst);
  const outliersFrom = firstOutlier(run, sample);
  return (
    <ScrollTable label="Largest shares" height="whole">
      <ColumnHeads
        names={[
          "Example",
          points !== null && "x",
          points !== null && "y",
          "Target",
          kindOf(run) === "several" ? "Its score" : "Score",
          "Loss",
          "Share",
        ]}
      />
      <tbody>
        {shown.map((at) => {
          const point = points?.train[at];
          const { target, score, loss, share } = rowOf(side, shares, at);
          return (
            <tr key={at}>
              <th scope="row">
                {at >= outliersFrom ? `outlier ${at - outliersFrom + 1}` : at + 1}
              </th>
              {point && <td>{numberText(point.x)}</td>}
              {point && <td>{numberText(point.y)}</td>}
              <td>{target}</td>
              <td>{score}</td>
              <td>{loss}</td>
              <td>{share}</td>
            </tr>
          );
        })}
      </tbody>
    </ScrollTable>
  );
}
