import { expect, test } from "vitest";
import { groups, letters, upperFormants } from "@/labs/sound/formants";
import { createFourier } from "@/labs/sound/spectrum";
import { drawVowel, flow, resonate, sing, soundRate } from "@/labs/sound/voice";

const size = 4096;
const bin = soundRate / size;

/** The power of what `sounds` makes of a single click. */
function response(through: (sound: Float64Array) => void): Float64Array {
  const click = new Float64Array(size);
  click[0] = 1;
  through(click);
  return createFourier(size).power(click);
}

test("a resonator rings most at its frequency, half as much half its bandwidth away", () => {
  const powers = response((sound) => resonate(sound, 1000, 90));
  const top = powers.indexOf(Math.max(...powers));
  expect(Math.abs(top * bin - 1000)).toBeLessThan(bin);
  const half = powers[Math.round((1000 + 45) / bin)]! / powers[top]!;
  expect(half).toBeGreaterThan(0.44);
  expect(half).toBeLessThan(0.56);
});

test("a resonator lets a constant pass as it is", () => {
  const constant = new Float64Array(4000).fill(1);
  resonate(constant, 500, 60);
  expect(constant.at(-1)).toBeCloseTo(1, 6);
});

test("the formants of every vowel of every group stand out at their frequencies", () => {
  for (const group of groups) {
    for (const letter of letters) {
      const wanted = group.formants[letter];
      const powers = response((sound) => {
        for (const formant of [...wanted, ...upperFormants(group)]) {
          resonate(sound, formant, 50);
        }
      });
      const peaks = [...powers.keys()].filter(
        (k) =>
          powers[k]! > (powers[k - 1] ?? Infinity) && powers[k]! > (powers[k + 1] ?? 0),
      );
      for (const formant of wanted) {
        const nearest = Math.min(...peaks.map((k) => Math.abs(k * bin - formant)));
        expect(nearest, `${group.name} ${letter} ${formant}`).toBeLessThan(15);
      }
    }
  }
});

test("formants rise from the first to the fifth, below half the rate, man to child", () => {
  for (const letter of letters) {
    groups.forEach((group, at) => {
      const all = [...group.formants[letter], ...upperFormants(group)];
      expect(all).toEqual(all.toSorted((a, b) => a - b));
      expect(all.at(-1)).toBeLessThan(soundRate / 2);
      const smaller = groups[at + 1];
      if (smaller) expect(smaller.formants[letter][0]).toBeGreaterThan(all[0]!);
    });
  }
});

test("air flows for the open share of a period, swells to 1 and returns to 0", () => {
  expect(flow(0, 0.6)).toBe(0);
  expect(flow(0.4, 0.6)).toBeCloseTo(1, 12);
  expect(flow(0.6, 0.6)).toBe(0);
  expect(flow(0.9, 0.6)).toBe(0);
  const steps = Array.from({ length: 1000 }, (_, n) => flow(n / 1000, 0.6));
  expect(Math.max(...steps)).toBeLessThanOrEqual(1);
  expect(Math.min(...steps)).toBeGreaterThanOrEqual(0);
});

test("a voice repeats itself at its pitch", () => {
  for (const pitch of [100, 160, 240]) {
    const vowel = { ...drawVowel("A", 0, 0, 11), hiss: 0, pitch };
    const powers = createFourier(size).power(sing(vowel, size));
    const from = Math.round((4.5 * pitch) / bin);
    const aroundFifth = powers.subarray(from, Math.round((5.5 * pitch) / bin));
    const top = from + aroundFifth.indexOf(Math.max(...aroundFifth));
    expect(Math.abs((top * bin) / (5 * pitch) - 1)).toBeLessThan(0.02);
  }
});

test("without noise the formants are the averages; pitch stays within half an octave", () => {
  for (let key = 0; key < 500; key += 1) {
    const { formants, pitch, group } = drawVowel("I", key % 3, 0, key);
    expect(formants.slice(0, 3)).toEqual([...group.formants.I]);
    expect(Math.abs(Math.log2(pitch / group.pitch))).toBeLessThan(0.5001);
  }
});

test("noise of 0.2 makes formants stray by about a tenth", () => {
  const strays = Array.from({ length: 2000 }, (_, key) =>
    Math.log(drawVowel("E", 0, 0.2, key).formants[1]! / groups[0].formants.E[1]),
  );
  const square = strays.reduce((sum, one) => sum + one * one, 0) / strays.length;
  expect(Math.sqrt(square)).toBeGreaterThan(0.094);
  expect(Math.sqrt(square)).toBeLessThan(0.106);
});

test("the loudest noise gives finite sounds all the same", () => {
  for (let key = 0; key < 300; key += 1) {
    const sound = sing(drawVowel("U", key % 3, 0.5, key), 800);
    expect(sound.every((value) => Math.abs(value) < 100)).toBe(true);
  }
});
