// Two round clouds, blue at the upper right and orange at the lower left.

import { normal } from "../arithmetic/random";
import { plane } from "./plane-dataset";

const point = (draw: () => number, index: number, noise: number) => {
  const target = index % 2 === 0 ? 1 : -1;
  const spread = 0.45 + 1.5 * noise;
  return {
    x: 1.2 * target + spread * normal(draw),
    y: 1.2 * target + spread * normal(draw),
    target,
  };
};

export const gaussian = plane("Two clouds", "classes", point);
