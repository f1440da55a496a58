"use client";
import { type KeyboardEvent, type PointerEvent, useId, useRef, useState } from "react";
import { lookOf } from "../plane/class-look";
import { MapFrame } from "../plane/map-frame";
import {
  crossAt,
  mapSize,
  onMap,
  type PlanePlace,
  placeAfter,
  placeUnder,
} from "../plane/plane-place";
import styles from "./point-plane.module.css";
import { nearestTo, type OwnPoints, type Tool } from "./use-own-points";

type Props = {
  own: OwnPoints;
  tool: Tool;
  /** How many classes the keys can choose from. */
  classes: number;
  onTool(tool: Tool): void;
};

const lines = [-2, -1, 1, 2];

/** The plane to draw on, by pointer or by keys. */
export function PointPlane({ own, tool, classes, onTool }: Props) {
  const id = useId();
  const [cross, setCross] = useState<PlanePlace>({ x: 0, y: 0 });
  const [keyed, setKeyed] = useState(false);
  const press = usePress(own, tool);

  function key(event: KeyboardEvent) {
    const next = placeAfter(event, cross);
    const digit = /^\d$/.test(event.key) ? (Number(event.key) + 9) % 10 : -1;
    if (next) setCross(next);
    else if (event.key === "Enter" || event.key === " ") {
      if (tool === "erase") own.remove(nearestTo(own.points, cross, 1));
      else own.add(cross, tool);
    } else if (event.key === "Delete" || event.key === "Backspace") {
      own.remove(nearestTo(own.points, cross, Number.POSITIVE_INFINITY));
    } else if (digit >= 0 && digit < classes) onTool(digit);
    else return;
    event.preventDefault();
    setKeyed(true);
  }
  return (
    <MapFrame
      keyed
      className={styles.plane}
      aria-label="Plane to draw on"
      aria-describedby={`${id}-keys`}
      {...press}
      onKeyDown={key}
      onFocus={({ currentTarget }) => setKeyed(currentTarget.matches(":focus-visible"))}
      onBlur={() => setKeyed(false)}
    >
      <svg viewBox={`0 0 ${mapSize} ${mapSize}`} aria-hidden="true">
        {lines.map((at) => (
          <path key={at} className={styles.grid} d={crossAt({ x: at, y: at })} />
        ))}
        <path className={styles.axes} d={crossAt({ x: 0, y: 0 })} />
        {own.points.map(({ x, y, target }, index) => (
          <g key={index} transform={`translate(${onMap(x)} ${onMap(-y)})`}>
            <circle className={styles.hold} r="9" />
            <path d={lookOf(target).path} fill={lookOf(target).mark} stroke="#fff" />
          </g>
        ))}
        {keyed && <path className={styles.cross} d={crossAt(cross)} />}
      </svg>
      <p id={`${id}-keys`} className="visually-hidden">
        Arrow keys move a cross, Enter adds a point there, Delete removes the nearest, and
        the digits choose the class.
      </p>
    </MapFrame>
  );
}

/** How far from a point, in units of the plane, a pointer still takes hold of it. */
const reach = 0.17;

/** A press of the pointer: on a point, which it may drag, or beside all. */
type Press = { id: number; index: number; from: PlanePlace; moved: boolean };

/** Handlers by which a pointer adds, drags, renames or removes a point. */
function usePress(own: OwnPoints, tool: Tool) {
  const press = useRef<Press | null>(null);

  function down(event: PointerEvent) {
    if (event.button !== 0 || press.current) return;
    const from = placeUnder(event);
    const index = nearestTo(own.points, from, reach);
    press.current = { id: event.pointerId, index, from, moved: false };
    if (index >= 0) event.currentTarget.setPointerCapture(event.pointerId);
  }
  function move(event: PointerEvent) {
    const held = press.current;
    if (!held || held.id !== event.pointerId) return;
    const place = placeUnder(event);
    held.moved ||= Math.hypot(place.x - held.from.x, place.y - held.from.y) > 0.06;
    if (held.moved && held.index >= 0 && tool !== "erase") own.drag(held.index, place);
  }
  function up(event: PointerEvent) {
    const held = press.current;
    if (!held || held.id !== event.pointerId) return;
    press.current = null;
    const place = placeUnder(event);
    own.drag(held.index, null);
    if (tool === "erase") {
      if (held.index >= 0) own.remove(held.index);
    } else if (held.index < 0) own.add(place, tool);
    else own.replace(held.index, held.moved ? place : { target: tool });
  }
  function cancel() {
    if (press.current) own.drag(press.current.index, null);
    press.current = null;
  }
  return {
    onPointerDown: down,
    onPointerMove: move,
    onPointerUp: up,
    onPointerCancel: cancel,
    onPointerLeave: () => {
      // Only what is dragged holds the pointer; another press has left the plane.
      if (press.current && press.current.index < 0) cancel();
    },
  };
}
