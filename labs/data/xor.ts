// Blue where x and y have the same sign, orange where they differ.

import { normal } from "../arithmetic/random";
import { plane } from "./plane-dataset";

const point = (draw: () => number, index: number, noise: number) => {
  const blue = index % 2 === 0;
  const x = (0.2 + 2.7 * draw()) * (draw() < 0.5 ? -1 : 1);
  const y = (0.2 + 2.7 * draw()) * (blue === x > 0 ? 1 : -1);
  return {
    x: x + noise * normal(draw),
    y: y + noise * normal(draw),
    target: blue ? 1 : -1,
  };
};

export const xor = plane("Exclusive or", "classes", point);
