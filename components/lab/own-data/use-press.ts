"use client";
import { type PointerEvent, useRef } from "react";
import { type PlanePlace, placeUnder } from "../network/plane-place";
import type { Tool } from "./tool-choice";
import { nearestTo, type OwnPoints } from "./use-own-points";

/** How far from a point, in units of the plane, a pointer still takes hold of it. */
const reach = 0.17;

/** A press of the pointer: on a point, which it may drag, or beside all. */
type Press = { id: number; index: number; from: PlanePlace; moved: boolean };

/** What a pointer does on the plane: adds, drags, renames or removes a point. */
export function usePress(own: OwnPoints, tool: Tool) {
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
