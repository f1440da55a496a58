import { expect, test } from "vitest";
import { uniform } from "@/labs/arithmetic/random";
import { groups, letters } from "@/labs/sound/formants";
import { resample } from "@/labs/sound/resample";
import { asBands, bandCount } from "@/labs/sound/spectrum";
import { drawVowel, soundRate } from "@/labs/sound/voice";
import {
  framesOf,
  loudest,
  periodicity,
  phraseOf,
  voicedStretches,
} from "@/labs/transcript/transcript";

const hissing = (length: number, loudness: number) => {
  const draw = uniform(3);
  return Float64Array.from({ length }, () => loudness * (2 * draw() - 1));
};

test("in a phrase in a noisy room, every vowel is found where it is", () => {
  for (let key = 1; key <= 40; key += 1) {
    const vowels = letters
      .slice(key % 3, (key % 3) + 3)
      .map((letter, at) => drawVowel(letter, key % groups.length, 0.2, 10 * key + at));
    const { sound, stretches } = phraseOf(vowels, 0.35);
    const room = hissing(sound.length, 0.01);
    const found = voicedStretches(sound.map((value, n) => 0.3 * value + room[n]!));
    expect(found).toHaveLength(3);
    found.forEach(({ from, to }, at) => {
      expect(Math.abs(from - stretches[at]!.from)).toBeLessThan(0.07 * soundRate);
      expect(Math.abs(to - stretches[at]!.to)).toBeLessThan(0.07 * soundRate);
    });
  }
});

test("silence, hiss and a click hold no voice", () => {
  expect(voicedStretches(new Float64Array(soundRate))).toEqual([]);
  expect(voicedStretches(hissing(soundRate, 0.3))).toEqual([]);
  const click = new Float64Array(soundRate);
  click[6000] = 1;
  expect(voicedStretches(click)).toEqual([]);
  expect(voicedStretches(new Float64Array(10))).toEqual([]);
});

test("a tone is like itself one period later, hiss is not", () => {
  const tone = Float64Array.from({ length: 1000 }, (_, n) =>
    Math.sin((2 * Math.PI * 200 * n) / soundRate),
  );
  expect(periodicity(tone, 0)).toBeGreaterThan(0.99);
  expect(periodicity(hissing(1000, 1), 0)).toBeLessThan(0.4);
  expect(loudest(tone)).toBeCloseTo(Math.SQRT1_2, 2);
});

test("the frames of a stretch lie inside it, one at least", () => {
  const { sound, stretches } = phraseOf([drawVowel("A", 1, 0, 5)], 0.4);
  const spectra = framesOf(sound, stretches[0]!, asBands);
  expect(spectra.length % bandCount).toBe(0);
  expect(spectra.length / bandCount).toBeGreaterThan(10);
  for (let row = 0; row < spectra.length; row += bandCount) {
    expect(Math.max(...spectra.subarray(row, row + bandCount))).toBe(1);
  }
  expect(framesOf(sound, { from: 3000, to: 3001 }, asBands)).toHaveLength(bandCount);
});

test.each([8000, 44_100, 48_000])(
  "a tone resampled from %d per second stays that tone",
  (rate) => {
    const at = (hertz: number, per: number, length: number) =>
      Float64Array.from({ length }, (_, n) => Math.sin((2 * Math.PI * hertz * n) / per));
    const resampled = resample(at(1234, rate, rate / 4), rate, soundRate);
    expect(resampled).toHaveLength(soundRate / 4);
    const wanted = at(1234, soundRate, soundRate / 4);
    for (let n = 200; n < resampled.length - 200; n += 1) {
      expect(Math.abs(resampled[n]! - wanted[n]!)).toBeLessThan(0.005);
    }
  },
);

test("resampling takes away what the lower rate cannot hold", () => {
  const high = Float64Array.from({ length: 48_000 }, (_, n) =>
    Math.sin((2 * Math.PI * 9000 * n) / 48_000),
  );
  const inside = resample(high, 48_000, soundRate).subarray(200, -200);
  expect(Math.max(...inside.map(Math.abs))).toBeLessThan(0.003);
});
