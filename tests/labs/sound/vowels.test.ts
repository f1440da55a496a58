import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { sound as lab } from "@/labs/catalog/sound-lab";
import { sampleOf } from "@/labs/data/sample";
import { vowelAt } from "@/labs/data/vowels";
import { compileTraining } from "@/labs/kernel/kernel";
import { networkOf, planOf } from "@/labs/run/plan";
import type { Run } from "@/labs/run/run";
import { letters } from "@/labs/sound/formants";
import { asBands, bandCount, frameSize, spectrumAt } from "@/labs/sound/spectrum";
import { drawVowel } from "@/labs/sound/voice";
import { phraseOf, transcribe, voicedStretches } from "@/labs/transcript/transcript";

const run: Run = { ...lab.start, samples: 60 };

test("an example is 32 numbers from 0 to 1, and the letters take turns", () => {
  const { features, targets, train, held: asked } = sampleOf(run);
  expect(features).toHaveLength(60 * bandCount);
  expect(features.every((value) => value >= 0 && value <= 1)).toBe(true);
  expect([...targets.slice(0, 6)]).toEqual([0, 1, 2, 3, 4, 0]);
  expect(train + asked).toBe(60);
  expect(vowelAt(7, 0.2, 13).letter).toBe(letters[13 % 5]);
});

test("every example stays the same whatever else was asked for in between", () => {
  const first = sampleOf(run).features.slice();
  sampleOf({ ...run, samples: 90 });
  for (const seed of [1, 2, 3, 4, 5, 6]) sampleOf({ ...run, seed });
  expect(sampleOf(run).features).toEqual(first);
  expect(sampleOf({ ...run, samples: 30 }).features).toEqual(
    first.slice(0, 30 * bandCount),
  );
});

test("the raw sound of the same vowels is 512 samples, as loud as 1", () => {
  const { features, targets } = sampleOf({ ...run, data: "waves" });
  expect(features).toHaveLength(60 * frameSize);
  expect(targets).toEqual(sampleOf(run).targets);
  for (let row = 0; row < 60; row += 1) {
    const frame = features.slice(row * frameSize, (row + 1) * frameSize);
    const square = frame.reduce((sum, value) => sum + value * value, 0) / frameSize;
    expect(square).toBeCloseTo(1, 4);
    const bands = spectrumAt(Float64Array.from(frame), 0);
    const wanted = sampleOf(run).features.slice(row * bandCount, (row + 1) * bandCount);
    // Only the sample before the frame is not known here.
    for (const [k, band] of bands.entries()) expect(band).toBeCloseTo(wanted[k]!, 1);
  }
});

test("seed and noise change every example", () => {
  const { features } = sampleOf(run);
  for (const change of [{ seed: 8 }, { noise: 0.3 }]) {
    const other = sampleOf({ ...run, ...change }).features;
    for (let row = 0; row < 60; row += 1) {
      const part = (of: Float32Array) => of.slice(row * bandCount, (row + 1) * bandCount);
      expect(part(other)).not.toEqual(part(features));
    }
  }
});

test("300 vowels have the same bits on every machine", () => {
  const { features } = sampleOf({ ...run, samples: 300 });
  const bytes = new Uint8Array(features.buffer, features.byteOffset, features.byteLength);
  expect(createHash("sha256").update(bytes).digest("hex").slice(0, 16)).toBe(
    "b9730b5779b35024",
  );
});

test("another setting takes no new sound: 2,000 vowels come back at once", () => {
  sampleOf({ ...run, samples: 2000 });
  const before = performance.now();
  for (let batch = 1; batch <= 30; batch += 1) {
    const next: Run = { ...run, samples: 2000, batch };
    sampleOf(next);
  }
  expect(performance.now() - before).toBeLessThan(500);
});

test("a trained network writes down fresh words, found as in a recording", () => {
  const trained: Run = { ...lab.start, samples: 600, passes: 60 };
  const { plan, examples, state } = planOf(trained);
  const curve = new Float32Array(2 * trained.passes);
  compileTraining(plan, examples).train(state, 1, trained.passes, curve);
  let right = 0;
  for (let word = 0; word < 30; word += 1) {
    const said = [0, 1, 2].map((at) => letters[(word * (at + 1) + at) % letters.length]!);
    const vowels = said.map((letter, at) =>
      drawVowel(letter, word % 3, 0.1, 9 * word + at),
    );
    const { sound } = phraseOf(vowels, 0.35);
    const network = networkOf(trained);
    const stretches = voicedStretches(sound);
    const written = transcribe(network, state, asBands, sound, stretches);
    expect(written).toHaveLength(3);
    for (const [at, { letter, probabilities }] of written.entries()) {
      expect(probabilities.reduce((sum, one) => sum + one, 0)).toBeCloseTo(1, 6);
      if (letter === said[at]) right += 1;
    }
  }
  expect(right).toBeGreaterThan(80);
});
