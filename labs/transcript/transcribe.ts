// From sound to letters, with the network of a run.

import { readScores } from "../network/certainty";
import type { Network } from "../network/network";
import { type Letter, letters } from "../sound/formants";
import type { Hearing } from "../sound/spectrum";
import { scoresOf } from "../training/score";
import { framesOf, type Stretch } from "./listen";

/** What the network makes of one stretch of voice. */
export type Reading = {
  letter: Letter;
  /** A probability for each letter, in the order of `letters`. */
  probabilities: readonly number[];
};

/**
 * Reads stretches of a sound, a letter each: the softmax of the scores for every frame of
 * the stretch, and their mean. `weights` are of a network from what is heard to letters.
 */
export function transcribe(
  network: Network,
  weights: Float32Array,
  hearing: Hearing,
  sound: Float64Array,
  stretches: readonly Stretch[],
): Reading[] {
  const count = letters.length;
  return stretches.map((stretch) => {
    const frames = framesOf(sound, stretch, hearing);
    const scores = scoresOf(network, weights, frames);
    const rows = scores.length / count;
    const probabilities = new Array<number>(count).fill(0);
    for (let at = 0; at < scores.length; at += count) {
      const row = readScores("shares", scores.subarray(at, at + count));
      row.forEach((share, letter) => {
        probabilities[letter]! += share / rows;
      });
    }
    const best = probabilities.indexOf(Math.max(...probabilities));
    return { letter: letters[best] ?? "A", probabilities };
  });
}
