import { readScores } from "@/labs/network/certainty";
import type { Network } from "@/labs/network/network";
import { type Letter, letters } from "@/labs/sound/formants";
import { frameSize, type Hearing } from "@/labs/sound/spectrum";
import { sing, soundRate, type Vowel } from "@/labs/sound/voice";
import { scoresOf } from "@/labs/training/score";

// Finding the voice in a recording, and what the network is to read of it.

/** From sample `from` to before sample `to`. */
export type Stretch = { from: number; to: number };

/** From one frame to the next: 11 ms. */
const hop = 128;

/** Voices repeat themselves 70 to 450 times a second. */
const shortestPeriod = Math.floor(soundRate / 450);
const longestPeriod = Math.ceil(soundRate / 70);

/** A frame counts as voiced from this likeness to itself one period later: 0 to 1. */
const likeness = 0.6;

/** How quiet a frame may be beside the loudest, as a share of its amplitude. */
const quietShare = 0.15;

/** Below this amplitude nothing was said: full scale is 1. */
export const silence = 0.003;

/** A voice that pauses shorter than this goes on: 53 ms. */
const shortPause = 5 * hop;

/** Shorter than this is a click, not a vowel: 85 ms. */
const shortest = 8 * hop;

/** The root of the mean square of the frame at `at`. */
function amplitude(sound: Float64Array, at: number): number {
  let sum = 0;
  for (let n = at; n < at + frameSize; n += 1) sum += sound[n]! * sound[n]!;
  return Math.sqrt(sum / frameSize);
}

/** How like itself the frame at `at` is after the best of all periods of a voice. */
export function periodicity(sound: Float64Array, at: number): number {
  const length = frameSize - longestPeriod;
  let best = 0;
  for (let period = shortestPeriod; period <= longestPeriod; period += 1) {
    let product = 0;
    let early = 0;
    let late = 0;
    for (let n = at; n < at + length; n += 1) {
      const a = sound[n]!;
      const b = sound[n + period]!;
      product += a * b;
      early += a * a;
      late += b * b;
    }
    const both = Math.sqrt(early * late);
    if (both > 0) best = Math.max(best, product / both);
  }
  return best;
}

/** The mean of eight samples around each, twice: what is left is below 1,000 Hz or so. */
function softened(sound: Float64Array): Float64Array {
  let soft = sound;
  for (let turn = 0; turn < 2; turn += 1) {
    const means = new Float64Array(sound.length);
    let sum = 0;
    for (let n = 0; n < sound.length; n += 1) {
      sum += soft[n]! - (soft[n - 8] ?? 0);
      means[n] = sum / 8;
    }
    soft = means;
  }
  return soft;
}

/** The loudest amplitude of any frame. */
export function loudest(sound: Float64Array): number {
  let most = 0;
  for (let at = 0; at + frameSize <= sound.length; at += hop) {
    most = Math.max(most, amplitude(sound, at));
  }
  return most;
}

/** Where a recording at `soundRate` holds a voice: one stretch for each vowel said. */
export function voicedStretches(sound: Float64Array): Stretch[] {
  const enough = Math.max(silence, quietShare * loudest(sound));
  // A voice repeats itself in its low part; breath and the room hiss in the high.
  const low = softened(sound);
  const stretches: Stretch[] = [];
  for (let at = 0; at + frameSize <= sound.length; at += hop) {
    if (amplitude(sound, at) < enough || periodicity(low, at) < likeness) continue;
    const last = stretches.at(-1);
    const from = at + (frameSize - hop) / 2;
    if (last && from - last.to <= shortPause) last.to = from + hop;
    else stretches.push({ from, to: from + hop });
  }
  return stretches.filter(({ from, to }) => to - from >= shortest);
}

/**
 * The frames of a stretch, a row each: one every 11 ms over its middle half, where
 * a vowel is steadiest; at least one.
 */
export function framesOf(
  sound: Float64Array,
  { from, to }: Stretch,
  { width, fill }: Hearing,
): Float32Array {
  const middle = (from + to - frameSize) / 2;
  const half = Math.max(0, Math.floor((to - from) / 4 / hop));
  const frames = new Float32Array((2 * half + 1) * width);
  for (let step = -half; step <= half; step += 1) {
    const at = Math.max(0, Math.round(middle + step * hop));
    const row = (step + half) * width;
    fill(sound, at, frames.subarray(row, row + width));
  }
  return frames;
}

// From sound to letters, with the network of a run.

/** One stretch of voice as the network reads it. */
export type Reading = {
  /** "?" where the network puts out no number. */
  letter: Letter | "?";
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
    return { letter: letters[best] ?? "?", probabilities };
  });
}

// Vowels one after another, as they are played to the reader.

/** How loud the loudest sample is; full scale is 1. */
const peak = 0.5;

/** How long a vowel takes to come and to go: 40 ms. */
const fade = 0.04 * soundRate;

type Phrase = {
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
