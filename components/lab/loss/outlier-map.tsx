"use client";
import { memo } from "react";
import { Button } from "@/components/kit/button";
import { Small } from "@/components/kit/layout";
import { numberText } from "@/labs/arithmetic/number-text";
import { type Point, planeRadius } from "@/labs/data/dataset";
import { kindOf } from "@/labs/data/datasets";
import { classNames } from "@/labs/data/sample";
import type { Run } from "@/labs/run/run";
import { classOf, lookOf, outlierPath } from "../plane/class-look";
import { MapFigure, MapFrame } from "../plane/map-frame";
import {
  isShown,
  mapSize,
  onMap,
  placeAfter,
  placeText,
  placeUnder,
} from "../plane/plane-place";
import { BoundaryLines } from "./boundary-lines";
import type { OutlierEditor } from "./outlier-editor";
import styles from "./outlier-map.module.css";
import type { SideResult } from "./outlier-results";

const Points = memo(function Points(props: {
  several: boolean;
  points: readonly Point[];
}) {
  return props.points.filter(isShown).map((point, k) => {
    const { path, mark } = lookOf(classOf(point.target, props.several));
    return (
      <path
        key={k}
        d={path}
        transform={`translate(${onMap(point.x)} ${onMap(-point.y)})`}
        fill={mark}
        opacity={0.55}
      />
    );
  });
});

/** The place of a coordinate on the map, in percent; its edge for all beyond. */
const percent = (value: number) =>
  `${(100 * onMap(Math.min(Math.max(value, -planeRadius), planeRadius))) / mapSize}%`;

type Props = {
  run: Run;
  points: readonly Point[];
  editor: OutlierEditor;
  results: readonly SideResult[];
};

/** The training points, the boundary under each loss, and the outliers to drag. */
export function OutlierMap({ run, points, editor, results }: Props) {
  const several = kindOf(run) === "several";
  const { outliers, chosen, choose, hold, letGo, putBack } = editor;

  function drag(event: React.PointerEvent<HTMLButtonElement>, index: number) {
    const map = event.currentTarget.parentElement;
    if (!map || !event.currentTarget.hasPointerCapture(event.pointerId)) return;
    const { clientX, clientY } = event;
    hold(index, placeUnder({ clientX, clientY, currentTarget: map }));
  }
  function press(event: React.KeyboardEvent, index: number, outlier: Point) {
    if (event.key === "Escape") putBack();
    const place = placeAfter(event, outlier);
    if (!place) return;
    event.preventDefault();
    hold(index, place);
  }

  return (
    <MapFigure>
      <MapFrame>
        <svg viewBox={`0 0 ${mapSize} ${mapSize}`} aria-hidden="true">
          <Points several={several} points={points} />
          {results.map(({ boundary, label }, index) => (
            <BoundaryLines key={label} lines={boundary} index={index} />
          ))}
        </svg>
        {outliers.map((outlier, index) => {
          const shown = classOf(outlier.target, several);
          const target = classNames(run)[shown] ?? `target ${numberText(outlier.target)}`;
          return (
            <Button
              key={index}
              className={styles.star}
              style={{ left: percent(outlier.x), top: percent(-outlier.y) }}
              aria-pressed={index === chosen}
              aria-label={`Outlier ${index + 1}, ${target}, at ${placeText(outlier)}`}
              onFocus={() => choose(index)}
              onPointerDown={(event) => {
                if (event.button !== 0) return;
                event.currentTarget.setPointerCapture(event.pointerId);
              }}
              onPointerMove={(event) => drag(event, index)}
              onPointerUp={letGo}
              onPointerCancel={putBack}
              onKeyDown={(event) => press(event, index, outlier)}
              onKeyUp={(event) => event.key.startsWith("Arrow") && letGo()}
              onBlur={letGo}
            >
              <svg viewBox="-22 -22 44 44" aria-hidden="true">
                <path
                  d={outlierPath}
                  transform="scale(1.7)"
                  fill={lookOf(shown).mark}
                  stroke="#fff"
                />
              </svg>
            </Button>
          );
        })}
      </MapFrame>
      <Small as="figcaption">
        x and y from −{planeRadius} to {planeRadius}. Stars are outliers: drag one, or
        move it with the arrow keys, in larger steps with Shift.
      </Small>
    </MapFigure>
  );
}
