// Two round clouds, blue at the upper right and orange at the lower left.
import type { Dataset } from "../dataset";
import { normal } from "../random";

export const gaussian: Dataset = {
  label: "Two clouds",
  kind: "classes",
  point(draw, index, noise) {
    const target = index % 2 === 0 ? 1 : -1;
    const spread = 0.45 + 1.5 * noise;
    return {
      x: 1.2 * target + spread * normal(draw),
      y: 1.2 * target + spread * normal(draw),
      target,
    };
  },
};
