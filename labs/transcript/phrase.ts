// Vowels one after another, as they are played to the reader.

import { soundRate } from "../sound/resonator";
import { sing, type Vowel } from "../sound/voice";
import type { Stretch } from "./listen";

/** How loud the loudest sample is; full scale is 1. */
const peak = 0.5;

/** How long a vowel takes to come and to go: 40 ms. */
const fade = 0.04 * soundRate;

export type Phrase = {
  /** At `soundRate`. */
  sound: Float64Array;
  /** Where each vowel stands. */
  stretches: readonly Stretch[];
};

/** Sings vowels of `seconds` each, with pauses before, between and behind. */
export function phraseOf(
  vowels: readonly Vowel[],
  seconds: number,
  pause = 0.12,
): Phrase {
  const length = Math.round(seconds * soundRate);
  const gap = Math.round(pause * soundRate);
  const sound = new Float64Array(gap + vowels.length * (length + gap));
  const stretches = vowels.map((vowel, place) => {
    const from = gap + place * (length + gap);
    const sung = sing(vowel, length);
    const highest = sung.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
    sung.forEach((value, n) => {
      const edge = Math.min(1, n / fade, (length - 1 - n) / fade);
      sound[from + n] = (peak * edge * value) / highest;
    });
    return { from, to: from + length };
  });
  return { sound, stretches };
}
