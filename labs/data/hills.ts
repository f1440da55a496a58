// A landscape to predict: two rises and two hollows, heights from −1 to 1.

import { normal } from "../arithmetic/random";
import { plane } from "./plane-dataset";

/** A rise that falls off with the distance from its top, as 1 / (1 + d²)². */
function rise(x: number, y: number, topX: number, topY: number): number {
  const [dx, dy] = [x - topX, y - topY];
  const distance = dx * dx + dy * dy;
  return 1 / ((1 + distance) * (1 + distance));
}

const height = (x: number, y: number) =>
  rise(x, y, 1.4, 1.4) -
  rise(x, y, 1.4, -1.4) -
  rise(x, y, -1.4, 1.4) +
  rise(x, y, -1.4, -1.4);

const point = (draw: () => number, _index: number, noise: number) => {
  const x = 6 * draw() - 3;
  const y = 6 * draw() - 3;
  return { x, y, target: height(x, y) + 0.5 * noise * normal(draw) };
};

export const hills = plane("Hills", "number", point);
