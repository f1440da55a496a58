// Vowels that nobody has spoken: each example is a moment of a synthesised vowel.

import type { TableDataset } from "@/labs/data/dataset";
import { streamKey, streams } from "../arithmetic/random";
import { groups, letters } from "../sound/formants";
import { asBands, asWave, frameSize, type Hearing } from "../sound/spectrum";
import { drawVowel, sing, type Vowel } from "../sound/voice";

/** Samples before the frame, in which the resonators come to ring: 21 ms. */
const swell = 256;

/** The vowel of one example: the letters take turns, and so do man, woman and child. */
export function vowelAt(seed: number, noise: number, index: number): Vowel {
  const letter = letters[index % letters.length]!;
  const group = Math.floor(index / letters.length) % groups.length;
  return drawVowel(letter, group, noise, streamKey(seed, streams.data, index));
}

/** The examples made so far for one seed and noise; only those that lack are made. */
type Made = { seed: number; noise: number; count: number; features: Float32Array };

/** How many pairs of seed and noise are kept: a lab may train several runs at once. */
const kept = 4;

/** Gives the features of the first vowels of a seed and noise, and keeps them. */
function createMaker({ width, fill }: Hearing) {
  /** The latest first. */
  let made: readonly Made[] = [];
  return (seed: number, noise: number, count: number): Float32Array => {
    const known = made.find((one) => one.seed === seed && one.noise === noise);
    let now = known ?? { seed, noise, count: 0, features: new Float32Array() };
    if (now.count < count) {
      const features = new Float32Array(count * width);
      features.set(now.features);
      for (let index = now.count; index < count; index += 1) {
        const sound = sing(vowelAt(seed, noise, index), swell + frameSize);
        fill(sound, swell, features.subarray(index * width, (index + 1) * width));
      }
      now = { seed, noise, count, features };
    }
    made = [now, ...made.filter((one) => one !== known)].slice(0, kept);
    return now.features.slice(0, count * width);
  };
}

function vowelsHeard(label: string, hearing: Hearing): TableDataset {
  const featuresOf = createMaker(hearing);
  return {
    on: "sound",
    label,
    uses: ["noise", "samples"],
    kind: () => "several",
    classes: () => letters,
    file: null,
    width: () => hearing.width,
    rows({ samples, noise, seed }) {
      const targets = Float32Array.from(
        { length: samples },
        (_, at) => at % letters.length,
      );
      return { features: featuresOf(seed, noise, samples), targets };
    },
  };
}

export const vowels = vowelsHeard("Vowels, 32 bands", asBands);

export const waves = vowelsHeard("Vowels, the raw sound", asWave);
