// A place of the plane, reached by pointer or by keys.

import { arrowKeys } from "@/components/kit/arrow-keys";
import { fixedText } from "@/labs/arithmetic/number-text";
import { planeRadius } from "@/labs/data/dataset";
import { twoDecimals } from "@/labs/data/own-points";

/** A place in units of the plane. */
export type PlanePlace = { x: number; y: number };

/** The side of the square that maps are drawn in, in units of their own. */
export const mapSize = 300;

/** The place of x, or of −y, on a map. */
export const onMap = (value: number) => (mapSize * (value / planeRadius + 1)) / 2;

/** Whether the maps show a place. */
export const isShown = ({ x, y }: PlanePlace) =>
  Math.max(Math.abs(x), Math.abs(y)) <= planeRadius;

/** The lines across a map at x and at y, as an SVG path. */
export const crossAt = ({ x, y }: PlanePlace) =>
  `M${onMap(x)} 0V${mapSize}M0 ${onMap(-y)}H${mapSize}`;

const inside = (value: number) =>
  twoDecimals(Math.min(Math.max(value, -planeRadius), planeRadius));

/** The closest place that the maps show, to two decimals. */
export const onPlane = ({ x, y }: PlanePlace): PlanePlace => ({
  x: inside(x),
  y: inside(y),
});

/** The place under a pointer, inside the element that shows the plane. */
export function placeUnder(event: {
  clientX: number;
  clientY: number;
  currentTarget: {
    getBoundingClientRect(): Pick<DOMRect, "left" | "top" | "width" | "height">;
  };
}): PlanePlace {
  const { left, top, width, height } = event.currentTarget.getBoundingClientRect();
  return onPlane({
    x: planeRadius * ((2 * (event.clientX - left)) / width - 1),
    y: planeRadius * (1 - (2 * (event.clientY - top)) / height),
  });
}

/** A place moved by an arrow key: by 0.1, or 0.5 with Shift; null for other keys. */
export function placeAfter(
  { key, shiftKey }: { key: string; shiftKey: boolean },
  { x, y }: PlanePlace,
): PlanePlace | null {
  const arrow = arrowKeys[key];
  if (!arrow) return null;
  const [right, down] = arrow;
  const far = shiftKey ? 0.5 : 0.1;
  return onPlane({ x: x + far * right, y: y - far * down });
}

/** A place in words. */
export const placeText = ({ x, y }: PlanePlace) =>
  `x ${fixedText(x, 2)}, y ${fixedText(y, 2)}`;
