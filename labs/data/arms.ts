// Three spiral arms, a class each, wound around one centre.
import { cosine, sine } from "../arithmetic/elementary";
import { normal } from "../arithmetic/random";
import { plane } from "./plane-dataset";

const point = (draw: () => number, index: number, noise: number) => {
  const target = index % 3;
  const distance = 0.2 + 2.4 * draw();
  const angle = 1.6 * distance + (target * 2 * Math.PI) / 3;
  return {
    x: distance * cosine(angle) + noise * normal(draw),
    y: distance * sine(angle) + noise * normal(draw),
    target,
  };
};

export const arms = plane("Three arms", "several", point, ["orange", "blue", "green"]);
