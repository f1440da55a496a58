// Two arms that wind around each other for a little over one turn and a half.
import { cosine, sine } from "../arithmetic/elementary";
import { normal } from "../arithmetic/random";
import { plane } from "./plane-dataset";

const point = (draw: () => number, index: number, noise: number) => {
  const target = index % 2 === 0 ? 1 : -1;
  const along = draw();
  const radius = 0.2 + 2.6 * along;
  const angle = 1.75 * 2 * Math.PI * along + (target > 0 ? 0 : Math.PI);
  return {
    x: radius * sine(angle) + 0.5 * noise * normal(draw),
    y: radius * cosine(angle) + 0.5 * noise * normal(draw),
    target,
  };
};

export const spiral = plane("Spiral", "classes", point);
