import { groups, type Letter, letters } from "@/labs/sound/formants";
import { drawVowel, type Vowel } from "@/labs/sound/voice";

const below = (count: number) => Math.floor(count * Math.random());

/** A vowel that no run has drawn, of anyone; `noise` as in the run. */
export function freshVowel(letter: Letter, noise: number): Vowel {
  return drawVowel(letter, below(groups.length), noise, below(2 ** 32));
}

/** Vowels of one speaker at one time of life, with letters drawn at random. */
export function freshWord(length: number, noise: number): Vowel[] {
  const group = below(groups.length);
  return Array.from({ length }, () => {
    const letter = letters[below(letters.length)] ?? "A";
    return drawVowel(letter, group, noise, below(2 ** 32));
  });
}
