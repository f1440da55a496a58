// Where the plane changes from one answer of a network to another.

import { planeRadius } from "@/labs/data/dataset";
import { featuresAt } from "../data/sample";
import { networkOf } from "../run/plan";
import type { Run } from "../run/run";
import { scoresOf } from "../training/score";
import { type Contour, contours } from "./contour";

/** The most multiplications spent on one boundary. */
const most = 4_000_000;

/** How far each score leads before the highest of the others. */
function leads(scores: Float64Array, outputs: number, output: number): Float64Array {
  if (outputs === 1) return scores;
  return Float64Array.from({ length: scores.length / outputs }, (_, row) => {
    const each = scores.subarray(row * outputs, (row + 1) * outputs);
    let highest = -Infinity;
    each.forEach((score, o) => {
      if (o !== output) highest = Math.max(highest, score);
    });
    return each[output]! - highest;
  });
}

/**
 * The lines of the plane where the score is 0 or, with several classes, where two classes
 * score highest. Each is x and y by turns, in units of the plane.
 */
export function boundaries(run: Run, weights: Float32Array): readonly Contour[] {
  const network = networkOf(run);
  const { outputs } = network.layers.at(-1)!;
  const affordable = Math.floor(Math.sqrt(most / network.size));
  const side = Math.min(Math.max(affordable, 13), 61);
  const at = (step: number) => planeRadius * ((2 * step) / (side - 1) - 1);
  const places = Array.from({ length: side * side }, (_, index) => ({
    x: at(index % side),
    y: -at(Math.floor(index / side)),
  }));
  const features = featuresAt(run, places);
  const scores = scoresOf(network, weights, features);
  // The last of several classes borders only on those whose lines are drawn already.
  const drawn = Math.max(outputs - 1, 1);
  const lines: Contour[] = [];
  for (let output = 0; output < drawn; output += 1) {
    const values = leads(scores, outputs, output);
    lines.push(...contours({ values, width: side, height: side }, 0));
  }
  return lines.map((line) => line.map((step, k) => (k % 2 === 0 ? at(step) : -at(step))));
}
