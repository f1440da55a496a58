// Two arms that wind around each other for a little over one turn and a half.
import type { Dataset } from "../dataset";
import { normal } from "../random";

/** Math.sin may differ in its last bits between browsers; this grid hides that. */
const onGrid = (value: number) => Math.round(value * 4096) / 4096;

export const spiral: Dataset = {
  label: "Spiral",
  kind: "classes",
  point(draw, index, noise) {
    const target = index % 2 === 0 ? 1 : -1;
    const along = draw();
    const radius = 0.2 + 2.6 * along;
    const angle = 1.75 * 2 * Math.PI * along + (target > 0 ? 0 : Math.PI);
    return {
      x: onGrid(radius * Math.sin(angle)) + 0.5 * noise * normal(draw),
      y: onGrid(radius * Math.cos(angle)) + 0.5 * noise * normal(draw),
      target,
    };
  },
};
