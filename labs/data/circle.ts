// A blue disc inside an orange ring, with a gap between them.

import { normal } from "../arithmetic/random";
import { plane } from "./plane-dataset";

const point = (draw: () => number, index: number, noise: number) => {
  const blue = index % 2 === 0;
  const [nearest, farthest] = blue ? [0, 1.3] : [1.8, 2.9];
  for (;;) {
    const x = 6 * draw() - 3;
    const y = 6 * draw() - 3;
    const distance = Math.sqrt(x * x + y * y);
    if (distance < nearest || distance > farthest) continue;
    return {
      x: x + noise * normal(draw),
      y: y + noise * normal(draw),
      target: blue ? 1 : -1,
    };
  }
};

export const circle = plane("Circle", "classes", point);
