import { cosine, exp } from "@/labs/arithmetic/elementary";
import { normal, uniform } from "@/labs/arithmetic/random";
import { bandwidths, type Group, groups, type Letter, upperFormants } from "./formants";

// A voice made of arithmetic: pulses of air at some pitch, ringing in five resonators.

/** One vowel of one speaker, before anything sounds. */
export type Vowel = {
  letter: Letter;
  group: Group;
  /** Pulses per second, in Hz. */
  pitch: number;
  /** Five formants, in Hz. */
  formants: readonly number[];
  /** The share of each period in which air flows; more is softer. */
  open: number;
  /** How bright the voice is: −0.7, dull, to 0.3, shrill. */
  bright: number;
  /** How loud the hiss behind the voice is, as a share of the pulses. */
  hiss: number;
  /** Decides the hiss and the small wavering of the pitch. */
  key: number;
};

/** No formant strays beyond these, in Hz. */
const lowestFormant = 150;
const highestFormant = 5600;

/**
 * Draws a vowel from the key of a stream. The pitch is within half an octave of the
 * group's average; a formant strays from the average by a factor e^(noise / 2 × normal),
 * so that a noise of 0.2 makes a deviation of about a tenth.
 */
export function drawVowel(
  letter: Letter,
  group: number,
  noise: number,
  key: number,
): Vowel {
  const draw = uniform(key);
  const speaker = groups[group] ?? groups[0];
  const pitch = speaker.pitch * exp(Math.LN2 * (draw() - 0.5));
  const open = 0.5 + 0.25 * draw();
  const bright = draw() - 0.7;
  const hiss = 0.04 * draw();
  const means = [...speaker.formants[letter], ...upperFormants(speaker)];
  const formants = means.map((mean) => {
    const strayed = mean * exp(0.5 * noise * normal(draw));
    return Math.min(Math.max(strayed, lowestFormant), highestFormant);
  });
  return { letter, group: speaker, pitch, formants, open, bright, hiss, key };
}

/**
 * The air that flows at `phase` (0 … 1) of a period: it swells for two thirds of the open
 * time and falls for one. Source: Rosenberg, "Effect of glottal pulse shape on the
 * quality of natural vowels" (1971), pulse B.
 */
export function flow(phase: number, open: number): number {
  const swelling = (2 / 3) * open;
  if (phase >= open) return 0;
  if (phase < swelling) {
    const x = phase / swelling;
    return x * x * (3 - 2 * x);
  }
  const x = (phase - swelling) / (open - swelling);
  return 1 - x * x;
}

/** How far the pitch of one period wavers at most, as a share. */
const wavering = 0.01;

/** By how much the pitch falls in a second, as a share. */
const falling = 0.15;

/** The change of the air flow from sample to sample, with hiss: what a mouth radiates. */
function fillSource(into: Float64Array, { pitch, open, bright, hiss, key }: Vowel) {
  const draw = uniform(key + 1);
  const middle = into.length / 2;
  let phase = draw();
  let waver = 1;
  let before = flow(phase, open);
  let changeBefore = 0;
  for (let n = 0; n < into.length; n += 1) {
    const glide = 1 - (falling * (n - middle)) / soundRate;
    phase += (pitch * glide * waver) / soundRate;
    if (phase >= 1) {
      phase -= 1;
      waver = 1 + wavering * (2 * draw() - 1);
    }
    const now = flow(phase, open);
    const change = now - before + hiss * (draw() - 0.5);
    into[n] = change - bright * changeBefore;
    before = now;
    changeBefore = change;
  }
}

/** The sound of a vowel, `length` samples at `soundRate`; it swells from silence. */
export function sing(vowel: Vowel, length: number): Float64Array {
  const sound = new Float64Array(length);
  fillSource(sound, vowel);
  for (let at = 0; at < bandwidths.length; at += 1) {
    resonate(sound, vowel.formants[at]!, bandwidths[at]!);
  }
  return sound;
}

// A resonator rings at one frequency, as the air in a throat does.

/** Samples per second: the fifth formant of a child still fits under half of it. */
export const soundRate = 12_000;

/**
 * Sends a sound through a resonator, in place: y(n) = a x(n) + b y(n − 1) + c y(n − 2).
 * Source: Klatt (1980), equations 1 and 2.
 */
export function resonate(sound: Float64Array, frequency: number, bandwidth: number) {
  const turn = (2 * Math.PI * frequency) / soundRate;
  const c = -exp((-2 * Math.PI * bandwidth) / soundRate);
  const b = 2 * exp((-Math.PI * bandwidth) / soundRate) * cosine(turn);
  const a = 1 - b - c;
  let last = 0;
  let beforeLast = 0;
  for (let n = 0; n < sound.length; n += 1) {
    const now = a * sound[n]! + b * last + c * beforeLast;
    sound[n] = now;
    beforeLast = last;
    last = now;
  }
}
