// A place of the plane, reached by pointer or by keys.
import { planeRadius } from "@/labs/dataset";
import { twoDecimals } from "@/labs/own/own-points";

export type PlanePlace = { x: number; y: number };

/** The side of the square that maps are drawn in, in units of their own. */
export const mapSize = 300;

/** Where x, or −y, stands on a map. */
export const onMap = (value: number) => (mapSize * (value / planeRadius + 1)) / 2;

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

const steps: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, 1],
  ArrowDown: [0, -1],
};

/** Where an arrow key moves a place: by 0.1, or 0.5 with Shift; null for other keys. */
export function placeAfter(
  { key, shiftKey }: { key: string; shiftKey: boolean },
  { x, y }: PlanePlace,
): PlanePlace | null {
  const step = steps[key];
  if (!step) return null;
  const far = shiftKey ? 0.5 : 0.1;
  return onPlane({ x: x + far * step[0], y: y + far * step[1] });
}

const short = (value: number) => value.toFixed(2).replace("-", "−");

/** A place in words. */
export const placeText = ({ x, y }: PlanePlace) => `x ${short(x)}, y ${short(y)}`;
