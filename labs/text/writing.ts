// Writing with a network: each letter that it gives becomes the last that it sees.

import { exp } from "../arithmetic/elementary";
import { streamKey, streams, uniform } from "../arithmetic/random";
import { alphabet, oneHot, placesOf } from "../data/alphabet";
import { textOfRun } from "../data/text";
import { networkOf } from "../run/plan";
import type { Run } from "../run/run";
import { scoresOf } from "../training/score";

/** A network that has come some way in its training on a text. */
export type Writer = { run: Run; weights: Float32Array };

/** How the next letter is chosen. */
export type Choosing = {
  /**
   * The scores are divided by it: at 1 letters are drawn with the network's probabilities,
   * below it the likely ones more often; at 0 always the likeliest.
   */
  temperature: number;
  /** Which of many texts: equal numbers draw alike. */
  draw: number;
};

/** The most probable letter's place. */
const likeliest = (scores: Float64Array) =>
  scores.reduce((best, score, at) => (score > scores[best]! ? at : best), 0);

/**
 * Softmax of the scores divided by a temperature above 0: a probability for each letter of
 * the alphabet.
 */
export function sharesAt(scores: Float64Array, temperature: number): Float64Array {
  const most = scores[likeliest(scores)]!;
  const shares = scores.map((score) => exp((score - most) / temperature));
  const sum = shares.reduce((all, share) => all + share, 0);
  return shares.map((share) => share / sum);
}

/** The scores of each letter to come next, after the last letters of `letters`. */
function scoresAfter({ run, weights }: Writer, places: Int32Array): Float64Array {
  return scoresOf(networkOf(run), weights, oneHot(places.slice(-run.context)));
}

/** As many letters as the network of a run sees, blanks before those that are too few. */
const seenOf = (run: Run, letters: string) =>
  letters.slice(-run.context).padStart(run.context, " ");

/** The probability of each letter of the alphabet to come next. */
export const nextLetter = (writer: Writer, letters: string): Float64Array =>
  sharesAt(scoresAfter(writer, placesOf(seenOf(writer.run, letters))), 1);

/** The letters before the held part of a run: what writing goes on from. */
export function promptOf(run: Run, train: number): string {
  return textOfRun(run).slice(train, train + run.context);
}

/**
 * `count` letters that go on from `letters`, one by one. Ends early where scores are no
 * numbers.
 */
export function goneOn(
  writer: Writer,
  letters: string,
  count: number,
  { temperature, draw }: Choosing,
): string {
  const { run } = writer;
  const next = uniform(streamKey(run.seed, streams.writing, draw));
  let places = placesOf(seenOf(run, letters));
  let written = "";
  for (let at = 0; at < count; at += 1) {
    const scores = scoresAfter(writer, places);
    if (!scores.every(Number.isFinite)) break;
    const place =
      temperature === 0
        ? likeliest(scores)
        : drawn(sharesAt(scores, temperature), next());
    written += alphabet[place];
    places = Int32Array.of(...places.slice(1), place);
  }
  return written;
}

/** The place whose share of the way from 0 to 1 holds `at`. */
function drawn(shares: Float64Array, at: number): number {
  let sum = 0;
  const place = shares.findIndex((share) => {
    sum += share;
    return at < sum;
  });
  return place < 0 ? likeliest(shares) : place;
}
