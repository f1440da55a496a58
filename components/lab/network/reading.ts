// The network's exact numbers at one place of the plane, in a sentence.
import { kindOf } from "@/labs/dataset";
import { inputs } from "@/labs/input";
import { classNames } from "@/labs/input-names";
import { neuronsAt } from "@/labs/plane";
import type { Run } from "@/labs/run";
import { type PlanePlace, placeText } from "../plane/plane-place";
import { nameOf, type Spot, signed } from "./names";

/** What a spot puts out at a place. */
function valueAt(run: Run, weights: Float32Array, place: PlanePlace, spot: Spot) {
  const input = run.inputs[spot.row];
  if (spot.column === 0) return input ? inputs[input].of(place.x, place.y) : 0;
  return neuronsAt(run, weights, place)[spot.column - 1]?.[spot.row] ?? 0;
}

/** All scores at a place, and the class they stand for. */
function scoresText(run: Run, scores: Float64Array): string {
  const classes = classNames(run);
  const kind = kindOf(run);
  const [score = 0] = scores;
  if (kind === "number") return `the network puts out ${signed(score)}`;
  if (kind === "classes") {
    return `the network puts out ${signed(score)}: ${classes[Number(score > 0)]}`;
  }
  const best = scores.reduce((most, one, at) => (one > scores[most]! ? at : most), 0);
  const each = Array.from(scores, (one, at) => `${classes[at]} ${signed(one)}`);
  return `the scores are ${each.join(", ")}: ${classes[best]}`;
}

/** What the network, and the chosen neuron if any, says of a place. */
export function readingAt(
  run: Run,
  weights: Float32Array,
  place: PlanePlace,
  chosen: Spot | null,
): string {
  const scores = neuronsAt(run, weights, place).at(-1) ?? new Float64Array();
  const said = `At ${placeText(place)} ${scoresText(run, scores)}.`;
  if (!chosen) return said;
  return `${said} ${nameOf(chosen, run)}: ${signed(valueAt(run, weights, place, chosen))}.`;
}
