import { memo } from "react";
import type { Point } from "@/labs/dataset";
import type { Winners } from "@/labs/plane";
import type { Split } from "@/labs/sample";
import { classOf, lookOf } from "../plane/class-look";
import { isShown, mapSize, onMap } from "../plane/plane-place";
import styles from "./network.module.css";

type MarkProps = { point: Point; several: boolean; tested: boolean };

/** One example by the mark of its class; test points are hollow. */
function Mark({ point, several, tested }: MarkProps) {
  const { mark, path } = lookOf(classOf(point.target, several));
  const opacity = several ? 1 : 0.35 + 0.65 * Math.min(Math.abs(point.target), 1);
  return (
    <path
      d={path}
      transform={`translate(${onMap(point.x)} ${onMap(-point.y)})`}
      fill={tested ? "#fff" : mark}
      stroke={tested ? mark : "#fff"}
      className={tested ? styles.hollow : styles.filled}
      opacity={opacity}
    />
  );
}

type Props = { points: Split; several: boolean };

/** All points of a run. They never change while it trains, so they are drawn once. */
export const MapMarks = memo(function MapMarks({ points, several }: Props) {
  const marks = (list: readonly Point[], tested: boolean) =>
    list.map((point, index) => {
      const name = `${tested} ${index}`;
      return isShown(point) && <Mark key={name} {...{ point, several, tested }} />;
    });
  return (
    <>
      {marks(points.test, true)}
      {marks(points.train, false)}
    </>
  );
});

/** Where the areas of several classes are marked with their shapes: a grid of so many. */
const across = 8;

/**
 * The shape of the winning class here and there: who cannot tell the colours reads it.
 */
export function AreaMarks({ winners, side }: { winners: Winners; side: number }) {
  const places = Array.from({ length: across * across }, (_, index) => ({
    x: (0.5 + (index % across)) / across,
    y: (0.5 + Math.floor(index / across)) / across,
  }));
  return (
    <g className={styles.areaMarks}>
      {places.map(({ x, y }) => {
        const at = Math.floor(y * side) * side + Math.floor(x * side);
        const { path, mark } = lookOf(winners.classes[at] ?? 0);
        const move = `translate(${mapSize * x} ${mapSize * y}) scale(0.8)`;
        return <path key={`${x} ${y}`} d={path} transform={move} stroke={mark} />;
      })}
    </g>
  );
}
