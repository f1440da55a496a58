"use client";
import { type KeyboardEvent, type PointerEvent, useState } from "react";
import { type PlanePlace, placeAfter, placeUnder } from "../plane/plane-place";

/**
 * A cross on a map: it follows the pointer, and stays where it was clicked or moved to
 * with the arrow keys; `onPin` is told where.
 */
export function useCross(onPin: (place: PlanePlace) => void) {
  const [pinned, setPinned] = useState<PlanePlace | null>(null);
  const [hovered, setHovered] = useState<PlanePlace | null>(null);
  function pin(place: PlanePlace) {
    setPinned(place);
    onPin(place);
  }
  return {
    place: hovered ?? pinned,
    handlers: {
      onPointerMove(event: PointerEvent) {
        if (event.pointerType !== "touch") setHovered(placeUnder(event));
      },
      onPointerLeave: () => setHovered(null),
      onPointerUp: (event: PointerEvent) => pin(placeUnder(event)),
      onKeyDown(event: KeyboardEvent) {
        const next = placeAfter(event, pinned ?? { x: 0, y: 0 });
        if (event.key === "Escape") setPinned(null);
        if (!next) return;
        event.preventDefault();
        setHovered(null);
        pin(next);
      },
    },
  };
}
